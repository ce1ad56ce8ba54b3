import { SvelteSet } from 'svelte/reactivity';
import type { WatchId } from '../../../main/contract.ts';

export type Reach = 'only' | 'toggle' | 'range';

/** Which rows are chosen, as desktop lists do it: one, one more, or all from the anchor on. `ids` are the visible ones in order. */
export function createSelection(ids: () => readonly WatchId[]) {
  const chosen = new SvelteSet<WatchId>();
  let active = $state(0);
  let anchor = 0;

  function choose(index: number, reach: Reach): void {
    const all = ids();
    active = Math.max(0, Math.min(index, all.length - 1));
    const id = all[active];
    if (id === undefined) return;
    if (reach === 'toggle') {
      if (!chosen.delete(id)) chosen.add(id);
    } else {
      chosen.clear();
      const from = reach === 'range' ? anchor : active;
      for (const each of all.slice(Math.min(from, active), Math.max(from, active) + 1)) chosen.add(each);
    }
    if (reach !== 'range') anchor = active;
  }

  return {
    /** The chosen rows that can be seen: an action must never touch a hidden one. */
    get chosen() {
      return ids().filter((id) => chosen.has(id));
    },
    has: (id: WatchId) => chosen.has(id),
    /** Index of the row that the keyboard is on. */
    get active() {
      return active;
    },
    choose,
    all() {
      for (const id of ids()) chosen.add(id);
    },
    none() {
      chosen.clear();
    },
  };
}
