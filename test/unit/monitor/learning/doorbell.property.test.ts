import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appearances, type Phase } from '../../../../main/model/listing.ts';
import { fitObservations, nothingLearned, outlookFor } from '../../../../main/monitor/learning/estimate.ts';
import { learnSighting, looksEnded, signsOf } from '../../../../main/monitor/learning/listings.ts';
import {
  listDensity,
  longestListedWaitMs,
  longestWaitMs,
  waitAfter,
} from '../../../../main/monitor/learning/next-look.ts';
import { createStage } from '../stage.ts';
import { minute, someObservations } from './observations.ts';

const all = (share: number) => ({ completed: share, failed: share, either: share });
const sure = all(1);
const unsure = all(0);
const traits = { account: 'a1', workspace: 'w', projectId: 1, format: 'mp4', size: null };
const learned = outlookFor(fitObservations(someObservations(200)), traits);
const chance = fc.double({ min: 0, max: 1, noNaN: true });
const age = fc.double({ min: 0, max: 1e8, noNaN: true });
const crowd = (count: number, signs: { proven: typeof sure; possible: typeof sure }, ageMs = 5 * minute) =>
  Array.from({ length: count }, () => ({ outlook: nothingLearned, ageMs, signs }));

describe('what lists show', () => {
  const sightings = fc.array(
    fc.tuple(fc.constantFrom<Phase>('running', 'completed', 'failed'), fc.constantFrom(...appearances)),
  );

  it('is a chance, and what is proven is possible', () => {
    fc.assert(
      fc.property(sightings, fc.constantFrom(...appearances, null), (seen, appearance) => {
        const { state } = createStage();
        for (const [phase, each] of seen) learnSighting(state, 'a1', phase, each);
        const { proven, possible } = signsOf(state, 'a1', appearance);
        for (const kind of ['completed', 'failed'] as const) {
          expect(proven[kind]).toBeGreaterThanOrEqual(0);
          expect(proven[kind]).toBeLessThanOrEqual(possible[kind]);
          expect(possible[kind]).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is not assumed, believed after some ends that were alike, and forgotten as soon', () => {
    const { state } = createStage();
    expect(signsOf(state, 'a1', 'bare').proven).toEqual(unsure);
    expect(signsOf(state, 'a1', 'bare').possible).toEqual(sure);
    for (let end = 0; end < 100; end += 1) learnSighting(state, 'a1', 'completed', 'whole');
    expect(signsOf(state, 'a1', 'bare').proven.completed).toBeGreaterThan(0.999);
    expect(signsOf(state, 'a1', 'whole').proven.completed).toBe(0);
    expect(signsOf(state, 'a1', 'bare').proven.failed).toBe(0);
    for (let end = 0; end < 6; end += 1) learnSighting(state, 'a1', 'completed', 'bare');
    expect(signsOf(state, 'a1', 'bare').proven.completed).toBeLessThan(0.5);
  });

  it('says that an import has ended only where running ones look otherwise', () => {
    const { state } = createStage();
    expect(looksEnded(state, 'a1', 'whole', false)).toBe(true);
    expect(looksEnded(state, 'a1', 'whole', true)).toBe(false);
    learnSighting(state, 'a1', 'completed', 'whole');
    expect(looksEnded(state, 'a1', 'whole', true)).toBe(true);
    learnSighting(state, 'a1', 'running', 'whole');
    expect(looksEnded(state, 'a1', 'whole', false)).toBe(false);
  });

  it('is written only where it says something new', () => {
    const { state } = createStage();
    for (let end = 0; end < 100; end += 1) learnSighting(state, 'a1', 'completed', 'whole');
    state.store.commit();
    learnSighting(state, 'a1', 'completed', 'whole');
    expect([...state.listings.changes()]).toEqual([]);
  });
});

describe('how often a list is read', () => {
  it('is never, for up to three of whatever age', () => {
    fc.assert(
      fc.property(fc.array(age, { minLength: 1, maxLength: 3 }), (ages) => {
        const few = ages.flatMap((ageMs) => crowd(1, { proven: sure, possible: sure }, ageMs));
        expect(listDensity(few, 1)).toBeCloseTo(0, 12);
      }),
    );
  });

  it('grows with the number without a jump, and slower than its root', () => {
    const signs = { proven: all(0.9), possible: all(0.9) };
    const densities = Array.from({ length: 200 }, (_, index) => listDensity(crowd(index + 1, signs), 1));
    const alone = 1 / waitAfter(nothingLearned, 5 * minute);
    for (const [index, density] of densities.slice(1).entries()) {
      expect(density).toBeGreaterThanOrEqual(densities[index]!);
      expect(density - densities[index]!).toBeLessThan(alone);
    }
    expect(densities[199]! / densities[24]!).toBeLessThan(Math.sqrt(8));
  });

  it('falls with its pages, and is never where it shows no end', () => {
    const signs = { proven: sure, possible: sure };
    expect(listDensity(crowd(1_000, signs), 100)).toBeLessThan(listDensity(crowd(1_000, signs), 1) / 5);
    expect(listDensity(crowd(1_000, { proven: unsure, possible: unsure }), 1)).toBe(0);
    expect(listDensity([], 1)).toBe(0);
  });

  it('costs less than asking for each', () => {
    const signs = { proven: sure, possible: sure };
    for (const count of [10, 100, 1_000])
      expect(4 * listDensity(crowd(count, signs), 1)).toBeLessThan(
        count / waitAfter(nothingLearned, 5 * minute),
      );
  });
});

describe('a look of its own', () => {
  const doorbells = fc.record({
    density: fc.double({ min: 0, max: 1, noNaN: true }),
    signs: fc
      .tuple(chance, chance)
      .map(([completed, failed]) => ({ completed, failed, either: (completed + failed) / 2 })),
    listed: fc.integer({ min: 1, max: 10_000 }),
  });

  it('comes never sooner for a list that is read, and after a quarter of an hour at the latest', () => {
    fc.assert(
      fc.property(age, doorbells, (ageMs, doorbell) => {
        for (const outlook of [nothingLearned, learned]) {
          const wait = waitAfter(outlook, ageMs, doorbell);
          expect(wait).toBeGreaterThanOrEqual(waitAfter(outlook, ageMs) - 1e-6);
          expect(wait).toBeLessThanOrEqual(longestListedWaitMs);
        }
      }),
    );
  });

  it('is as ever where the list shows nothing, and rare where it shows all', () => {
    const mute = { density: 1 / 5_000, signs: unsure, listed: 100 };
    expect(waitAfter(learned, 10 * minute, mute)).toBeCloseTo(waitAfter(learned, 10 * minute));
    const clear = { density: 1 / 1_000, signs: sure, listed: 100 };
    expect(waitAfter(learned, 10 * minute, clear)).toBe(longestListedWaitMs);
  });

  it('comes within five minutes where the list is not read so often, however much it shows', () => {
    const seldom = { density: 1 / (2 * longestWaitMs), signs: sure, listed: 100 };
    expect(waitAfter(learned, 10_000 * minute, seldom)).toBe(longestWaitMs);
  });
});
