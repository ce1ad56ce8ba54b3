import { openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import { changesOf, noticeOf, watchOf } from './entries.ts';

/**
 * Saves in an endless loop until it is killed. Each save writes its number to 600 watches, enough to yield in between, and adds a
 * notice. Prints the number of each finished save.
 */
const folder = process.argv[2]!;
const { stored, save } = await openWatchlistStore({
  folder,
  now: () => 0,
  warn: (warning) => {
    throw new Error(JSON.stringify(warning));
  },
});
for (let number = stored.notices.length + 1; ; number += 1) {
  const watches = Array.from({ length: 600 }, (_, index) => watchOf(index + 1, String(number)));
  await save(changesOf({ watches, notices: [noticeOf(number)] }));
  process.stdout.write(`${number}\n`);
}
