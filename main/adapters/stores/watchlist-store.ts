import type { SavedWatch } from '../../monitor/initial-state.ts';
import type { Notice } from '../../monitor/notice.ts';
import type { SaveChanges } from '../../runner/saver.ts';
import { openStore } from './open-store.ts';
import type { StoreUnreadable } from './set-aside.ts';
import { watchlistShape } from './watchlist-shape.ts';

/** How many notices are kept on disk; the oldest go first. */
export const noticesKept = 1_000;

export interface WatchlistStore {
  /** As they were on disk when the store was opened. */
  readonly watches: readonly SavedWatch[];
  /** Oldest first. */
  readonly notices: readonly Notice[];
  readonly unreadable: StoreUnreadable | null;
  /**
   * Resolves once the changes are on disk; rejects with a plain reason where they are not, and then they go with the
   * next save. Changes that are handed in at one moment share one write. The runner decides how long others may wait.
   */
  readonly save: (changes: SaveChanges) => Promise<void>;
}

/** `watchlist.json`: watches, and the notices that are both ledger and inbox. */
export function openWatchlistStore(options: { folder: string; now: () => number }): WatchlistStore {
  const store = openStore({
    ...options,
    name: 'watchlist',
    shape: watchlistShape,
    version: 1,
    migrations: {},
    defaults: { watches: {}, notices: {}, durations: [] },
  });
  const watches = new Map(Object.entries(store.content.watches));
  const notices = new Map(
    sortedByTime(Object.values(store.content.notices)).map((notice) => [notice.key, notice]),
  );
  let writing: Promise<void> | null = null;

  function write(): void {
    writing = null;
    store.write({
      watches: Object.fromEntries(watches),
      notices: Object.fromEntries(notices),
      durations: store.content.durations,
    });
  }

  return {
    watches: [...watches.values()],
    // Copies, because the monitor changes a notice's fate in place and what is on disk must not follow before it is saved.
    notices: [...notices.values()].map((notice) => ({ ...notice })),
    unreadable: store.unreadable,
    save(changes) {
      for (const watch of changes.watches) watches.set(watch.id, structuredClone(watch));
      for (const id of changes.removedWatches) watches.delete(id);
      for (const notice of changes.notices) notices.set(notice.key, structuredClone(notice));
      for (const key of changes.removedNotices) notices.delete(key);
      dropOldest(notices);
      writing ??= Promise.resolve().then(write);
      return writing;
    },
  };
}

function sortedByTime(notices: readonly Notice[]): Notice[] {
  return notices.toSorted((left, right) => left.at - right.at);
}

function dropOldest(notices: Map<string, Notice>): void {
  for (const key of notices.keys()) {
    if (notices.size <= noticesKept) return;
    notices.delete(key);
  }
}
