import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitObservations } from '../../../../main/monitor/learning/fit.ts';
import type { Observation, Traits } from '../../../../main/monitor/learning/observation.ts';
import { formatOf } from '../../../../main/monitor/learning/observation.ts';
import { outlookFor } from '../../../../main/monitor/learning/outlook.ts';
import { minute, observationOf, someObservations } from './observations.ts';

const traits: Traits = { account: 'a1', workspace: 'w', projectId: 1, format: 'mp4', size: null };
const lateAfter = (observations: readonly Observation[], of: Partial<Traits> = {}) =>
  outlookFor(fitObservations(observations), { ...traits, ...of })!.lateAfterMs / minute;

describe('what is learned of durations', () => {
  it('says nothing of fewer than five completed imports', () => {
    const failed = someObservations(20, { completed: false });
    expect(outlookFor(fitObservations([...failed, ...someObservations(4)]), traits)).toBeNull();
    expect(outlookFor(fitObservations(someObservations(5)), traits)).not.toBeNull();
  });

  it('says what eight of ten take, and what one of twenty exceeds', () => {
    const { usual, lateAfterMs } = outlookFor(fitObservations(someObservations(100)), traits)!;
    expect(usual!.fromMs / minute).toBeCloseTo(10.9, 0);
    expect(usual!.toMs / minute).toBeCloseTo(18, 0);
    expect(lateAfterMs).toBeGreaterThan(usual!.toMs);
  });

  it('is the less sure the less it has seen', () => {
    expect(lateAfter(someObservations(5))).toBeGreaterThan(lateAfter(someObservations(100)));
  });

  it('tells projects apart, and lends to a new one what all have in common', () => {
    const quick = someObservations(40).map((each) => ({ ...each, atLeastMs: 110_000, atMostMs: 130_000 }));
    const observations = [...quick, ...someObservations(40, { projectId: 2 })];
    expect(lateAfter(observations, { projectId: 1 })).toBeLessThan(4);
    expect(lateAfter(observations, { projectId: 2 })).toBeGreaterThan(14);
    expect(lateAfter(observations, { projectId: 3 })).toBeGreaterThan(14);
  });

  it('uses the size where it is told, and does without where it is not', () => {
    const observations = Array.from({ length: 60 }, (_, index) => {
      const gigabytes = 1 + (index % 10);
      return observationOf(index, 2 * gigabytes * (1 + (index % 3) / 50), { size: gigabytes * 1e9 });
    });
    const late = (size: number | null) => lateAfter(observations, { size });
    expect(late(1e9)).toBeGreaterThan(2);
    expect(late(1e9)).toBeLessThan(4);
    expect(late(8e9)).toBeGreaterThan(16);
    expect(late(8e9)).toBeLessThan(24);
    expect(late(null)).toBeGreaterThan(20);
  });

  it('holds what nobody could know for no difference', () => {
    const sharp = Array.from({ length: 30 }, (_, index) => observationOf(index, 10));
    const blurred = sharp.map((each, index) => {
      const middle = (9 + (index % 3)) * minute;
      return { ...each, atLeastMs: middle - 2 * minute, atMostMs: middle + 2 * minute };
    });
    const unblurred = blurred.map((each) => ({
      ...each,
      atLeastMs: each.atLeastMs + 2 * minute,
      atMostMs: each.atMostMs - 2 * minute + 1,
    }));
    expect(lateAfter(blurred)).toBeLessThan(lateAfter(unblurred));
  });

  it('says no usual time where there is none', () => {
    const observations = Array.from({ length: 30 }, (_, index) => observationOf(index, 1.3 ** index));
    expect(outlookFor(fitObservations(observations), traits)!.usual).toBeNull();
  });

  it('is a number whatever was seen', () => {
    const anything = fc.record({
      project: fc.integer({ min: 1, max: 3 }),
      atLeastMs: fc.integer({ min: 0, max: 90_000_000 }),
      gap: fc.integer({ min: 1, max: 360_000 }),
      size: fc.option(fc.integer({ min: 0, max: 1e10 })),
      completed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anything, { minLength: 10, maxLength: 40 }), (seen) => {
        const observations = seen.map(({ project, atLeastMs, gap, size, completed }, index) =>
          observationOf(index, 1, {
            projectId: project,
            atLeastMs,
            atMostMs: atLeastMs + gap,
            size,
            completed,
          }),
        );
        const outlook = outlookFor(fitObservations(observations), { ...traits, size: 1e9 });
        if (outlook === null) return;
        expect(Number.isFinite(outlook.lateAfterMs)).toBe(true);
        expect(outlook.lateAfterMs).toBeGreaterThan(0);
      }),
    );
  });

  it('estimates nothing rather than something that is no number', () => {
    const broken = someObservations(40).map((each) => ({ ...each, atLeastMs: Number.NaN }));
    expect(outlookFor(fitObservations(broken), traits)).toBeNull();
  });
});

describe('the format of a file', () => {
  it.each([
    ['Film.MP4', 'mp4'],
    ['archive.2026.mov', 'mov'],
    ['w/1/2', null],
    ['a.b/1/2', null],
    ['no extension', null],
    [null, null],
  ])('of %s is %s', (fileName, format) => {
    expect(formatOf(fileName)).toBe(format);
  });
});
