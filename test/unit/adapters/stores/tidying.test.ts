import '../../../support/electron-path.ts';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { changesOf, settled, watchOf } from './entries.ts';
import { filesIn, journals } from './watchlist-folder.ts';

const now = () => 0;
const watches = Array.from({ length: 400 }, (_, index) => watchOf(index + 1));
const partsIn = (folder: string) => filesIn(folder).filter((name) => name.startsWith('part-'));

/** A run that has just saved for the first time, and begins to bring what an earlier run left into all parts of the base. */
async function tidying() {
  const folder = temporaryFolder();
  await openWatchlistStore({ folder, now }).save(changesOf({ watches }));
  const store = openWatchlistStore({ folder, now });
  await store.save(changesOf({ watches: [watchOf(1, 'first')] }));
  return { folder, store };
}

test('a save is on disk before the base is tidied, which goes on after it', async () => {
  const { folder, store } = await tidying();
  await setImmediate();
  await store.save(changesOf({ watches: [watchOf(2, 'second')] }));
  expect(partsIn(folder).length).toBeLessThan(8);
  expect(openWatchlistStore({ folder, now }).watches.slice(0, 2)).toEqual([
    watchOf(1, 'first'),
    watchOf(2, 'second'),
  ]);
  await settled(store);
  expect(partsIn(folder)).toHaveLength(32);
  expect(journals(folder)).toEqual([]);
  expect(openWatchlistStore({ folder, now }).watches).toHaveLength(400);
});

test('a base that gave way is not written from the beginning again', async () => {
  const { folder, store } = await tidying();
  while (partsIn(folder).length === 0) await setImmediate();
  const [written] = partsIn(folder);
  const before = statSync(join(folder, 'watchlist', written!)).mtimeMs;
  await store.save(changesOf({ removedWatches: ['of another part'] }));
  await settled(store);
  expect(statSync(join(folder, 'watchlist', written!)).mtimeMs).toBe(before);
  expect(partsIn(folder)).toHaveLength(32);
});
