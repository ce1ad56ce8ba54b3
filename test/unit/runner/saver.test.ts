import { describe, expect, it } from 'vitest';
import type { SeenAssets } from '../../../main/model/follow.ts';
import { noRows, type StoredChanges } from '../../../main/model/stored.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { Happening } from '../../../main/monitor/kernel/events.ts';
import { createSaver } from '../../../main/runner/saver.ts';
import { createStage, startAt } from '../monitor/stage.ts';

function createDisk() {
  const disk = {
    fails: false,
    written: [] as StoredChanges[],
    events: [] as Happening[],
    timers: [] as (() => void)[],
    /** The watches of each write, by name. */
    watches: () =>
      disk.written.map(({ watches }) => [...watches].map(([id, row]) => `${id} ${row?.label ?? 'gone'}`)),
  };
  const saver = createSaver(
    {
      now: () => startAt,
      setTimer: (_at, run) => {
        disk.timers.push(run);
        return () => {};
      },
      async save(changes) {
        await Promise.resolve();
        if (disk.fails) throw new Error('disk full');
        disk.written.push(changes);
      },
    },
    (event) => disk.events.push(event),
  );
  const save = (revision: number, changes: Partial<StoredChanges>, urgent = true) =>
    saver.add({ kind: 'save', revision, changes: { ...nothing, ...changes }, urgent });
  return { disk, saver, save };
}

const nothing: StoredChanges = noRows();

const stage = createStage();
stage.add(1);
const watched = (id: string, label: string | null): [string, Watch | null] => [
  id,
  label === null ? null : { ...stage.watch(1), id, label },
];
const changed = (...watches: [string, Watch | null][]) => ({ watches: new Map(watches) });
const ended = () => new Promise(setImmediate);

describe('the saver', () => {
  it('gathers what nobody waits for into one write', async () => {
    const { disk, save } = createDisk();
    save(1, changed(watched('one', 'first')), false);
    save(2, changed(watched('two', 'first')), false);
    expect(disk.timers).toHaveLength(1);
    disk.timers[0]!();
    await ended();
    expect(disk.watches()).toEqual([['one first', 'two first']]);
  });

  it('writes of each row only how it is in the end', async () => {
    const { disk, save } = createDisk();
    save(1, changed(watched('one', 'first'), watched('two', 'first'), watched('three', null)), false);
    save(2, changed(watched('one', 'second'), watched('two', null)), false);
    save(3, changed(watched('three', 'again')));
    await ended();
    expect(disk.watches()).toEqual([['one second', 'two gone', 'three again']]);
  });

  it('keeps kinds of rows apart, and leaves what it was given as it was', async () => {
    const { disk, save } = createDisk();
    const seen: SeenAssets = {
      follow: 'one',
      settled: { to: 0, count: 0 },
      complete: [1, 2],
      unfinished: [],
      refused: [],
      unlisted: [],
    };
    const first = { ...changed(watched('one', 'first')), seen: new Map([['one', seen]]) };
    save(1, first, false);
    save(2, changed(watched('one', null)));
    await ended();
    expect(disk.watches()).toEqual([['one gone']]);
    expect([...disk.written[0]!.seen]).toEqual([['one', seen]]);
    expect([...first.watches]).toEqual([watched('one', 'first')]);
  });

  it('writes what could not be written with the next save, where nothing newer came', async () => {
    const { disk, save } = createDisk();
    disk.fails = true;
    save(1, changed(watched('one', 'first'), watched('two', 'first')));
    // While the write goes on.
    save(2, changed(watched('one', 'second')), false);
    await ended();
    expect(disk.events).toEqual([{ kind: 'save-failed', reason: 'disk full' }]);
    disk.fails = false;
    save(3, changed(watched('three', 'first')));
    await ended();
    expect(disk.watches()).toEqual([['one second', 'two first', 'three first']]);
    expect(disk.events.at(-1)).toEqual({ kind: 'saved', revision: 3 });
  });

  it('loses no save that comes in the moment in which the last one ends', async () => {
    for (let delay = 0; delay < 12; delay += 1) {
      const { disk, save } = createDisk();
      save(1, changed(watched('one', 'first')));
      for (let turn = 0; turn < delay; turn += 1) await Promise.resolve();
      save(2, changed(watched('two', 'first')));
      await ended();
      expect(disk.events.at(-1), `after ${delay} turns`).toEqual({ kind: 'saved', revision: 2 });
      expect(disk.watches().flat()).toEqual(['one first', 'two first']);
    }
  });
});
