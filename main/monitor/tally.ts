import { followIdOf } from './follow/follow.ts';
import { countMember } from './groups/counting.ts';
import { outcomeOf } from './import-status.ts';
import type { State, Watch } from './state.ts';

/** Which figure of the window a watch belongs to. */
export type Bucket = 'importing' | 'completed' | 'failed' | 'gone';

export const emptyTally = (): Record<Bucket, number> => ({
  importing: 0,
  completed: 0,
  failed: 0,
  gone: 0,
});

export function bucketOf(watch: Watch): Bucket {
  if (watch.known === null) return 'importing';
  const outcome = outcomeOf(watch.known.status);
  switch (outcome) {
    case 'importing':
    case 'unknown':
      return 'importing';
    case 'completed':
    case 'gone':
      return outcome;
    default:
      return 'failed';
  }
}

/** Counts a watch under its present status. Kept as it changes, because counting 100,000 watches on each answer would block. */
export function recount(state: State, watch: Watch): void {
  const bucket = bucketOf(watch);
  if (bucket === watch.counted) return;
  uncount(state, watch);
  watch.counted = bucket;
  count(state, watch, bucket, 1);
}

export function uncount(state: State, watch: Watch): void {
  if (watch.counted !== null) count(state, watch, watch.counted, -1);
  watch.counted = null;
  openIn(state, watch)?.delete(watch.id);
}

/** The open watches of the followed project where this one stands; undefined where it is in none. */
function openIn(state: State, { account, reference }: Watch) {
  if (state.follows.size === 0) return undefined;
  return state.follows.get(followIdOf(account, reference.workspace, reference.projectId))?.open;
}

/** In progress, as far as is known, and still asked for: not those of an account that was forgotten. */
export function importingNow({ owned, importingOf }: State): number {
  let importing = 0;
  for (const account of owned) importing += importingOf.get(account) ?? 0;
  return importing;
}

function count(state: State, watch: Watch, bucket: Bucket, by: 1 | -1): void {
  state.tally[bucket] += by;
  if (bucket === 'importing')
    state.importingOf.set(watch.account, (state.importingOf.get(watch.account) ?? 0) + by);
  if (bucket === 'importing' && by === 1) openIn(state, watch)?.add(watch.id);
  countMember(state, watch, bucket, by);
}
