import { describe, expect, it } from 'vitest';
import { askAgainAt, nextLook } from '../../../main/monitor/imports/imports.ts';
import { nothingLearned } from '../../../main/monitor/learning/estimate.ts';
import { waitAfter } from '../../../main/monitor/learning/next-look.ts';
import { clockAt } from '../../../main/monitor/kernel/time.ts';
import { createStage, problemOf, someSettings, startAt } from './stage.ts';

const minute = 60_000;

describe('the schedule', () => {
  it.each([5_000, 10_000, 30_000, 60_000])(
    'never goes below the floor of %i ms, with ten percent of jitter',
    (floorMs) => {
      const { state, add, watch } = createStage({ settings: { ...someSettings, floorMs } });
      const step = { at: startAt, clock: startAt, effects: [], facts: [] };
      add(1);
      for (let round = 0; round < 100; round += 1) {
        const wait = nextLook(state, watch(1), step).dueAt - startAt;
        expect(wait).toBeGreaterThanOrEqual(floorMs);
        expect(wait).toBeLessThanOrEqual(Math.max(floorMs, 1.1 * waitAfter(nothingLearned, 0)));
      }
    },
  );

  it('asks soon after a problem, then twice as late for every further one in a row, at most a quarter of an hour', () => {
    const { state } = createStage();
    const step = { at: 0, clock: startAt, effects: [], facts: [] };
    for (const [before, seconds] of [10, 20, 40, 80, 160, 320, 640, 900, 900].entries()) {
      const wait = askAgainAt(state, before + 1, step) / 1_000;
      expect(wait).toBeGreaterThanOrEqual(0.9 * seconds);
      expect(wait).toBeLessThanOrEqual(1.1 * seconds);
    }
    expect(askAgainAt(state, 10_000, step)).toBeLessThanOrEqual(1.1 * 15 * minute);
  });

  it('backs off from 5 seconds to 4 minutes, and never probes before what Retry-After asked for', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    const waitAfterTrouble = (retryAfterMs: number | null) => {
      stage.problem(1, problemOf('service', retryAfterMs));
      const wait = clockAt(stage.state, stage.account().slowdown!.probeAt)! - stage.now;
      stage.pass(wait);
      return wait;
    };
    const waits = Array.from({ length: 12 }, () => waitAfterTrouble(null));
    expect(waits[0]).toBeLessThanOrEqual(5_500);
    for (const wait of waits) expect(wait).toBeLessThanOrEqual(4.4 * minute);
    expect(waits.at(-1)).toBeGreaterThanOrEqual(3.6 * minute);
    expect(waitAfterTrouble(10 * minute)).toBe(10 * minute);
  });

  it('has first looks first, after a start and among all that the person wants to know now', () => {
    const before = createStage();
    before.ready();
    before.add(1, 2);
    for (const assetId of [1, 2]) before.askAndAnswer(assetId, 'IN_PROGRESS');
    before.add(3, 4, 5, 6);
    const watches = [...before.state.watches.values()];
    const stage = createStage({ at: before.now, watches }, { lists: false });
    stage.ready();
    stage.send({ kind: 'check-now', watches: 'all' });
    const order = watches.map(() => {
      stage.pass(1_000);
      const [first] = stage.onTheWire().flatMap(({ question }) => ('watch' in question ? question : []));
      const { assetId } = first!.reference;
      stage.answer(assetId, 'IN_PROGRESS');
      return assetId;
    });
    expect(order.slice(-2).toSorted()).toEqual([1, 2]);
  });
});
