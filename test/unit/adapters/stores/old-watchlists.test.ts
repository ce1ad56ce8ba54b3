import '../../../support/electron-path.ts';
import { copyFileSync, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { changesOf, noticeOf, settled, watchOf } from './entries.ts';

const now = () => 0;
const fixtures = join(import.meta.dirname, '../../fixtures/stores');

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
