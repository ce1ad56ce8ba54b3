import { describe, expect, it } from 'vitest';
import { createState } from '../../../main/monitor/initial-state.ts';
import type { SeenIds } from '../../../main/monitor/follow/seen-ids.ts';
import type { RunnerEvent } from '../../../main/runner/runner.ts';
import { createSaver } from '../../../main/runner/saver.ts';
import { startAt } from '../monitor/stage.ts';

function createDisk() {
  const settings = { floorMs: 5_000, notices: { completed: true, failed: true } };
  const state = createState({
    at: startAt,
    seed: 1,
    settings,
    watches: [],
    notices: [],
    pausedUntil: null,
  });
  const disk = {
    fails: false,
    removed: [] as string[][],
    seen: [] as (readonly SeenIds[])[],
    events: [] as RunnerEvent[],
    timers: [] as (() => void)[],
  };
  const saver = createSaver(
    state,
    {
      now: () => startAt,
      setTimer: (_at, run) => {
        disk.timers.push(run);
        return () => {};
      },
      async save({ removedWatches, seen }) {
        await Promise.resolve();
        if (disk.fails) throw new Error('disk full');
        disk.removed.push([...removedWatches]);
        disk.seen.push(seen);
      },
    },
    (event) => disk.events.push(event),
  );
  const nothing = { notices: [], durations: [], groups: [], follows: [], seen: [] };
  const add = (revision: number, watch: string, urgent: boolean) =>
    saver.add({ kind: 'save', revision, watches: [watch], ...nothing, urgent });
  const see = (revision: number, seen: SeenIds) =>
    saver.add({ kind: 'save', revision, watches: [], ...nothing, seen: [seen], urgent: true });
  return { disk, saver, state, add, see };
}

describe('the saver', () => {
  it('joins what followed projects saw, in the order in which they saw it, also after a failure', async () => {
    const { disk, see } = createDisk();
    const follow = { follow: 'f', since: 1 };
    disk.fails = true;
    see(1, { ...follow, complete: [1, 2], unfinished: [5, 5] });
    await new Promise(setImmediate);
    see(2, { ...follow, complete: [3, 3], unfinished: [2, 2] });
    await new Promise(setImmediate);
    disk.fails = false;
    see(3, { ...follow, complete: [5, 5], unfinished: [] });
    await new Promise(setImmediate);
    expect(disk.seen).toEqual([[{ ...follow, complete: [1, 1, 3, 3, 5, 5], unfinished: [2, 2] }]]);
  });

  it('drops what an earlier following of the same project saw', async () => {
    const { disk, see } = createDisk();
    disk.fails = true;
    see(1, { follow: 'f', since: 1, complete: [1, 2], unfinished: [] });
    await new Promise(setImmediate);
    disk.fails = false;
    see(2, { follow: 'f', since: 2, complete: [9, 9], unfinished: [] });
    await new Promise(setImmediate);
    expect(disk.seen).toEqual([[{ follow: 'f', since: 2, complete: [9, 9], unfinished: [] }]]);
  });

  it('gathers what nobody waits for into one write', async () => {
    const { disk, add } = createDisk();
    add(1, 'one', false);
    add(2, 'two', false);
    expect(disk.timers).toHaveLength(1);
    disk.timers[0]!();
    await new Promise(setImmediate);
    expect(disk.removed).toEqual([['one', 'two']]);
  });

  it('writes what could not be written with the next save', async () => {
    const { disk, add } = createDisk();
    disk.fails = true;
    add(1, 'one', true);
    await new Promise(setImmediate);
    expect(disk.events).toEqual([{ kind: 'save-failed', revision: 1, reason: 'disk full' }]);
    disk.fails = false;
    add(2, 'two', true);
    await new Promise(setImmediate);
    expect(disk.removed).toEqual([['one', 'two']]);
    expect(disk.events.at(-1)).toEqual({ kind: 'saved', revision: 2 });
  });

  it('loses no save that comes in the moment in which the last one ends', async () => {
    for (let delay = 0; delay < 12; delay += 1) {
      const { disk, add, state } = createDisk();
      add(1, 'one', true);
      for (let turn = 0; turn < delay; turn += 1) await Promise.resolve();
      add(2, 'two', true);
      await new Promise(setImmediate);
      expect(state.savedRevision, `after ${delay} turns`).toBe(2);
      expect(disk.removed.flat()).toEqual(['one', 'two']);
    }
  });
});
