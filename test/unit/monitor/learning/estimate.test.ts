import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enoughToClaim,
  fitObservations,
  nothingLearned,
  outlookFor,
  type Outlook,
} from '../../../../main/monitor/learning/estimate.ts';
import type { Observation, Traits } from '../../../../main/model/observation.ts';
import { minute, observationOf, someObservations } from './observations.ts';

const traits: Traits = { account: 'a1', workspace: 'w', projectId: 1, format: 'mp4', size: null };
const outlookOf = (observations: readonly Observation[], of: Partial<Traits> = {}) =>
  outlookFor(fitObservations(observations), { ...traits, ...of });
const lateAfter = (observations: readonly Observation[], of: Partial<Traits> = {}) =>
  outlookOf(observations, of).lateAfterMs! / minute;
const gigabytes = (count: number, part: Partial<Observation> = {}) =>
  Array.from({ length: count }, (_, index) => {
    const size = 1 + (index % 10);
    return observationOf(index, 2 * size * (1 + (index % 3) / 50), { size: size * 1e9, ...part });
  });

const someSeen = fc.array(
  fc.record({
    projectId: fc.integer({ min: 1, max: 3 }),
    format: fc.constantFrom('mp4', 'mov', null),
    atLeastMs: fc.integer({ min: 0, max: 90_000_000 }),
    gap: fc.integer({ min: 2, max: 360_000 }),
    size: fc.option(fc.integer({ min: 1, max: 1e10 })),
    completed: fc.boolean(),
  }),
  { maxLength: 40 },
);
type Seen = typeof someSeen extends fc.Arbitrary<infer Value> ? Value : never;
const observed = (seen: Seen, scale = 1) =>
  seen.map(({ atLeastMs, gap, ...part }, index) =>
    observationOf(index, 1, {
      ...part,
      atLeastMs: scale * atLeastMs,
      atMostMs: scale * (atLeastMs + gap),
    }),
  );

describe('what is learned of durations', () => {
  it('is nothing before an import was seen to end', () => {
    expect(outlookOf([])).toEqual(nothingLearned);
  });

  it('calls nothing usual or late before enough imports completed, and expects an end all the same', () => {
    const failed = someObservations(20, { completed: false });
    const few = [...failed, ...someObservations(enoughToClaim - 1)];
    expect(outlookOf(few)).toMatchObject({ usual: null, lateAfterMs: null });
    expect(outlookOf(few).laws).toHaveLength(3);
    expect(outlookOf([...failed, ...someObservations(enoughToClaim)]).lateAfterMs).not.toBeNull();
  });

  it('counts more, and an import like none before less, the more were seen', () => {
    const unknown = (count: number) => {
      const [{ medianMs }] = nothingLearned.laws as [Outlook['laws'][number]];
      return outlookOf(someObservations(count)).laws.find((law) => law.medianMs === medianMs)?.weight;
    };
    expect([0, 1, 4, 99].map(unknown)).toEqual([1, 1 / 2, 1 / 5, 1 / 100]);
  });

  it('says what eight of ten take, and what one of twenty exceeds', () => {
    const { usual, lateAfterMs } = outlookOf(someObservations(500));
    expect(usual!.fromMs / minute).toBeCloseTo(10.5, 0);
    expect(usual!.toMs / minute).toBeCloseTo(18, 0);
    expect(lateAfterMs! / minute).toBeCloseTo(19, 0);
  });

  it('is the less sure the less it has seen', () => {
    expect(lateAfter(someObservations(5))).toBeGreaterThan(1.5 * lateAfter(someObservations(500)));
  });

  it('tells projects apart, and lends to a new one what all have in common', () => {
    const quick = someObservations(40).map((each) => ({ ...each, atLeastMs: 110_000, atMostMs: 130_000 }));
    const observations = [...quick, ...someObservations(40, { projectId: 2 })];
    expect(lateAfter(observations, { projectId: 1 })).toBeLessThan(4);
    expect(lateAfter(observations, { projectId: 2 })).toBeGreaterThan(14);
    expect(lateAfter(observations, { projectId: 3 })).toBeGreaterThan(14);
  });

  it('takes a new project to differ as much as those that were seen differ', () => {
    const quick = Array.from({ length: 40 }, (_, index) => observationOf(index, 5));
    const slow = Array.from({ length: 40 }, (_, index) => observationOf(index, 20, { projectId: 2 }));
    expect(lateAfter([...quick, ...slow], { projectId: 2 })).toBeLessThan(24);
    expect(lateAfter([...quick, ...slow], { projectId: 3 })).toBeGreaterThan(40);
  });

  it('believes the first import of a project by half', () => {
    const others = Array.from({ length: 40 }, (_, index) => observationOf(index, 10, { projectId: 2 }));
    const { laws } = outlookOf([...others, observationOf(50, 1_000)]);
    const [least, most] = [20 * minute, 500 * minute];
    expect(laws.some(({ medianMs }) => medianMs > least && medianMs < most)).toBe(true);
  });

  it('tells formats of a project apart', () => {
    const quick = someObservations(40, { format: 'mov' }).map((each) => ({
      ...each,
      atLeastMs: 110_000,
      atMostMs: 130_000,
    }));
    expect(lateAfter([...quick, ...someObservations(40)], { format: 'mov' })).toBeLessThan(4);
  });

  it('uses the size where it is told, and does without where it is not', () => {
    const late = (size: number | null) => lateAfter(gigabytes(60), { size });
    expect(late(1e9)).toBeGreaterThan(2);
    expect(late(1e9)).toBeLessThan(4);
    expect(late(8e9)).toBeGreaterThan(16);
    expect(late(8e9)).toBeLessThan(24);
    expect(late(null)).toBeGreaterThan(20);
  });

  it('takes larger files for no quicker, and for no slower than in proportion', () => {
    const quicker = gigabytes(60).map((each) => ({ ...each, size: 1e20 / each.size! }));
    expect(lateAfter(quicker, { size: 1e14 })).toBe(lateAfter(quicker, { size: 1e11 }));
    const slower = gigabytes(60).map((each) => ({ ...each, size: Math.sqrt(each.size!) }));
    expect(lateAfter(slower, { size: 1e8 }) / lateAfter(slower, { size: 1e7 })).toBeCloseTo(10, 6);
  });

  it('foretells nothing for large files from files that were nearly of one size', () => {
    const alike = someObservations(60).map((each, index) => ({ ...each, size: 1e9 * (1 + index / 6_000) }));
    expect(lateAfter(alike, { size: 1e11 })).toBeLessThan(2 * lateAfter(alike, { size: 1e9 }));
  });

  it('does not judge by the few imports that told their size where many did not', () => {
    const [few, many] = [gigabytes(7), someObservations(60)];
    expect(lateAfter([...few, ...many], { size: 1e9 })).toBe(lateAfter([...few, ...many]));
  });

  it('expects of a file smaller than all that were seen as much as of the smallest', () => {
    const observations = gigabytes(60);
    expect(lateAfter(observations, { size: 1 })).toBe(lateAfter(observations, { size: 1e9 }));
    expect(lateAfter(observations, { size: 2e10 })).toBeGreaterThan(lateAfter(observations, { size: 1e10 }));
  });

  it('does not take a slow project of large files for slow large files', () => {
    const small = gigabytes(30).map((each) => ({ ...each, atLeastMs: 60_000, atMostMs: 70_000 }));
    const large = small.map((each) => ({
      ...each,
      projectId: 2,
      size: each.size! * 100,
      atLeastMs: 6_000_000,
      atMostMs: 6_070_000,
    }));
    expect(lateAfter([...small, ...large], { size: 5e11 })).toBeLessThan(4);
  });

  it.each([0, -1, Number.NaN, Infinity])('takes a size of %s for none', (size) => {
    const observations = gigabytes(60);
    expect(outlookOf(observations, { size })).toEqual(outlookOf(observations));
    const odd = observations.map((each, index) => (index % 2 === 0 ? { ...each, size } : each));
    expect(lateAfter(odd, { size: 1e9 })).toBeLessThan(6);
  });

  it('lets failures be quick without expecting completion sooner', () => {
    const failed = Array.from({ length: 50 }, (_, index) => observationOf(index, 0.3, { completed: false }));
    const completed = someObservations(50);
    expect(outlookOf([...failed, ...completed]).usual).toEqual(outlookOf(completed).usual);
    expect(outlookOf([...failed, ...completed]).lateAfterMs).toBe(outlookOf(completed).lateAfterMs);
  });

  it('says no usual time where there is none', () => {
    const observations = Array.from({ length: 30 }, (_, index) => observationOf(index, 1.3 ** index));
    expect(outlookOf(observations).usual).toBeNull();
  });

  it('is not led astray by one import that took a day', () => {
    const observations = [...someObservations(49), observationOf(50, 1_440)];
    const { usual, lateAfterMs } = outlookOf(observations);
    expect(usual!.toMs / minute).toBeLessThan(25);
    expect(lateAfterMs! / minute).toBeLessThan(60);
  });

  it('after 500 imports that were all the same calls none late that takes a little longer', () => {
    const same = Array.from({ length: 500 }, (_, index) => observationOf(index, 10));
    expect(lateAfter(same)).toBeGreaterThan(10.2);
    expect(lateAfter(same)).toBeLessThan(11);
  });

  it.each([
    ['not a number', { atLeastMs: Number.NaN }],
    ['without end', { atMostMs: Infinity }],
    ['negative', { atLeastMs: -2 * minute, atMostMs: -minute }],
    ['none at all', { atLeastMs: 0, atMostMs: 0 }],
  ])('takes a duration that is %s for none', (_how, part) => {
    const broken = someObservations(40, part);
    expect(outlookOf(broken)).toEqual(nothingLearned);
    expect(outlookOf([...someObservations(20), ...broken])).toEqual(outlookOf(someObservations(20)));
    expect(fitObservations(broken).count).toBe(40);
  });

  it('estimates nothing late where the estimate is beyond all numbers', () => {
    const quick = Array.from({ length: 20 }, (_, index) =>
      observationOf(index, 10 ** (index * 15), { size: 10 ** (index * 15) }),
    );
    const { lateAfterMs } = outlookOf(quick, { size: 1e308 });
    expect(lateAfterMs === null || Number.isFinite(lateAfterMs)).toBe(true);
  });

  it('orders what it says, and is made of numbers, whatever was seen', () => {
    fc.assert(
      fc.property(someSeen, fc.option(fc.double({ min: 1, max: 1e13, noNaN: true })), (seen, size) => {
        const { laws, usual, lateAfterMs } = outlookOf(observed(seen), { size });
        expect(laws.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
        for (const { weight, medianMs, shape } of laws) {
          expect(weight).toBeGreaterThan(0);
          expect(medianMs).toBeGreaterThan(0);
          expect(medianMs).toBeLessThan(Infinity);
          expect(shape).toBeGreaterThanOrEqual(1);
          expect(shape).toBeLessThanOrEqual(40);
        }
        if (lateAfterMs === null) return void expect(usual).toBeNull();
        expect(lateAfterMs).toBeLessThan(Infinity);
        expect(lateAfterMs).toBeGreaterThan(0);
        if (usual === null) return;
        expect(usual.fromMs).toBeLessThanOrEqual(usual.toMs);
        expect(usual.toMs).toBeLessThanOrEqual(lateAfterMs);
      }),
    );
  });

  it('is the same in other units', () => {
    fc.assert(
      fc.property(someSeen, fc.integer({ min: 2, max: 1_000 }), (seen, scale) => {
        const [plain, scaled] = [1, scale].map((each) => outlookOf(observed(seen, each)).lateAfterMs);
        if (plain === null || plain === undefined) return void expect(scaled).toBeNull();
        expect(scaled! / scale / plain).toBeCloseTo(1, 6);
      }),
    );
  });

  it('does not depend on the order in which imports ended', () => {
    fc.assert(
      fc.property(someSeen, (seen) => {
        const forwards = outlookOf(observed(seen)).lateAfterMs;
        const backwards = outlookOf(observed(seen).toReversed()).lateAfterMs;
        if (forwards === null) return void expect(backwards).toBeNull();
        expect(backwards! / forwards).toBeCloseTo(1, 6);
      }),
    );
  });
});
