import type { State, Watch } from '../state.ts';
import type { Bucket } from '../tally.ts';
import type { Group } from './group.ts';

/** The group that the watch is a member of, if it still is there. */
export function groupOf(state: State, watch: Pick<Watch, 'group'>): Group | null {
  return (watch.group && state.groups.get(watch.group.id)) ?? null;
}

/**
 * Counts a member in, or out again, under the bucket it stands in; of all and of its round. Kept as it changes, because
 * counting the members on each answer would take longer the more there are.
 */
export function countMember(state: State, watch: Watch, bucket: Bucket, by: 1 | -1): void {
  const group = groupOf(state, watch);
  if (group === null) return;
  state.unsettledGroups.add(group.id);
  group.counts[bucket] += by;
  if (watch.group?.round !== group.round.number) return;
  group.round.counts[bucket] += by;
  if (bucket !== 'failed') return;
  if (by === 1) group.round.failed.add(watch.id);
  else group.round.failed.delete(watch.id);
}
