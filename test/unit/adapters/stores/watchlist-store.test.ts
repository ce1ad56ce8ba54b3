import '../../../support/electron-path.ts';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lineOf } from '../../../../main/adapters/stores/journal-line.ts';
import { openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import type { LateNotice } from '../../../../main/monitor/notice.ts';
import type { Notice } from '../../../../main/monitor/notice.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { changesOf, durationOf, groupOf, noticeOf, settled, watchOf } from './entries.ts';

const now = () => 0;
const fixtures = join(import.meta.dirname, '../../fixtures/stores');
const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The names in the watchlist's own folder. */
const filesIn = (folder: string) => readdirSync(join(folder, 'watchlist')).toSorted();
const journals = (folder: string) => filesIn(folder).filter((name) => name.startsWith('changes-'));

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

test('how long imports took is there in the next run, the oldest end first, and that one was told to be late', async () => {
  const folder = temporaryFolder();
  const late: LateNotice = { ...noticeOf(1), about: 'late', usual: { fromMs: 1, toMs: 2 } };
  const watches = [{ ...watchOf(1), toldLate: true }];
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
  await store.save(changesOf({ watches: [watchOf(11)] }));
  expect(statSync(join(folder, 'watchlist')).mode & 0o777).toBe(0o700);
  expect(filesIn(folder).length).toBeGreaterThan(2);
  for (const name of filesIn(folder))
    expect(statSync(join(folder, 'watchlist', name)).mode & 0o777).toBe(0o600);
});

test('the one file of version 1 loads, and goes once its content is in the base', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'watchlist.json');
  copyFileSync(join(fixtures, 'watchlist-1.json'), file);
  const store = openWatchlistStore({ folder, now });
  expect(store.unreadable).toEqual([]);
  expect(store.watches[0]?.known?.metaData?.resolution).toBe('1920x1080');
  expect(store.watches[0]?.group).toBeNull();
  expect(store.notices[0]?.about).toBe('import');
  expect(store.notices[0]?.fate).toEqual({ kind: 'shown', by: 'node-notifier', at: 1790000060500 });
  await settled(store);
  expect(existsSync(file)).toBe(true);

  await store.save(changesOf({ watches: [watchOf(1)] }));
  await settled(store);
  expect(openWatchlistStore({ folder, now }).watches).toEqual([watchOf(1), ...store.watches]);
  await settled(openWatchlistStore({ folder, now }));
});

test('the folder of version 1 loads: base and journal', () => {
  const folder = temporaryFolder();
  cpSync(join(fixtures, 'watchlist-folder-1'), join(folder, 'watchlist'), { recursive: true });
  const store = openWatchlistStore({ folder, now });
  expect(store.unreadable).toEqual([]);
  expect(store.watches.map(({ id, label, group }) => [id, label, group])).toEqual([
    ['a1:films/1', null, null],
    ['a1:films/2', 'Reel', null],
  ]);
  expect(store.groups).toEqual([]);
  expect(store.notices).toEqual([noticeOf(2)]);
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

test('a failed save says why and loses nothing that was saved; handed in again it is saved', async () => {
  const folder = join(temporaryFolder(), 'user');
  const store = openWatchlistStore({ folder, now });
  await store.save(changesOf({ watches: [watchOf(1)] }));
  renameSync(folder, `${folder}-kept`);
  writeFileSync(folder, 'in the way');
  const changes = changesOf({ watches: [watchOf(2)] });
  await expect(store.save(changes)).rejects.toThrow(/in-the-way/);
  expect(openWatchlistStore({ folder: `${folder}-kept`, now }).watches).toEqual([watchOf(1)]);

  rmSync(folder);
  renameSync(`${folder}-kept`, folder);
  await store.save(changes);
  expect(openWatchlistStore({ folder, now }).watches).toEqual([watchOf(1), watchOf(2)]);
});

test('a folder that somebody deleted is told, and written anew from memory by the next save', async () => {
  const folder = join(temporaryFolder(), 'user');
  const first = openWatchlistStore({ folder, now, journalLimit: 1 });
  await first.save(changesOf({ watches: [watchOf(1)] }));
  await settled(first);
  const store = openWatchlistStore({ folder, now });
  await store.save(changesOf({ watches: [watchOf(2)] }));
  rmSync(folder, { recursive: true });
  const changes = changesOf({ watches: [watchOf(3)] });
  await expect(store.save(changes)).rejects.toThrow('folder-gone (ENOENT)');

  await store.save(changes);
  await settled(store);
  expect(openWatchlistStore({ folder, now }).watches).toEqual([watchOf(1), watchOf(2), watchOf(3)]);
});

test('an outage leaves no file for each try', async () => {
  const folder = join(temporaryFolder(), 'user');
  const store = openWatchlistStore({ folder, now });
  await store.save(changesOf({ watches: [watchOf(1)] }));
  for (const id of many(20)) {
    rmSync(join(folder, 'watchlist'), { recursive: true, force: true });
    writeFileSync(join(folder, 'watchlist'), 'in the way');
    await expect(store.save(changesOf({ watches: [watchOf(id)] }))).rejects.toThrow('in-the-way');
    rmSync(join(folder, 'watchlist'));
  }
  await store.save(changesOf({ watches: [watchOf(2)] }));
  await settled(store);
  expect(journals(folder)).toEqual([]);
  expect(openWatchlistStore({ folder, now }).watches).toEqual([watchOf(1), watchOf(2)]);
});

test('what a crash left half-written beside a file is taken away', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now, journalLimit: 1 });
  await store.save(changesOf({ watches: [watchOf(1)] }));
  await settled(store);
  const before = filesIn(folder);
  writeFileSync(join(folder, 'watchlist', `${before[0]}.tmp-1234567890abcdef`), '{"ver');
  expect(openWatchlistStore({ folder, now }).watches).toEqual([watchOf(1)]);
  expect(filesIn(folder)).toEqual(before);
});

test.for([
  ['an id that is no number', { reference: { workspace: 'films', projectId: 1, assetId: '1' } }],
  ['an unknown fate', { fate: { kind: 'eaten' } }],
])('a file with %s is put aside', ([, part]) => {
  const folder = temporaryFolder();
  const notice = { ...noticeOf(1), ...(part as object) };
  const text = JSON.stringify({ version: 2, watches: {}, notices: { [notice.key]: notice }, groups: {} });
  writeFileSync(join(folder, 'watchlist.json'), text);
  const store = openWatchlistStore({ folder, now });
  expect(store.notices).toEqual([]);
  expect(readFileSync(store.unreadable[0]!.copy, 'utf8')).toBe(text);
});

test('of a damaged part only its own entries are missing, and each is told', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now, journalLimit: 1 });
  await store.save(changesOf({ watches: many(200).map((id) => watchOf(id)) }));
  await settled(store);
  const path = join(folder, 'watchlist', 'part-7.json');
  const lost = Object.keys((JSON.parse(readFileSync(path, 'utf8')) as { watches: object }).watches);
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));

  const next = openWatchlistStore({ folder, now });
  const copy = join(folder, 'watchlist', 'part-7.corrupt-1970-01-01T00-00-00-000Z.json');
  expect(next.unreadable).toEqual([{ kind: 'store-unreadable', file: path, copy }]);
  expect(lost.length).toBeGreaterThan(0);
  expect(next.watches).toEqual(
    store.watches.concat(many(200).map((id) => watchOf(id))).filter(({ id }) => !lost.includes(id)),
  );
});

test.for([
  ['damaged in its midst', (text: string) => text.replace('"label":null', '"label":nuII')],
  ['of a newer version', (text: string) => text + lineOf('{"version":3,"watches":[]}')],
  ['of something else', (text: string) => text + lineOf('["hello"]')],
])('a journal %s is told, read as far as it can be, and kept', async ([, damage]) => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now });
  for (const id of many(3)) await store.save(changesOf({ watches: [watchOf(id)] }));
  const path = join(folder, 'watchlist', 'changes-1.jsonl');
  const text = (damage as (text: string) => string)(readFileSync(path, 'utf8'));
  writeFileSync(path, text);

  const next = openWatchlistStore({ folder, now });
  const copy = join(folder, 'watchlist', 'changes-1.corrupt-1970-01-01T00-00-00-000Z.jsonl');
  expect(next.unreadable).toEqual([{ kind: 'store-unreadable', file: path, copy }]);
  const readable = text.includes('nuII') ? [watchOf(2), watchOf(3)] : many(3).map((id) => watchOf(id));
  expect(next.watches).toEqual(readable);
  expect(existsSync(copy)).toBe(false);

  await next.save(changesOf({ watches: [watchOf(4)] }));
  await settled(next);
  expect(readFileSync(copy, 'utf8')).toBe(text);
  const later = openWatchlistStore({ folder, now });
  expect(later.unreadable).toEqual([]);
  expect(later.watches).toEqual([...readable, watchOf(4)]);
});

test('a folder in the place of a journal is put aside', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'watchlist', 'changes-1.jsonl'), { recursive: true });
  const store = openWatchlistStore({ folder, now });
  expect(store.unreadable).toHaveLength(1);
  expect(journals(folder)).toEqual(['changes-1.corrupt-1970-01-01T00-00-00-000Z.jsonl']);
});

test('a torn end is not damage', async () => {
  const folder = temporaryFolder();
  await openWatchlistStore({ folder, now }).save(changesOf({ watches: [watchOf(1)] }));
  appendFileSync(join(folder, 'watchlist', 'changes-1.jsonl'), '0123abcd {"version":1,"wat');
  const store = openWatchlistStore({ folder, now });
  expect(store.unreadable).toEqual([]);
  expect(store.watches).toEqual([watchOf(1)]);
});
