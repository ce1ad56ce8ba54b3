import '../../../support/electron-path.ts';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { putFollow, putSeen } from '../../../../main/adapters/stores/stored-follows.ts';
import { openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import type { SaveChanges } from '../../../../main/runner/saver.ts';
import { temporaryFolderInMemory } from '../../../support/temporary-folder.ts';
import { changesOf, durationOf, followOf, groupOf, noticeOf, seenBy, settled, watchOf } from './entries.ts';
import { imageOf, imagesUntil, restore, type FolderImage } from './folder-image.ts';
import { diskAfter, powerLosses } from './power-loss.ts';

const now = () => 0;
/** Some three entries, so that the base is written again and again. */
const journalLimit = 700;

/** What a list holds, entry by entry as JSON. */
type List = ReadonlyMap<string, string>;

function listAfter(list: List, changes: SaveChanges): List {
  const next = new Map(list);
  for (const watch of changes.watches) next.set(watch.id, JSON.stringify(watch));
  for (const notice of changes.notices) next.set(notice.key, JSON.stringify(notice));
  for (const duration of changes.durations) next.set(duration.key, JSON.stringify(duration));
  for (const group of changes.groups) next.set(group.id, JSON.stringify(group));
  const { removedWatches, removedNotices, removedDurations, removedGroups } = changes;
  const removed = [...removedWatches, ...removedNotices, ...removedDurations, ...removedGroups];
  for (const id of removed) next.delete(id);
  const follows = new Map(
    [...next].filter(([id]) => id.includes('/projects/')).map(([id, json]) => [id, JSON.parse(json)]),
  );
  for (const follow of changes.follows) putFollow(follows, follow);
  for (const seen of changes.seen) putSeen(follows, seen);
  for (const [id, follow] of follows) next.set(id, JSON.stringify(follow));
  for (const id of changes.removedFollows) next.delete(id);
  return next;
}

function open(folder: string) {
  const store = openWatchlistStore({ folder, now, journalLimit });
  expect(store.unreadable).toEqual([]);
  const seen = store.follows.map((follow) => ({ ...follow, follow: follow.id }));
  return { store, list: listAfter(new Map(), changesOf({ ...store, seen })) };
}

const sorted = (list: List) => [...list].toSorted(([left], [right]) => (left < right ? -1 : 1));
const isSame = (one: List, other: List) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const assetId = fc.integer({ min: 1, max: 6 });
const someChanges = fc
  .record({
    watches: fc.array(fc.tuple(assetId, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 3 }),
    removedWatches: fc.array(assetId, { maxLength: 2 }),
    notices: fc.array(assetId, { maxLength: 3 }),
    removedNotices: fc.array(assetId, { maxLength: 2 }),
    durations: fc.array(assetId, { maxLength: 3 }),
    removedDurations: fc.array(assetId, { maxLength: 2 }),
    follows: fc.array(assetId, { maxLength: 2 }),
    removedFollows: fc.array(assetId, { maxLength: 1 }),
    seen: fc.array(fc.tuple(assetId, assetId), { maxLength: 3 }),
    groups: fc.array(assetId, { maxLength: 2 }),
    removedGroups: fc.array(assetId, { maxLength: 1 }),
  })
  .map((ids) => ({
    watches: ids.watches.map(([id, label]) => watchOf(id, label)),
    removedWatches: ids.removedWatches.map((id) => watchOf(id).id),
    notices: ids.notices.map(noticeOf),
    removedNotices: ids.removedNotices.map((id) => noticeOf(id).key),
    durations: ids.durations.map(durationOf),
    removedDurations: ids.removedDurations.map((id) => durationOf(id).key),
    // What is seen is never written before its follow.
    follows: [...ids.follows, ...ids.seen.map(([id]) => id)].map((id) => followOf(id)),
    removedFollows: ids.removedFollows.map((id) => followOf(id).id),
    seen: ids.seen.map(([id, asset]) => seenBy(id, asset)),
    groups: ids.groups.map(groupOf),
    removedGroups: ids.removedGroups.map((id) => groupOf(id).id),
  }))
  .filter((changes) => Object.values(changes).some((entries) => entries.length > 0));

const oldFile: FolderImage = new Map([
  [
    'watchlist.json',
    Buffer.from(
      JSON.stringify({ version: 1, watches: { [watchOf(1).id]: watchOf(1) }, notices: {}, durations: [] }),
    ),
  ],
]);

const severalSeconds = 60_000;

test(
  'whenever the power goes, the next run has every save that was acknowledged, and nothing of half a save',
  { timeout: severalSeconds },
  async () => {
    const folder = join(temporaryFolderInMemory(), 'user');
    const stories = fc.record({
      isOld: fc.boolean(),
      saves: fc.array(fc.record({ changes: someChanges, loss: powerLosses }), {
        minLength: 1,
        maxLength: 12,
      }),
    });
    await fc.assert(
      fc.asyncProperty(stories, async ({ isOld, saves }) => {
        restore(isOld ? oldFile : new Map(), folder);
        let { store, list } = open(folder);
        for (const { changes, loss } of saves) {
          const before = imageOf(folder);
          await store.save(changes);
          const acknowledged = imageOf(folder);
          const tidying = await imagesUntil(folder, settled(store));
          const after = listAfter(list, changes);
          if (loss.kind === 'none') {
            list = after;
            continue;
          }
          restore(diskAfter(loss, { before, acknowledged, tidying }), folder);
          const next = open(folder);
          const mayBe = loss.kind === 'in-append' ? [list, after] : [after];
          if (!mayBe.some((each) => isSame(each, next.list)))
            expect(sorted(next.list)).toEqual(sorted(after));
          ({ store, list } = next);
        }
        expect(sorted(open(folder).list)).toEqual(sorted(list));
      }),
      { numRuns: 100 },
    );
  },
);

test('a journal cut at any byte gives the saves before the cut', { timeout: severalSeconds }, async () => {
  const folder = join(temporaryFolderInMemory(), 'user');
  const path = join('watchlist', 'changes-1.jsonl');
  const store = openWatchlistStore({ folder, now });
  const lists: List[] = [new Map()];
  const ends = [0];
  for (const changes of [
    changesOf({ watches: [watchOf(1), watchOf(2, '한국어 ½ 🎬')] }),
    changesOf({ notices: [noticeOf(2)], removedWatches: [watchOf(1).id] }),
    changesOf({ removedNotices: [noticeOf(2).key], watches: [watchOf(3)] }),
  ]) {
    await store.save(changes);
    lists.push(listAfter(lists.at(-1)!, changes));
    ends.push(imageOf(folder).get(path)!.length);
  }
  const whole = imageOf(folder).get(path)!;
  for (let length = 0; length <= whole.length; length += 1) {
    restore(new Map([[path, whole.subarray(0, length)]]), folder);
    // The last byte of an entry is its line break, which it can do without.
    const saved = ends.findLastIndex((end) => end === 0 || length >= end - 1);
    expect(sorted(open(folder).list), `cut after ${length} bytes`).toEqual(sorted(lists[saved]!));
  }
});
