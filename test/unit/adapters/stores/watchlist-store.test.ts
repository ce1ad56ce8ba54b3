import '../../../support/electron-path.ts';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LateNotice, Notice } from '../../../../main/model/notice.ts';
import { storedKinds, type StoredChanges } from '../../../../main/model/stored.ts';
import type { Watch } from '../../../../main/model/watch.ts';
import { temporaryFolder, temporaryFolderInMemory } from '../../../support/temporary-folder.ts';
import {
  changesOf,
  followOf,
  deliveryOf,
  groupOf,
  hookOf,
  lastEndOf,
  listingOf,
  timelineOf,
  noticeOf,
  observationOf,
  seenOf,
  watchOf,
  wishOf,
} from './entries.ts';
import { afterCrash, listed, openIn } from './opened.ts';

const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const ended = { assetId: 1, status: 'COMPLETED', text: null, metaData: null, receivedAt: 1 };
const { about: _about, ...told } = noticeOf(1);
const ofGroup = { group: 'group-1', groupName: 'Batch' };

const full = {
  watches: [
    watchOf(1),
    {
      ...watchOf(2, 'Reel ½ 한국어 🎬'),
      group: { id: 'group-1', round: 2 },
      toldLate: true,
      isAgeDoubtful: true,
      isHandled: false,
    },
    {
      ...watchOf(3),
      addedAt: 3.5e12,
      known: { ...ended, assetId: 3, status: 'MAINTENANCE' },
      lastEnd: { ...ended, assetId: 3 },
    },
  ] satisfies Watch[],
  notices: [
    noticeOf(1),
    {
      ...told,
      about: 'late',
      key: 'a1:films/1#1.1:late',
      at: 2,
      usual: { fromMs: 1.5, toMs: 2 },
    } satisfies LateNotice,
    {
      ...told,
      about: 'group-failure',
      key: 'group:group-1@1:1:failure',
      at: 3,
      ...ofGroup,
      ended: 1,
      all: 2,
    },
    {
      about: 'group-done',
      key: 'group:group-1@1:1:done',
      ...ofGroup,
      completed: 1,
      failed: 1,
      gone: 0,
      failedMembers: [{ watch: 'a1:films/1', name: null, assetId: 1, status: 'FAILED' }],
      at: 4,
      fate: { kind: 'held', reason: 'told-with-group', at: 2 },
      read: true,
    },
    { ...noticeOf(5), fate: { kind: 'showing', receipt: 'r1' } },
    { ...noticeOf(6), fate: { kind: 'shown', by: 'electron', at: 6 } },
    {
      ...noticeOf(7),
      fate: { kind: 'not-shown', reasons: [{ by: 'node-notifier', reason: 'no-answer' }], at: 7 },
      metaData: { resolution: '1920x1080', durationMs: 1, size: 0, format: 'mov' },
    },
  ] satisfies Notice[],
  observations: [observationOf(1), observationOf(2)],
  follows: [followOf(1), followOf(2)],
  listings: [listingOf('a1')],
  timelines: [timelineOf(1)],
  seen: [seenOf(1), seenOf(2, [])],
  groups: [groupOf(1), groupOf(2)],
  hooks: [hookOf(1)],
  deliveries: [deliveryOf(1), deliveryOf(2)],
  lastEnds: [lastEndOf(1)],
  wishes: [wishOf(1), wishOf(2)],
};

test('reads back everything that was saved, oldest first', async () => {
  const folder = temporaryFolder();
  const store = await openIn(folder);
  await store.save(
    changesOf(Object.fromEntries(Object.entries(full).map(([kind, rows]) => [kind, rows.toReversed()]))),
  );
  await store.close();
  const next = await openIn(folder);
  expect(next.stored).toEqual({ ...full, seen: expect.any(Array) });
  expect(next.stored.seen).toHaveLength(2);
  expect(next.stored.seen).toEqual(expect.arrayContaining(full.seen));
  expect(next.warnings).toEqual([]);
});

test('sorts observations by when they ended', async () => {
  const folder = temporaryFolder();
  const store = await openIn(folder);
  const observations = [{ ...observationOf(1), atMostMs: 9e6 }, observationOf(2), observationOf(3)];
  await store.save(changesOf({ observations }));
  await store.close();
  expect((await openIn(folder)).stored.observations.map(({ startedAt }) => startedAt)).toEqual([2, 3, 1]);
});

test('has the changes on disk once the promise resolves, even if the app is killed right then', async () => {
  const folder = temporaryFolder();
  const store = await openIn(folder);
  await store.save(changesOf({ watches: [watchOf(1)], notices: [noticeOf(1)] }));
  await store.save(changesOf({ watches: [watchOf(1, 'Reel')] }, { notices: [noticeOf(1).key] }));
  expect((await afterCrash(folder)).stored).toMatchObject({ watches: [watchOf(1, 'Reel')], notices: [] });
});

test('matches a map in memory after any sequence of saves and restarts', async () => {
  const folder = join(temporaryFolderInMemory(), 'user');
  const id = fc.integer({ min: 1, max: 5 });
  const label = fc.option(fc.string({ unit: 'grapheme', maxLength: 5 }));
  const some = fc.record({
    rows: fc.record({
      watches: fc.array(
        fc.tuple(id, label).map(([assetId, name]) => watchOf(assetId, name)),
        { maxLength: 3 },
      ),
      notices: fc.array(id.map(noticeOf), { maxLength: 3 }),
      observations: fc.array(id.map(observationOf), { maxLength: 3 }),
      follows: fc.array(id.map(followOf), { maxLength: 2 }),
      seen: fc.array(
        fc.tuple(id, id).map(([project, asset]) => seenOf(project, [asset, asset])),
        { maxLength: 2 },
      ),
      groups: fc.array(id.map(groupOf), { maxLength: 2 }),
    }),
    removed: fc.record({
      watches: fc.array(
        id.map((each) => watchOf(each).id),
        { maxLength: 2 },
      ),
      notices: fc.array(
        id.map((each) => noticeOf(each).key),
        { maxLength: 2 },
      ),
      seen: fc.array(
        id.map((each) => seenOf(each).follow),
        { maxLength: 2 },
      ),
    }),
    endsRun: fc.boolean(),
  });
  let store = await openIn(folder);
  const list = new Map<string, object>();
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 8 }), async (saves) => {
      for (const { rows, removed, endsRun } of saves) {
        const changes = changesOf(rows, removed);
        await store.save(changes);
        applyTo(list, changes);
        if (!endsRun) continue;
        await store.close();
        store = await openIn(folder);
        expect(listed(store.stored)).toEqual(list);
      }
    }),
    { numRuns: 60 },
  );
});

function applyTo(list: Map<string, object>, changes: StoredChanges): void {
  for (const kind of storedKinds)
    for (const [key, row] of changes[kind])
      if (row === null) list.delete(`${kind} ${key}`);
      else list.set(`${kind} ${key}`, row);
}

test('runs saves in order, even while a large one yields', async () => {
  const folder = temporaryFolder();
  const store = await openIn(folder);
  const first = store.save(changesOf({ watches: many(5_000).map((id) => watchOf(id)) }));
  const second = store.save(changesOf({ watches: [watchOf(5_000, 'later')] }, { watches: [watchOf(1).id] }));
  await Promise.all([first, second]);
  const { watches } = (await afterCrash(folder)).stored;
  expect(watches).toHaveLength(4_999);
  expect(watches.at(-1)).toEqual(watchOf(5_000, 'later'));
});

test('lets other work run during a large save, and while it reads a long list', async () => {
  const folder = temporaryFolderInMemory();
  const store = await openIn(folder);
  // Waiting for the disk alone takes only a few turns.
  expect(
    await turnsDuring(store.save(changesOf({ watches: many(10_000).map((id) => watchOf(id)) }))),
  ).toBeGreaterThan(8);
  await store.close();
  expect(await turnsDuring(openIn(folder))).toBeGreaterThan(4);
});

/** How often other work could run before this was over. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let [isOver, turns] = [false, 0];
  void work.finally(() => (isOver = true));
  while (!isOver) {
    await setImmediate();
    turns += 1;
  }
  await work;
  return turns;
}

test('writes nothing when it opens, nor when there is nothing to save', async () => {
  const folder = join(temporaryFolder(), 'user');
  const first = await openIn(folder);
  await first.save(changesOf({}));
  await first.close();
  expect(() => readdirSync(folder)).toThrow('ENOENT');

  const store = await openIn(folder);
  await store.save(changesOf({ watches: [watchOf(1)] }));
  await store.close();
  const before = statSync(join(folder, 'watchlist.db'), { bigint: true }).mtimeNs;
  const again = await openIn(folder);
  await again.save(changesOf({}));
  await again.close();
  expect(statSync(join(folder, 'watchlist.db'), { bigint: true }).mtimeNs).toBe(before);
  expect(readdirSync(folder)).toEqual(['watchlist.db']);
});

test('writes only what changed', async () => {
  const folder = temporaryFolder();
  const store = await openIn(folder);
  await store.save(changesOf({ watches: many(2_000).map((id) => watchOf(id)) }));
  await store.close();
  const next = await openIn(folder);
  await next.save(changesOf({ watches: [watchOf(5, 'Reel')] }));
  expect(statSync(join(folder, 'watchlist.db-wal')).size).toBeLessThan(10_000);
});

test('keeps the log bounded and leaves a single file when it closes', async () => {
  const folder = temporaryFolderInMemory();
  const store = await openIn(folder);
  let largest = 0;
  for (const round of many(12)) {
    await store.save(
      changesOf({ watches: many(500).map((id) => watchOf(id, String(round % 10).repeat(4_000))) }),
    );
    largest = Math.max(largest, statSync(join(folder, 'watchlist.db-wal')).size);
  }
  // One save may exceed the limit.
  expect(largest).toBeLessThan(20 * 1_024 * 1_024);
  expect(largest).toBeGreaterThan(16 * 1_024 * 1_024);
  await store.close();
  expect(readdirSync(folder)).toEqual(['watchlist.db']);
  expect((await openIn(folder)).stored.watches).toHaveLength(500);
});

test('keeps a second instance out and says why', async () => {
  const folder = temporaryFolder();
  const store = await openIn(folder);
  await store.save(changesOf({ watches: [watchOf(1)] }));
  const second = await openIn(folder);
  const file = join(folder, 'watchlist.db');
  expect(second.stored.watches).toEqual([]);
  expect(second.warnings).toEqual([{ kind: 'store-unreadable', file, copy: file }]);
  expect(second.isUnread).toBe(true);
  await expect(second.save(changesOf({ watches: [watchOf(2)] }))).rejects.toThrow('not-read');

  await store.close();
  await expect(second.save(changesOf({ watches: [watchOf(2)] }))).rejects.toThrow('not-read');
  expect((await openIn(folder)).stored.watches).toEqual([watchOf(1)]);
});

test('is a plain database with rows of JSON', async () => {
  const folder = temporaryFolder();
  const store = await openIn(folder);
  await store.save(changesOf({ groups: [groupOf(1)] }));
  await store.close();
  using base = new DatabaseSync(join(folder, 'watchlist.db'), { readOnly: true });
  expect(base.prepare('select * from rows').all()).toEqual([
    { kind: 'groups', key: 'group-1', row: JSON.stringify(groupOf(1)) },
  ]);
});
