import type { Happening } from '../monitor/kernel/events.ts';
import { isRepeated, overtakes } from '../monitor/kernel/repeating.ts';

export interface Untaken {
  /** Not even its failure could be taken. */
  readonly keep: (event: Happening) => void;
  /** This is about to be taken: what it says anew need not be tried again. */
  readonly drop: (newer: Happening) => void;
  /** Oldest first; they are kept no longer. */
  readonly takeOut: () => readonly Happening[];
}

/**
 * What nobody reports a second time, and what came of a request: forgotten, the machine would stay offline, a banner on its way, or an
 * import on the wire, which is then never asked for again.
 */
export function createUntaken(): Untaken {
  let events: readonly Happening[] = [];
  return {
    keep(event) {
      if (isRepeated(event) || event.kind === 'replied') events = [...events, event];
    },
    drop(newer) {
      if (events.length > 0) events = events.filter((older) => !overtakes(newer, older));
    },
    takeOut() {
      const all = events;
      events = [];
      return all;
    },
  };
}
