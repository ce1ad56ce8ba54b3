import '../support/electron-path.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWatchlistStore, type WatchlistStore } from '../../main/adapters/stores/watchlist-store.ts';
import type { NoticeFate } from '../../main/monitor/notice.ts';
import { bytesWritten } from './bytes-written.ts';
import { report, type Figures } from './figures.ts';
import { measure } from './longest-block.ts';
import { noticeOf, nothing, watchesOf } from './many-watches.ts';

/** What a save of the watchlist costs, and what an opening: the event loop must never be blocked for over 100 ms. */
const sizes = [10, 1_000, 10_000, 100_000];
/** A small save is made so many times. */
const times = 25;

const now = Date.now;

const rows: Figures[] = [];
for (const size of sizes) rows.push(...(await figuresAt(size)));
report('saving', rows);

async function figuresAt(size: number): Promise<Figures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'import-watch-bench-'));
  try {
    return [
      await adding(size, folder),
      await openingOf(size, folder),
      await changing(size, 1, folder),
      ...(size < 1_000 ? [] : [await changing(size, 1_000, folder)]),
      ...(size < 10_000 ? [] : [await busyMinute(size, folder)]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As many at once as the window may add. */
async function adding(size: number, folder: string): Promise<Figures> {
  const store = openWatchlistStore({ folder, now });
  const what = size > 10_000 ? 'add them all, 10,000 at a time' : 'add them all at once';
  return row(size, what, 1, async () => {
    for (let from = 0; from < size; from += 10_000)
      await store.save({
        ...nothing,
        watches: watchesOf(from, Math.min(size, from + 10_000), 'IN_PROGRESS'),
      });
    await atRest(store);
  });
}

async function openingOf(size: number, folder: string): Promise<Figures> {
  return row(size, 'open', 1, () => {
    const { watches } = openWatchlistStore({ folder, now });
    if (watches.length !== size) throw new Error(`${watches.length} of ${size} watches came back`);
  });
}

async function changing(size: number, count: number, folder: string): Promise<Figures> {
  const store = openWatchlistStore({ folder, now });
  await store.save({ ...nothing, watches: watchesOf(0, 1, 'IN_PROGRESS') });
  await atRest(store);
  const watches = watchesOf(0, count, 'COMPLETED');
  return row(size, `save ${count} changed`, times, async () => {
    for (let time = 0; time < times; time += 1) await store.save({ ...nothing, watches });
    await atRest(store);
  });
}

/**
 * What the monitor hands to the saver while ten thousand imports end in a minute: each second 167 watches with their
 * notices, then the notices as they are shown, then as they were shown. The time between the seconds is left out.
 */
async function busyMinute(size: number, folder: string): Promise<Figures> {
  const store = openWatchlistStore({ folder, now });
  return row(size, '10,000 ends in a minute', 1, async () => {
    for (let from = 0; from < 10_000; from += 167) {
      const watches = watchesOf(from, Math.min(10_000, from + 167), 'COMPLETED');
      const noticesAs = (fate: NoticeFate) => watches.map((watch) => noticeOf(watch, fate));
      await store.save({ ...nothing, watches, notices: noticesAs({ kind: 'recorded' }) });
      await store.save({ ...nothing, notices: noticesAs({ kind: 'showing' }) });
      await store.save({ ...nothing, notices: noticesAs({ kind: 'shown', by: 'node-notifier', at: now() }) });
    }
    await atRest(store);
  });
}

/** Saves are taken in turn: one of nothing ends when nothing is left to be done. */
function atRest(store: WatchlistStore): Promise<void> {
  return store.save(nothing);
}

async function row(
  watches: number,
  what: string,
  saves: number,
  work: () => Promise<void> | void,
): Promise<Figures> {
  const before = bytesWritten();
  const { ms, blockedMs } = await measure(work);
  const after = bytesWritten();
  return {
    watches,
    what,
    ms: rounded(ms / saves),
    'longest block, ms': rounded(blockedMs),
    'KiB written': before === null || after === null ? 'unknown' : rounded((after - before) / saves / 1_024),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
