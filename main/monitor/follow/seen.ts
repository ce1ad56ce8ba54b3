import type { Moment } from '../moment.ts';
import type { State, Watch } from '../state.ts';
import { followIdOf, type Follow } from './follow.ts';
import { nothingSeen, seenAfter, seenOf, type Seen } from './seen-ids.ts';
import { countIds, hasId } from './id-ranges.ts';

export function isSeen(follow: Follow, assetId: number): boolean {
  return hasId(follow.complete, assetId) || hasId(follow.unfinished, assetId);
}

/**
 * Marks assets as dealt with: they are never taken for newcomers again. The mark is written with what the same moment brought
 * about, such as a newcomer's watch, so that no crash comes between the two.
 */
export function markSeen(
  follow: Follow,
  complete: readonly number[],
  unfinished: readonly number[],
  moment: Moment,
): void {
  if (complete.length === 0 && unfinished.length === 0) return;
  takeSeen(follow, seenOf(complete, unfinished), moment);
}

/** The asset became a watch before its turn as a newcomer came: it would else be asked for twice at a time. */
export function noLongerNew(state: State, { account, reference }: Watch, moment: Moment): void {
  const { workspace, projectId, assetId } = reference;
  const follow = state.follows.get(followIdOf(account, workspace, projectId));
  const newcomer = follow?.newcomers.get(assetId);
  if (!follow || !newcomer) return;
  follow.newcomers.delete(assetId);
  markSeen(follow, newcomer.complete ? [assetId] : [], newcomer.complete ? [] : [assetId], moment);
}

/** Has all that is known of the follow written anew. */
export function rewriteSeen(follow: Follow, moment: Moment): void {
  takeSeen(follow, { complete: follow.complete, unfinished: follow.unfinished }, moment);
}

function takeSeen(follow: Follow, seen: Seen, moment: Moment): void {
  const { complete, unfinished } = seenAfter(follow, seen);
  follow.complete = complete;
  follow.unfinished = unfinished;
  follow.known = countIds(complete) + countIds(unfinished);
  const before = moment.unsavedSeen.get(follow.id) ?? nothingSeen;
  moment.unsavedSeen.set(follow.id, {
    follow: follow.id,
    since: follow.since,
    ...seenAfter(before, seen),
  });
}
