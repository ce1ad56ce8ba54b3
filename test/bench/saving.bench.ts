import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWatchlistStore, type WatchlistStore } from '../../main/adapters/stores/watchlist-store.ts';
import type { NoticeFate } from '../../main/model/notice.ts';
import { changesOf } from '../unit/adapters/stores/entries.ts';
import { bytesWritten } from './bytes-written.ts';
import { report, type Figures } from './figures.ts';
import { measure } from './longest-block.ts';
import { noticeOf, watchesOf } from './many-watches.ts';

/** The cost of opening the watchlist and of saving. The event loop should never be blocked for longer than a frame, 16 ms. */
const sizes = [10, 1_000, 10_000, 100_000];
/** How often a small save is repeated. */
const times = 25;
const shown: NoticeFate = { kind: 'shown', by: 'node-notifier', at: Date.now() };

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
      ...(size < 10_000 ? [] : [await changingAll(size, folder), await busyMinute(size, folder)]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function open(folder: string) {
  const fail = () => {
    throw new Error('The store has a warning.');
  };
  return openWatchlistStore({ folder, now: Date.now, warn: fail });
}

/** As many at once as the window may add, each with a notice. */
async function adding(size: number, folder: string): Promise<Figures> {
  const store = await open(folder);
  const what =
    size > 10_000 ? 'add them all with notices, 10,000 at a time' : 'add them all with notices at once';
  const saves = Array.from({ length: Math.ceil(size / 10_000) }, (_, index) => {
    const watches = watchesOf(index * 10_000, Math.min(size, (index + 1) * 10_000), 'COMPLETED');
    return changesOf({ watches, notices: watches.map((watch) => noticeOf(watch, { kind: 'recorded' })) });
  });
  const figures = await row(size, what, 1, async () => {
    for (const changes of saves) await store.save(changes);
  });
  await store.close();
  return figures;
}

async function openingOf(size: number, folder: string): Promise<Figures> {
  let store: WatchlistStore | null = null;
  const figures = await row(size, 'open', 1, async () => {
    store = await open(folder);
    const { watches, notices } = store.stored;
    if (watches.length !== size || notices.length !== size) throw new Error('Some rows are missing.');
  });
  await store!.close();
  return figures;
}

async function changing(size: number, count: number, folder: string): Promise<Figures> {
  const store = await open(folder);
  const saves = Array.from({ length: times }, (_, time) =>
    changesOf({ watches: watchesOf(0, count, 'FAILED').map((watch) => ({ ...watch, endedAt: time })) }),
  );
  const figures = await row(size, `save ${count} changed`, times, async () => {
    for (const changes of saves) await store.save(changes);
  });
  await store.close();
  return figures;
}

/** 10,000 watches and as many notices change in one save. */
async function changingAll(size: number, folder: string): Promise<Figures> {
  const store = await open(folder);
  const watches = watchesOf(0, 10_000, 'INVALID_METADATA');
  const changes = changesOf({ watches, notices: watches.map((watch) => noticeOf(watch, shown)) });
  const figures = await row(size, 'save 20,000 changed', 1, () => store.save(changes));
  await store.close();
  return figures;
}

/**
 * What the monitor hands to the saver while ten thousand imports end in a minute: each second 167 watches with their
 * notices, then the notices as they are shown, then as they were shown. The time between the seconds is left out.
 */
async function busyMinute(size: number, folder: string): Promise<Figures> {
  const store = await open(folder);
  const figures = await row(size, '10,000 ends in a minute', 1, async () => {
    for (let from = 0; from < 10_000; from += 167) {
      const watches = watchesOf(from, Math.min(10_000, from + 167), 'COMPLETED');
      const noticesAs = (fate: NoticeFate) => watches.map((watch) => noticeOf(watch, fate));
      await store.save(changesOf({ watches, notices: noticesAs({ kind: 'recorded' }) }));
      await store.save(changesOf({ notices: noticesAs({ kind: 'showing', receipt: 'r1' }) }));
      await store.save(changesOf({ notices: noticesAs(shown) }));
    }
  });
  await store.close();
  return figures;
}

async function row(
  watches: number,
  what: string,
  saves: number,
  work: () => Promise<void> | void,
): Promise<Figures> {
  const before = bytesWritten();
  const { ms, blockedMs, workedMs } = await measure(work);
  const after = bytesWritten();
  return {
    watches,
    what,
    ms: rounded(ms / saves),
    'longest block, ms': rounded(blockedMs),
    'most work in one turn, ms': rounded(workedMs),
    'KiB written': before === null || after === null ? 'unknown' : rounded((after - before) / saves / 1_024),
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
