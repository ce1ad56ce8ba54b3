/* eslint-disable svelte/prefer-svelte-reactivity -- one signal for the whole set: it may hold ten thousand ids */
import type { WatchId } from '../../../main/contract.ts';

/** `move` goes there and leaves what is chosen. */
export type Reach = 'only' | 'toggle' | 'range' | 'move';

export interface Selection {
  /** The chosen rows that can be seen, in order: an action must never touch a hidden one. */
  readonly chosen: readonly WatchId[];
  /** The row that the keyboard is on; null before the first choice and where that row cannot be seen. */
  readonly active: WatchId | null;
  readonly has: (id: WatchId) => boolean;
  readonly choose: (id: WatchId, reach: Reach) => void;
  /** Goes `by` rows on from the active one, or from where it stood when it went; stays within the list. */
  readonly step: (by: number, reach: Reach) => void;
  readonly all: () => void;
  readonly none: () => void;
}

export interface SelectableList {
  /** The rows that can be seen, in their order. */
  readonly rows: () => readonly { readonly id: WatchId }[];
  /** -1 where it cannot be seen. */
  readonly indexOf: (id: WatchId) => number;
}

/**
 * Which rows are chosen, as desktop lists do it: one, one more, or all from the anchor on. By id and not by place, because
 * rows come, go and change places while a person looks at them.
 */
export function createSelection(list: SelectableList): Selection {
  let set = $state.raw<ReadonlySet<WatchId>>(new Set());
  let active = $state<WatchId | null>(null);
  let anchor: WatchId | null = null;
  let lastIndex = -1;
  const seen = $derived(active !== null && list.indexOf(active) >= 0 ? active : null);
  // One pass over all rows: to look for the place of each of ten thousand chosen ones would take twenty times as long.
  const visible = $derived.by(() => {
    const ids: WatchId[] = [];
    // Taken once: to read the signal for each row would cost more than to look the row up.
    const wanted = set;
    if (wanted.size === 0) return ids;
    for (const { id } of list.rows()) {
      if (wanted.has(id)) ids.push(id);
      if (ids.length === wanted.size) break;
    }
    return ids;
  });

  function choose(id: WatchId, reach: Reach): void {
    active = id;
    lastIndex = list.indexOf(id);
    if (reach === 'move') return;
    if (reach === 'toggle') {
      const next = new Set(set);
      if (!next.delete(id)) next.add(id);
      set = next;
    } else {
      const from = reach === 'range' && anchor !== null ? list.indexOf(anchor) : -1;
      set = new Set(between(from < 0 ? lastIndex : from, lastIndex));
    }
    if (reach !== 'range') anchor = id;
  }

  function between(one: number, other: number): WatchId[] {
    return list
      .rows()
      .slice(Math.max(0, Math.min(one, other)), Math.max(one, other) + 1)
      .map(({ id }) => id);
  }

  return {
    get chosen() {
      return visible;
    },
    get active() {
      return seen;
    },
    has: (id) => set.has(id),
    choose,
    step(by, reach) {
      const from = seen === null ? lastIndex - (by > 0 && lastIndex >= 0 ? 1 : 0) : list.indexOf(seen);
      const rows = list.rows();
      const row = rows[Math.max(0, Math.min(from + by, rows.length - 1))];
      if (row !== undefined) choose(row.id, reach);
    },
    all() {
      set = new Set(list.rows().map(({ id }) => id));
    },
    none() {
      set = new Set();
    },
  };
}
