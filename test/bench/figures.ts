import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';

export type Figures = Readonly<Record<string, string | number>>;

/** Prints the rows as a table, and writes them with the machine they were taken on to `out/bench/NAME.json`. */
export function report(name: string, rows: readonly Figures[]): void {
  console.table(rows);
  mkdirSync('out/bench', { recursive: true });
  const processor = cpus()[0]?.model ?? 'unknown';
  const machine = `${type()}, ${cpus().length} × ${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const file = `out/bench/${name}.json`;
  writeFileSync(file, `${JSON.stringify({ name, machine, node: process.version, rows }, null, 2)}\n`);
  console.log(`${machine}, Node ${process.version}; also in ${file}`);
}
