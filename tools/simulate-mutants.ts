import { globSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createChance } from '../test/simulation/random.ts';
import { mutationsOf, type Mutation } from './simulation/mutations.ts';
import { playJobs } from './simulation/play-seeds.ts';

/**
 * `npm run simulate:mutants -- --count 100 --seed 7 main/monitor/telling/*.ts` builds one small fault at a time into the product while it
 * is loaded, drawn from all that the rules know for these files, and plays stories until a law is broken. What no story found out is
 * listed: it is either no fault, such as a bound that is met a little later, or a law that is missing.
 */
const { values, positionals } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    stories: { type: 'string', default: '1000' },
  },
  allowPositionals: true,
});
const root = join(import.meta.dirname, '..');
const patterns = positionals.length > 0 ? positionals : ['main/monitor/**/*.ts', 'main/runner/*.ts'];
const files = globSync(patterns, { cwd: root }).toSorted();
const all = files.flatMap((file) => mutationsOf(file, readFileSync(join(root, file), 'utf8')));
const chance = createChance(Number(values.seed), 'mutations');
const chosen = new Set<Mutation>();
while (chosen.size < Math.min(Number(values.count), all.length))
  chosen.add(all[Math.floor(chance.between(0, all.length))]!);

const jobs = [...chosen].map((mutation) => ({
  from: 1,
  count: Number(values.stories),
  mutation,
  stopAtFirst: true,
}));
let foundOut = 0;
await playJobs(jobs, availableParallelism(), ({ mutation }, { broken }) => {
  if (broken.length > 0) foundOut += 1;
  else console.log(`NOT FOUND OUT ${mutation.file} ${mutation.what}`);
});
console.log(
  `${chosen.size} faults of ${all.length} in ${files.length} files, seed ${values.seed}: ` +
    `${foundOut} found out by ${values.stories} stories or fewer, ${chosen.size - foundOut} not`,
);
