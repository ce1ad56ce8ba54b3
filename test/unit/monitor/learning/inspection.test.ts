import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitObservations } from '../../../../main/monitor/learning/fit.ts';
import { longestWaitMs, waitAfter } from '../../../../main/monitor/learning/inspection.ts';
import { outlookFor } from '../../../../main/monitor/learning/outlook.ts';
import { learnedInterval, plainInterval } from '../../../../main/monitor/schedule.ts';
import { minute, someObservations } from './observations.ts';

const traits = { account: 'a1', workspace: 'w', projectId: 1, format: 'mp4', size: null };
const outlook = outlookFor(fitObservations(someObservations(200)), traits)!;

describe('when to look', () => {
  it('is seldom while the end is unlikely, and often when it is likely', () => {
    expect(waitAfter(outlook, 0)).toBeGreaterThan(2 * minute);
    expect(waitAfter(outlook, 14 * minute)).toBeLessThan(minute / 3);
  });

  it('is seldom again once the import has outlived all that were seen', () => {
    expect(waitAfter(outlook, 60 * minute)).toBeGreaterThan(2 * waitAfter(outlook, 16 * minute));
  });

  it('is neither never nor at once, whatever the age', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (age) => {
        const wait = waitAfter(outlook, age);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(longestWaitMs);
      }),
    );
  });

  it('is never more than three plain intervals away for an import that proves the estimate wrong', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 100, noNaN: true }), (times) => {
        const age = times * outlook.lateAfterMs + 1;
        expect(learnedInterval(outlook, age)).toBeLessThanOrEqual(3 * plainInterval(age));
      }),
    );
  });
});
