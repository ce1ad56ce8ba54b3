import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';

/** `npm run bench`: runs the benchmarks of test/bench one after another, or those that are named. Their figures are in out/bench. */
const named = process.argv.slice(2);
const all = globSync('test/bench/*.bench.ts').toSorted();
const nameOf = (file: string) => basename(file, '.bench.ts');
const unknown = named.filter((name) => !all.map(nameOf).includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${all.map(nameOf).join(', ')}`);
  process.exit(2);
}

for (const file of all.filter((each) => named.length === 0 || named.includes(nameOf(each)))) {
  console.log(`\n${nameOf(file)}\n`);
  // Each in a process of its own, so that none measures what another left in memory.
  const { status } = spawnSync(process.execPath, ['--expose-gc', file], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
