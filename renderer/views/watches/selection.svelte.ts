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

/** The rows that can be seen, in their order. */
export interface SelectableList {
  readonly length: () => number;
  readonly idAt: (index: number) => WatchId | undefined;
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
  const visible = $derived(
    [...set]
      .map((id) => ({ id, index: list.indexOf(id) }))
      .filter(({ index }) => index >= 0)
      .sort((one, other) => one.index - other.index)
      .map(({ id }) => id),
  );

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
    const ids: WatchId[] = [];
    for (let index = Math.min(one, other); index <= Math.max(one, other); index += 1) {
      const id = list.idAt(index);
      if (id !== undefined) ids.push(id);
    }
    return ids;
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
      const id = list.idAt(Math.max(0, Math.min(from + by, list.length() - 1)));
      if (id !== undefined) choose(id, reach);
    },
    all() {
      set = new Set(between(0, list.length() - 1));
    },
    none() {
      set = new Set();
    },
  };
}
