import '../../../support/electron-path.ts';
import { join } from 'node:path';
import { appendFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lineOf } from '../../../../main/adapters/stores/journal-line.ts';
import { openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { changesOf, followOf, seenBy, settled } from './entries.ts';

const now = () => 0;
const ofFirst = (complete: readonly number[]) => ({ ...followOf(1), complete, unfinished: [] });

test('a follow and what it saw are there again in the next run, from the journal and from the base', async () => {
  for (const journalLimit of [1, 1_000_000]) {
    const folder = temporaryFolder();
    const store = openWatchlistStore({ folder, now, journalLimit });
    await store.save(changesOf({ follows: [followOf(1)], seen: [seenBy(1, 5)] }));
    await store.save(changesOf({ seen: [seenBy(1, 6)] }));
    await store.save(changesOf({ follows: [{ ...followOf(1), runningListed: 'no' }] }));
    await settled(store);
    const next = openWatchlistStore({ folder, now });
    expect(next.follows).toEqual([{ ...ofFirst([5, 6]), runningListed: 'no' }]);
  }
});

test('what comes later about an asset counts', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now });
  await store.save(changesOf({ follows: [followOf(1)], seen: [seenBy(1, 5)] }));
  await store.save(changesOf({ seen: [{ ...seenBy(1, 5), complete: [], unfinished: [5, 5] }] }));
  expect(openWatchlistStore({ folder, now }).follows).toEqual([{ ...ofFirst([]), unfinished: [5, 5] }]);
});

test('a project that is followed anew has seen nothing, whatever is still on its way from before', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now });
  await store.save(changesOf({ follows: [followOf(1, 1)], seen: [seenBy(1, 5, 1)] }));
  await store.save(changesOf({ removedFollows: [followOf(1).id] }));
  expect(openWatchlistStore({ folder, now }).follows).toEqual([]);
  await store.save(changesOf({ follows: [followOf(1, 2)], seen: [seenBy(1, 6, 1)] }));
  expect(openWatchlistStore({ folder, now }).follows).toEqual([{ ...ofFirst([]), since: 2 }]);
});

test('ranges that are none are damage, which is told', async () => {
  const folder = temporaryFolder();
  await openWatchlistStore({ folder, now }).save(changesOf({ follows: [followOf(1)], seen: [seenBy(1, 5)] }));
  const damaged = { version: 2, ...changesOf({ seen: [{ ...seenBy(1, 6), complete: [9, 3] }] }) };
  appendFileSync(join(folder, 'watchlist/changes-1.jsonl'), lineOf(JSON.stringify(damaged)));
  const next = openWatchlistStore({ folder, now });
  expect(next.follows).toEqual([ofFirst([5, 5])]);
  expect(next.unreadable).toHaveLength(1);
});
