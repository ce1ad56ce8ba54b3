import { outcomeOf } from './import-status.ts';
import type { State, Watch } from './state.ts';

/** Which figure of the window a watch belongs to. */
export type Bucket = 'importing' | 'completed' | 'failed';

export const emptyTally = (): Record<Bucket, number> => ({ importing: 0, completed: 0, failed: 0 });

export function bucketOf(watch: Watch): Bucket {
  if (watch.known === null) return 'importing';
  switch (outcomeOf(watch.known.status)) {
    case 'importing':
    case 'unknown':
      return 'importing';
    case 'completed':
      return 'completed';
    default:
      return 'failed';
  }
}

/** Counts a watch under its present status. Kept as it changes, because counting 100,000 watches on each answer would block. */
export function recount(state: State, watch: Watch): void {
  uncount(state, watch);
  watch.counted = bucketOf(watch);
  state.tally[watch.counted] += 1;
}

export function uncount(state: State, watch: Watch): void {
  if (watch.counted !== null) state.tally[watch.counted] -= 1;
  watch.counted = null;
}
