import { availableParallelism } from 'node:os';
import { mutants } from '../test/simulation/mutants.ts';
import { playJobs } from './simulation/play-seeds.ts';
import { table } from './simulation/tell-totals.ts';

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
await playJobs(jobs, availableParallelism(), ({ mutant }, { broken: [found] }) => {
  if (found === undefined) process.exitCode = 1;
  const law = found?.violation.law === 0 ? 'the program broke' : `law ${found?.violation.law}`;
  const verdict = found === undefined ? 'NOT FOUND' : `seed ${found.seed}, ${law}`;
  verdicts.set(mutant.name, verdict);
  console.log(`${verdict.padEnd(28)}  ${mutant.name}`);
});
console.log(`\n${chosen.length} mutants, ${mostSeeds} seeds at most for each`);
console.log(table(chosen.map(({ name }) => [name, verdicts.get(name) ?? ''])).join('\n'));
