import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fuzzTargets } from '../fuzz/targets.ts';

// A few of the million inputs of `npm run fuzz`, other ones each time.
it.each(fuzzTargets.map(({ name, property }) => [name, property] as const))(
  'hostile %s do no harm',
  async (_name, property) => {
    const run = await fc.check(property, { numRuns: 300 });
    expect(run.failed ? fc.defaultReportMessage(run) : null).toBeNull();
  },
);
