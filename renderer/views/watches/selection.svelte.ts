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

/**
 * Which rows are chosen, as desktop lists do it: one, one more, or all from the anchor on. By id and not by place, because
 * rows come, go and change places while a person looks at them. `ids` are the visible ones in order.
 */
export function createSelection(ids: () => readonly WatchId[]): Selection {
  let set = $state.raw<ReadonlySet<WatchId>>(new Set());
  let active = $state<WatchId | null>(null);
  let anchor: WatchId | null = null;
  let lastIndex = -1;
  const visible = $derived(set.size === 0 ? [] : ids().filter((id) => set.has(id)));
  const seen = $derived(active !== null && ids().includes(active) ? active : null);

  function choose(id: WatchId, reach: Reach): void {
    const all = ids();
    active = id;
    lastIndex = all.indexOf(id);
    if (reach === 'move') return;
    if (reach === 'toggle') {
      const next = new Set(set);
      if (!next.delete(id)) next.add(id);
      set = next;
    } else {
      const from = reach === 'range' && anchor !== null ? all.indexOf(anchor) : lastIndex;
      const start = from < 0 ? lastIndex : from;
      set = new Set(all.slice(Math.min(start, lastIndex), Math.max(start, lastIndex) + 1));
    }
    if (reach !== 'range') anchor = id;
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
      const all = ids();
      const from = seen === null ? lastIndex - (by > 0 && lastIndex >= 0 ? 1 : 0) : all.indexOf(seen);
      const id = all[Math.max(0, Math.min(from + by, all.length - 1))];
      if (id !== undefined) choose(id, reach);
    },
    all() {
      set = new Set(ids());
    },
    none() {
      set = new Set();
    },
  };
}
