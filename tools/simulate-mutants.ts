import { availableParallelism } from 'node:os';
import { mutants } from '../test/simulation/mutants.ts';
import { playJobs } from './simulation/play-seeds.ts';
import { table } from './simulation/tell-totals.ts';
import type { Totals } from './simulation/totals.ts';

/**
 * `npm run simulate:mutants`: builds one deliberate fault at a time into the product while it is loaded, and plays stories
 * until a law is broken. Names of mutants take only those. Exit code 1 where one is not found out.
 */
const mostSeeds = 2_000;

const named = process.argv.slice(2);
const chosen = mutants.filter(({ name }) => named.length === 0 || named.includes(name));
if (chosen.length === 0) {
  console.error(
    `There is no mutant of that name. There are:\n${mutants.map(({ name }) => `  ${name}`).join('\n')}`,
  );
  process.exit(2);
}

const verdicts = new Map<string, string>();
const jobs = chosen.map((mutant) => ({ from: 1, count: mostSeeds, mutant, stopAtFirst: true }));
const threads = availableParallelism();
const found = new Map<string, Totals['broken'][number]>();
await playJobs(jobs, threads, ({ mutant }, { broken }) => {
  if (broken[0] !== undefined) found.set(mutant.name, broken[0]);
});

// A law that is broken without the mutant as well was not broken by it.
const seeds = [...new Set([...found.values()].map(({ seed }) => seed))];
const controls = seeds.map((seed) => ({ from: seed, count: 1, mutant: null, stopAtFirst: true }));
const unsound = new Set<number>();
await playJobs(controls, threads, ({ from }, { broken }) => {
  if (broken.length > 0) unsound.add(from);
});

for (const { name } of chosen) {
  const by = found.get(name);
  if (by === undefined || unsound.has(by.seed)) process.exitCode = 1;
  verdicts.set(name, verdictOf(by));
}
console.log(`\n${chosen.length} mutants, ${mostSeeds} seeds at most for each`);
console.log(table(chosen.map(({ name }) => [name, verdicts.get(name) ?? ''])).join('\n'));

function verdictOf(by: Totals['broken'][number] | undefined): string {
  if (by === undefined) return 'NOT FOUND OUT';
  if (unsound.has(by.seed)) return `seed ${by.seed} breaks a law without it, too`;
  const { law, text } = by.violation;
  // What it broke of is told: a mutant that is no program any more would show nothing.
  return `seed ${by.seed}, ${law === 0 ? `the program broke: ${text.split('\n')[0]}` : `law ${law}`}`;
}
