import { describe, expect, it } from 'vitest';
import { createState } from '../../../main/monitor/initial-state.ts';
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
      async save({ removedWatches }) {
        await Promise.resolve();
        if (disk.fails) throw new Error('disk full');
        disk.removed.push([...removedWatches]);
      },
    },
    (event) => disk.events.push(event),
  );
  const nothing = { notices: [], durations: [], groups: [], follows: [], seen: [] };
  const add = (revision: number, watch: string, urgent: boolean) =>
    saver.add({ kind: 'save', revision, watches: [watch], ...nothing, urgent });
  return { disk, saver, state, add };
}

describe('the saver', () => {
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
