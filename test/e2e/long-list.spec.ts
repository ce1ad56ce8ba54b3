import { openWatchlistStore } from '../../main/adapters/stores/watchlist-store.ts';
import { words } from '../../words/words.ts';
import { watchesOf } from '../bench/many-watches.ts';
import { expect, test } from '../support/journey.ts';
import { changesOf } from '../unit/adapters/stores/entries.ts';

test('a long list is read while its window loads, shows its first rows, and has all of them a moment later', async ({
  installation,
}) => {
  const store = await openWatchlistStore({
    folder: installation.folder,
    now: Date.now,
    warn: () => undefined,
  });
  await store.save(changesOf({ watches: watchesOf(0, 2_500, 'COMPLETED') }));
  await store.close();
  const page = await installation.start();
  const begun = await installation
    .run()
    .app.evaluate(() => (globalThis as unknown as { record: { begun: string[] } }).record.begun);
  expect(begun).toEqual(['window', 'database']);
  await expect(page.getByRole('row').first()).toBeVisible();
  const { filter } = words.en.watchlist;
  await expect(page.getByRole('button', { name: `${filter.all} 2,500` })).toBeVisible();
  await expect(page.getByRole('button', { name: `${filter.done} 2,500` })).toBeVisible();
  await page.getByRole('searchbox').fill('autumn_episode_1_master');
  await expect(page.getByRole('row')).toHaveCount(1);
});
