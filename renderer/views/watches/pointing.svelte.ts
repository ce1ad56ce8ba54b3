import type { WatchId } from '../../../main/contract.ts';
import { watchAt } from './slots.ts';

export interface Pointing {
  /** The row under the pointer. */
  readonly row: WatchId | null;
  /** The same, as long as a person may be about to press on it. */
  readonly aim: () => WatchId | null;
  readonly over: (event: Event) => void;
  readonly move: () => void;
  readonly leave: () => void;
}

/** Milliseconds after which a pointer that lies still was left there. */
const stillMs = 5_000;

/** Where the pointer is in the list. `moved`: there is an aim, or none any more. */
export function createPointing(moved: () => void): Pointing {
  let row = $state<WatchId | null>(null);
  let aim: WatchId | null = null;
  let still: ReturnType<typeof setTimeout> | undefined;

  function aimAt(next: WatchId | null): void {
    clearTimeout(still);
    if (next !== null) still = setTimeout(() => aimAt(null), stillMs);
    if (next === aim) return;
    aim = next;
    moved();
  }

  return {
    get row() {
      return row;
    },
    aim: () => aim,
    over({ target }) {
      row = watchAt(target);
    },
    move: () => aimAt(row),
    leave() {
      row = null;
      aimAt(null);
    },
  };
}
