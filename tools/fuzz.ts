import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { fuzzTargets } from '../test/fuzz/targets.ts';

/**
 * `npm run fuzz` gives a million inputs to each door; `-- --runs 10000` fewer, `--only paste` to one of them, `--seed 7` the same inputs
 * again. Exit code 1 where one got through.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() | 0) },
    only: { type: 'string' },
  },
});
const numRuns = wholeNumber('--runs', values.runs);
const seed = wholeNumber('--seed', values.seed);
const wanted = fuzzTargets.filter(({ name }) => values.only === undefined || name === values.only);
if (wanted.length === 0) {
  console.error(`--only takes one of: ${fuzzTargets.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

console.log(`seed ${seed}`);
for (const { name, property } of wanted) {
  const startedAt = performance.now();
  const run = await fc.check(property, { numRuns, seed });
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  const outcome = run.failed ? 'BROKEN' : 'all held';
  console.log(
    `${name.padEnd(14)}${run.numRuns.toLocaleString('en').padStart(12)} inputs  ${seconds} s  ${outcome}`,
  );
  if (!run.failed) continue;
  process.exitCode = 1;
  console.log(fc.defaultReportMessage(run));
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && text !== '') return number;
  console.error(`${option} takes a whole number, not ${text}`);
  process.exit(2);
}
