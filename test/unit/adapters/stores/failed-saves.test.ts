import '../../../support/electron-path.ts';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { changesOf, settled, watchOf } from './entries.ts';
import { journals } from './watchlist-folder.ts';

const now = () => 0;
const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

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
