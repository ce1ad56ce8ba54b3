import '../../../support/electron-path.ts';
import { copyFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticesKept, openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import type { SavedWatch } from '../../../../main/monitor/initial-state.ts';
import type { Notice } from '../../../../main/monitor/notice.ts';
import type { SaveChanges } from '../../../../main/runner/saver.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const now = () => 0;

function watchOf(assetId: number): SavedWatch {
  return {
    id: `a1:films/${assetId}`,
    account: 'a1',
    reference: { workspace: 'films', projectId: 1, assetId },
    label: null,
    fileName: null,
    addedAt: 1,
    attempt: 1,
    known: null,
    startedAt: 1,
    endedAt: null,
  };
}

function noticeOf(assetId: number): Notice {
  return {
    key: `a1:films/${assetId}#1.1`,
    watch: `a1:films/${assetId}`,
    reference: { workspace: 'films', projectId: 1, assetId },
    name: null,
    status: 'FAILED',
    text: 'why',
    metaData: null,
    at: assetId,
    fate: { kind: 'recorded' },
    read: false,
  };
}

function changesOf(part: Partial<SaveChanges>): SaveChanges {
  return { watches: [], removedWatches: [], notices: [], removedNotices: [], ...part };
}

test('what was saved is on disk when the promise resolves, and is read by the next run', async () => {
  const folder = temporaryFolder();
  await openWatchlistStore({ folder, now }).save(
    changesOf({ watches: [watchOf(1)], notices: [noticeOf(1)] }),
  );
  const next = openWatchlistStore({ folder, now });
  expect(next.watches).toEqual([watchOf(1)]);
  expect(next.notices).toEqual([noticeOf(1)]);
  expect(next.unreadable).toBeNull();
});

test('entries are changed and taken out one by one', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now });
  await store.save(changesOf({ watches: [watchOf(1), watchOf(2)], notices: [noticeOf(1), noticeOf(2)] }));
  const changed = { ...watchOf(2), label: 'Reel' };
  await store.save(
    changesOf({ watches: [changed], removedWatches: [watchOf(1).id], removedNotices: [noticeOf(1).key] }),
  );
  const next = openWatchlistStore({ folder, now });
  expect(next.watches).toEqual([changed]);
  expect(next.notices).toEqual([noticeOf(2)]);
});

test('a file of version 1 loads', () => {
  const folder = temporaryFolder();
  copyFileSync(
    join(import.meta.dirname, '../../fixtures/stores/watchlist-1.json'),
    join(folder, 'watchlist.json'),
  );
  const store = openWatchlistStore({ folder, now });
  expect(store.unreadable).toBeNull();
  expect(store.watches[0]?.known?.metaData?.resolution).toBe('1920x1080');
  expect(store.notices[0]?.fate).toEqual({ kind: 'shown', by: 'node-notifier', at: 1790000060500 });
});

test('what a newer app stored beside is kept: the durations', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'watchlist.json');
  writeFileSync(file, '{"version":1,"watches":{},"notices":{},"durations":[{"ms":5}]}');
  await openWatchlistStore({ folder, now }).save(changesOf({ watches: [watchOf(1)] }));
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ durations: [{ ms: 5 }] });
});

test('changes of one moment share one write', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now });
  const first = store.save(changesOf({ watches: [watchOf(1)] }));
  const second = store.save(changesOf({ watches: [watchOf(2)] }));
  expect(second).toBe(first);
  await first;
  expect(openWatchlistStore({ folder, now }).watches).toHaveLength(2);
});

test('a notice that is changed after it was handed in is saved as it was', async () => {
  const folder = temporaryFolder();
  const notice = noticeOf(1);
  const saving = openWatchlistStore({ folder, now }).save(changesOf({ notices: [notice] }));
  notice.fate = { kind: 'showing' };
  await saving;
  expect(openWatchlistStore({ folder, now }).notices[0]?.fate).toEqual({ kind: 'recorded' });
});

test('at most a thousand notices are kept, the newest', async () => {
  const folder = temporaryFolder();
  const many = Array.from({ length: noticesKept + 5 }, (_, index) => noticeOf(index + 1));
  await openWatchlistStore({ folder, now }).save(changesOf({ notices: many }));
  const kept = openWatchlistStore({ folder, now }).notices;
  expect(kept).toHaveLength(noticesKept);
  expect(kept[0]?.at).toBe(6);
});

test('a failed save says why, loses nothing that was saved, and its changes go with the next one', async () => {
  const folder = join(temporaryFolder(), 'user');
  const store = openWatchlistStore({ folder, now });
  await store.save(changesOf({ watches: [watchOf(1)] }));
  renameSync(folder, `${folder}-kept`);
  writeFileSync(folder, 'in the way');
  await expect(store.save(changesOf({ watches: [watchOf(2)] }))).rejects.toThrow(/a file stands where/);
  expect(openWatchlistStore({ folder: `${folder}-kept`, now }).watches).toEqual([watchOf(1)]);

  rmSync(folder);
  renameSync(`${folder}-kept`, folder);
  await store.save(changesOf({}));
  expect(openWatchlistStore({ folder, now }).watches).toEqual([watchOf(1), watchOf(2)]);
  expect(statSync(join(folder, 'watchlist.json')).mode & 0o777).toBe(0o600);
});

test.for([
  ['an id that is no number', { reference: { workspace: 'films', projectId: 1, assetId: '1' } }],
  ['an unknown fate', { fate: { kind: 'eaten' } }],
])('a file with %s is put aside', ([, part]) => {
  const folder = temporaryFolder();
  const notice = { ...noticeOf(1), ...(part as object) };
  const text = JSON.stringify({ version: 1, watches: {}, notices: { [notice.key]: notice }, durations: [] });
  writeFileSync(join(folder, 'watchlist.json'), text);
  const store = openWatchlistStore({ folder, now });
  expect(store.notices).toEqual([]);
  expect(readFileSync(store.unreadable!.copy, 'utf8')).toBe(text);
});
