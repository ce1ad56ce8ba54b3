import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitObservations,
  nothingLearned,
  outlookFor,
  type Outlook,
} from '../../../../main/monitor/learning/estimate.ts';
import { hazardsAt, isSharp, longestWaitMs, waitAfter } from '../../../../main/monitor/learning/next-look.ts';
import { minute, observationOf, someObservations } from './observations.ts';

const traits = { account: 'a1', workspace: 'w', projectId: 1, format: 'mp4', size: null };
const learned = outlookFor(fitObservations(someObservations(200)), traits);

const medians = fc.double({ min: 1_000, max: 1e8, noNaN: true });
const outlooks: fc.Arbitrary<Outlook> = fc
  .tuple(medians, medians, fc.double({ min: 1, max: 40, noNaN: true }), fc.integer({ min: 1, max: 500 }))
  .map(([completedMs, failedMs, shape, seen]) => ({
    ...nothingLearned,
    laws: [
      { weight: (0.8 * seen) / (seen + 1), medianMs: completedMs, shape, ends: 'completed' as const },
      { weight: (0.2 * seen) / (seen + 1), medianMs: failedMs, shape, ends: 'failed' as const },
      ...nothingLearned.laws.map((law) => ({ ...law, weight: 1 / (seen + 1) })),
    ],
  }));
const ages = fc.oneof(
  fc.double({ min: 0, max: 1e9, noNaN: true }),
  fc.constantFrom(-1e9, -1, 0, 1e300, Infinity, Number.NaN),
);

describe('the chance that an import ends now', () => {
  it('is a finite number that is not negative, at any age', () => {
    fc.assert(
      fc.property(outlooks, ages, (outlook, age) => {
        const hazard = hazardsAt(outlook, age).all;
        expect(hazard).toBeGreaterThanOrEqual(0);
        expect(hazard).toBeLessThan(Infinity);
      }),
    );
  });

  it('adds up to what is left, as that of any law of durations does', () => {
    const stillThere = (ageMs: number) =>
      learned.laws.reduce(
        (sum, { weight, medianMs, shape }) => sum + weight / (1 + (ageMs / medianMs) ** shape),
        0,
      );
    let added = 0;
    for (let age = 500; age < 60 * minute; age += 1_000) {
      added += 1_000 * hazardsAt(learned, age).all;
      expect(Math.exp(-added)).toBeCloseTo(stillThere(age + 500), 3);
    }
  });

  it('without history only falls', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (age) => {
        expect(hazardsAt(nothingLearned, age + 1_000).all).toBeLessThan(hazardsAt(nothingLearned, age).all);
      }),
    );
  });
});

describe('when to look', () => {
  it('is seldom while the end is unlikely, and often when it is likely', () => {
    expect(waitAfter(learned, 0)).toBeGreaterThan(2 * minute);
    expect(waitAfter(learned, 14 * minute)).toBeLessThan(minute / 3);
  });

  it('is seldom again once the import has outlived all that were seen', () => {
    expect(waitAfter(learned, 60 * minute)).toBeGreaterThan(2 * waitAfter(learned, 16 * minute));
  });

  it('without history is soon at first, and later the longer it has taken', () => {
    const waits = [0, 2 * minute, 12 * minute, 120 * minute].map((age) => waitAfter(nothingLearned, age));
    expect(waits.map((wait) => Math.round(wait / 1_000))).toEqual([14, 17, 26, 71]);
  });

  it('is neither never nor at once, at any age', () => {
    fc.assert(
      fc.property(outlooks, ages, (outlook, age) => {
        const wait = waitAfter(outlook, age);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(longestWaitMs);
      }),
    );
  });

  it('is as if the import had just begun where the clock says that it has not', () => {
    expect(waitAfter(learned, -60 * minute)).toBe(waitAfter(learned, 0));
    expect(waitAfter(learned, Number.NaN)).toBe(waitAfter(learned, 0));
  });

  it('is no more than half as long again as without history for an import that outlives every estimate', () => {
    fc.assert(
      fc.property(outlooks, fc.double({ min: 1, max: 1_000, noNaN: true }), (outlook, times) => {
        const age = times * Math.max(...outlook.laws.map(({ medianMs }) => medianMs));
        expect(waitAfter(outlook, age)).toBeLessThanOrEqual(1.5 * waitAfter(nothingLearned, age) + 1);
      }),
    );
  });

  it('finds an end that comes at any age within five minutes, and within a tenth of the age where that is more than was learned', () => {
    fc.assert(
      fc.property(outlooks, fc.double({ min: 60_000, max: 1e8, noNaN: true }), (outlook, endMs) => {
        let age = 0;
        let before = 0;
        while (age < endMs) {
          before = age;
          age += Math.max(5_000, waitAfter(outlook, age));
        }
        const isOutlived = outlook.laws.every(({ medianMs }) => medianMs < before);
        const bound = isOutlived ? Math.max(30_000, before / 10) : longestWaitMs;
        expect(age - endMs).toBeLessThanOrEqual(bound);
      }),
      { numRuns: 50 },
    );
  });

  it('is soon where all imports that were seen were the same', () => {
    const same = Array.from({ length: 500 }, (_, index) => observationOf(index, 10));
    const outlook = outlookFor(fitObservations(same), traits);
    expect(waitAfter(outlook, 10 * minute)).toBeLessThan(10_000);
  });
});

describe('an end that may be learned from', () => {
  it.each([
    ['between two looks of the schedule', 10 * minute, 15 * minute, true],
    ['overnight', 10 * minute, 500 * minute, false],
    ['within a tenth of a long import', 300 * minute, 330 * minute, true],
    ['found by a look at the same moment', 10 * minute, 10 * minute, false],
    ['before the start, by a clock that was set', -minute, minute, false],
    ['not told in numbers', Number.NaN, minute, false],
  ])('%s: from %i to %i ms: %s', (_how, atLeastMs, atMostMs, is) => {
    expect(isSharp(atLeastMs, atMostMs)).toBe(is);
  });
});
