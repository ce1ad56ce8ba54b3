/* eslint-disable svelte/prefer-svelte-reactivity -- one signal for the whole set: it may hold ten thousand ids */
import type { Row, WatchId } from '../../../main/contract.ts';
import type { WatchList } from './watch-list.svelte.ts';

/** `move` goes there and leaves what is chosen. */
export type Reach = 'only' | 'toggle' | 'range' | 'move';

export interface Selection {
  /** Of the chosen rows that can be seen. */
  readonly count: number;
  /** Those rows, in order: an action must never touch a hidden one. Looked for when it is asked, since rows move with each end. */
  readonly chosen: readonly WatchId[];
  /** The row that the keyboard is on; null before the first choice and where that row cannot be seen. */
  readonly active: WatchId | null;
  readonly has: (id: WatchId) => boolean;
  readonly choose: (id: WatchId, reach: Reach) => void;
  /** Goes `by` rows on from the active one, or from where it stood when it went; stays within the list. */
  readonly step: (by: number, reach: Reach) => void;
  readonly all: () => void;
  /** Chooses just these, as far as they can be seen. */
  readonly put: (ids: readonly WatchId[]) => void;
}

/**
 * Which rows are chosen, as desktop lists do it: one, one more, or all from the anchor on. By id and not by place, because
 * rows come, go and change places while a person looks at them.
 */
export function createSelection(
  list: Pick<WatchList, 'shown' | 'indexOf' | 'isShown' | 'follow'>,
): Selection {
  let set = $state.raw<ReadonlySet<WatchId>>(new Set());
  let count = $state(0);
  let active = $state<WatchId | null>(null);
  let anchor: WatchId | null = null;
  let lastIndex = -1;
  const seen = $derived(active !== null && list.indexOf(active) >= 0 ? active : null);
  const isCounted = (row: Row | null): boolean => row !== null && set.has(row.id) && list.isShown(row);

  // Counted by what changes: a pass over ten thousand rows at each change would cost as much as all else that it brings.
  list.follow((changes) => {
    if (changes === null) count = rowsOf(set).length;
    else
      for (const { before, after } of changes) count += Number(isCounted(after)) - Number(isCounted(before));
  });

  function rowsOf(wanted: ReadonlySet<WatchId>): WatchId[] {
    // At each key stroke in the search field, too, while mostly nothing is chosen.
    if (wanted.size === 0) return [];
    return list.shown.rows.filter(({ id }) => wanted.has(id)).map(({ id }) => id);
  }

  function put(ids: Iterable<WatchId>): void {
    set = new Set(ids);
    count = set.size;
  }

  function choose(id: WatchId, reach: Reach): void {
    active = id;
    lastIndex = list.indexOf(id);
    if (reach === 'move') return;
    if (reach === 'toggle') {
      const next = new Set(set);
      if (!next.delete(id)) next.add(id);
      count += next.size - set.size;
      set = next;
    } else {
      const from = reach === 'range' && anchor !== null ? list.indexOf(anchor) : -1;
      put(between(from < 0 ? lastIndex : from, lastIndex));
    }
    if (reach !== 'range') anchor = id;
  }

  function between(one: number, other: number): WatchId[] {
    const [from, to] = [Math.max(0, Math.min(one, other)), Math.max(one, other)];
    return list.shown.rows.slice(from, to + 1).map(({ id }) => id);
  }

  return {
    get count() {
      return count;
    },
    get chosen() {
      // Details that are open follow their row: they would have all rows looked through at each end.
      if (count === 1 && seen !== null && set.has(seen)) return [seen];
      return rowsOf(set);
    },
    get active() {
      return seen;
    },
    has: (id) => set.has(id),
    choose,
    step(by, reach) {
      const from = seen === null ? lastIndex - (by > 0 && lastIndex >= 0 ? 1 : 0) : list.indexOf(seen);
      const { rows } = list.shown;
      const row = rows[Math.max(0, Math.min(from + by, rows.length - 1))];
      if (row !== undefined) choose(row.id, reach);
    },
    all() {
      put(list.shown.rows.map(({ id }) => id));
    },
    put: (ids) => put(rowsOf(new Set(ids))),
  };
}
