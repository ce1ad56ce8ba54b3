import '../../../support/electron-path.ts';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import type { LateNotice, Notice } from '../../../../main/monitor/notice.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { changesOf, durationOf, groupOf, noticeOf, settled, watchOf } from './entries.ts';
import { filesIn, journals } from './watchlist-folder.ts';

const now = () => 0;
const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('what was saved is on disk when the promise resolves, and is read by the next run', async () => {
  const folder = temporaryFolder();
  await openWatchlistStore({ folder, now }).save(
    changesOf({ watches: [watchOf(1)], notices: [noticeOf(1)] }),
  );
  const next = openWatchlistStore({ folder, now });
  expect(next.watches).toEqual([watchOf(1)]);
  expect(next.notices).toEqual([noticeOf(1)]);
  expect(next.unreadable).toEqual([]);
});

test('the end after which a status came that nobody knows is there in the next run', async () => {
  const folder = temporaryFolder();
  const lastEnd = { assetId: 1, status: 'COMPLETED', text: null, metaData: null, receivedAt: 1 };
  const watches = [{ ...watchOf(1), known: { ...lastEnd, status: 'MAINTENANCE' }, lastEnd }];
  await openWatchlistStore({ folder, now }).save(changesOf({ watches }));
  expect(openWatchlistStore({ folder, now }).watches).toEqual(watches);
});

test('how long imports took is there in the next run, the oldest end first, and that one was told to be late', async () => {
  const folder = temporaryFolder();
  const late: LateNotice = { ...noticeOf(1), about: 'late', usual: { fromMs: 1, toMs: 2 } };
  const watches = [{ ...watchOf(1), toldLate: true, isAgeDoubtful: true }];
  const durations = [durationOf(3), durationOf(1), durationOf(2)];
  await openWatchlistStore({ folder, now }).save(changesOf({ watches, notices: [late], durations }));
  const next = openWatchlistStore({ folder, now });
  expect(next.durations).toEqual([durationOf(1), durationOf(2), durationOf(3)]);
  expect(next.notices).toEqual([late]);
  expect(next.watches).toEqual(watches);
  await next.save(changesOf({ removedDurations: [durationOf(2).key] }));
  expect(openWatchlistStore({ folder, now }).durations).toEqual([durationOf(1), durationOf(3)]);
});

test('groups and what is told of them are read by the next run, from the journal and from the base', async () => {
  const { about: _about, ...life } = noticeOf(1);
  const group = { group: 'group-1', groupName: 'Batch' };
  const failedMembers = [{ watch: 'a1:films/1', name: null, assetId: 1, status: 'FAILED' }];
  const notices: Notice[] = [
    { ...life, about: 'group-failure', ...group, ended: 1, all: 2 },
    {
      about: 'group-done',
      key: 'group:group-1@1:1:done',
      ...group,
      completed: 1,
      failed: 1,
      failedMembers,
      at: 2,
      fate: { kind: 'held', reason: 'told-with-group', at: 2 },
      read: false,
    },
  ];
  const watches = [{ ...watchOf(1), group: { id: 'group-1', round: 2 } }];
  for (const journalLimit of [1, 1_000_000]) {
    const folder = temporaryFolder();
    const store = openWatchlistStore({ folder, now, journalLimit });
    await store.save(changesOf({ watches, notices, groups: [groupOf(1), groupOf(2)] }));
    await store.save(changesOf({ removedGroups: [groupOf(2).id] }));
    await settled(store);
    const next = openWatchlistStore({ folder, now });
    expect([next.watches, next.notices, next.groups]).toEqual([watches, notices, [groupOf(1)]]);
    expect(next.unreadable).toEqual([]);
  }
});

test('entries are changed and taken out one by one, also in the base', async () => {
  for (const journalLimit of [1, 1_000_000]) {
    const folder = temporaryFolder();
    const store = openWatchlistStore({ folder, now, journalLimit });
    const notices = [noticeOf(1), noticeOf(2)];
    await store.save(changesOf({ watches: [watchOf(1), watchOf(2)], notices }));
    const watches = [watchOf(2, 'Reel')];
    await store.save(
      changesOf({ watches, removedWatches: [watchOf(1).id], removedNotices: [noticeOf(1).key] }),
    );
    await settled(store);
    expect(journals(folder)).toHaveLength(journalLimit === 1 ? 0 : 1);
    const next = openWatchlistStore({ folder, now });
    expect(next.watches).toEqual(watches);
    expect(next.notices).toEqual([noticeOf(2)]);
  }
});

test('a save writes what changed, not what there is', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now });
  await store.save(changesOf({ watches: many(2_000).map((id) => watchOf(id)) }));
  const before = statSync(join(folder, 'watchlist/changes-1.jsonl')).size;
  await store.save(changesOf({ watches: [watchOf(5, 'Reel')] }));
  expect(statSync(join(folder, 'watchlist/changes-1.jsonl')).size - before).toBeLessThan(500);
  expect(filesIn(folder)).toEqual(['changes-1.jsonl']);
});

test('nothing is written by opening, nor by a save of nothing', async () => {
  const empty = temporaryFolder();
  await settled(openWatchlistStore({ folder: empty, now }));
  expect(readdirSync(empty)).toEqual([]);

  const folder = temporaryFolder();
  await openWatchlistStore({ folder, now }).save(changesOf({ watches: [watchOf(1)] }));
  const before = filesIn(folder);
  await settled(openWatchlistStore({ folder, now }));
  expect(filesIn(folder)).toEqual(before);
});

test('the journal is bounded: at its limit, and after each run, its changes go into the base', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now, journalLimit: 2_000 });
  for (const id of many(100)) {
    await store.save(changesOf({ watches: [watchOf(id)] }));
    await settled(store);
    const size = journals(folder).reduce(
      (sum, name) => sum + statSync(join(folder, 'watchlist', name)).size,
      0,
    );
    expect(size).toBeLessThan(2_000);
  }
  for (const run of many(5)) {
    const next = openWatchlistStore({ folder, now });
    expect(next.watches).toHaveLength(99 + run);
    await next.save(changesOf({ watches: [watchOf(100 + run)] }));
    await settled(next);
    expect(journals(folder).length).toBeLessThan(2);
  }
});

test('every file may be read by its owner only', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now, journalLimit: 1_000 });
  await store.save(changesOf({ watches: many(10).map((id) => watchOf(id)) }));
  await settled(store);
  await store.save(changesOf({ watches: [watchOf(11)] }));
  expect(statSync(join(folder, 'watchlist')).mode & 0o777).toBe(0o700);
  expect(filesIn(folder).length).toBeGreaterThan(2);
  for (const name of filesIn(folder))
    expect(statSync(join(folder, 'watchlist', name)).mode & 0o777).toBe(0o600);
});

test('a notice that is changed after it was handed in is saved as it was', async () => {
  const folder = temporaryFolder();
  const notice = noticeOf(1);
  const saving = openWatchlistStore({ folder, now }).save(changesOf({ notices: [notice] }));
  notice.fate = { kind: 'showing' };
  await saving;
  expect(openWatchlistStore({ folder, now }).notices[0]?.fate).toEqual({ kind: 'recorded' });
});

test('each of ten thousand notices that still wait for their banner is kept', async () => {
  const folder = temporaryFolder();
  await openWatchlistStore({ folder, now }).save(changesOf({ notices: many(10_000).map(noticeOf) }));
  const kept = openWatchlistStore({ folder, now }).notices;
  expect(kept.map(({ at }) => at)).toEqual(many(10_000));
});
