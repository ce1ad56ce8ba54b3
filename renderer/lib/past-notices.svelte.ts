/* eslint-disable svelte/prefer-svelte-reactivity -- a signal for each of ten thousand entries is what this room avoids */
import type { InboxEntry, NoticeKey, WatchId } from '../../main/contract.ts';

export interface PastNotices {
  readonly newestFirst: readonly InboxEntry[];
  /** The newest about this import. */
  readonly newestOf: (watch: WatchId) => InboxEntry | null;
  /** Answers the entries that are new. */
  readonly apply: (
    changed: readonly InboxEntry[],
    removed: readonly NoticeKey[] | 'all',
  ) => readonly InboxEntry[];
}

/** The inbox of the window. One signal for all of it, as for the rows; sorted only where someone looks at it whole. */
export function createPastNotices(first: readonly InboxEntry[]): PastNotices {
  const entries = new Map<NoticeKey, InboxEntry>(first.map((entry) => [entry.key, entry]));
  let current = $state.raw({ entries });
  const newestFirst = $derived([...current.entries.values()].sort((one, other) => other.at - one.at));

  return {
    get newestFirst() {
      return newestFirst;
    },
    newestOf(watch) {
      let newest: InboxEntry | null = null;
      for (const entry of current.entries.values())
        if ('watch' in entry && entry.watch === watch && (newest === null || entry.at > newest.at))
          newest = entry;
      return newest;
    },
    apply(changed, removed) {
      if (changed.length === 0 && removed.length === 0) return [];
      if (removed === 'all') entries.clear();
      else for (const key of removed) entries.delete(key);
      const added = changed.filter(({ key }) => !entries.has(key));
      for (const entry of changed) entries.set(entry.key, entry);
      current = { entries };
      return added;
    },
  };
}
