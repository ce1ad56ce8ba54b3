import type { Moment } from '../moment.ts';
import type { State, Watch } from '../state.ts';
import { followIdOf, type Follow } from './follow.ts';
import { nothingSeen, seenAfter, seenOf, type Seen } from './seen-ids.ts';
import { addId, countIds, hasId, removeId, type OwnIdRanges } from './id-ranges.ts';

export function isSeen(follow: Follow, assetId: number): boolean {
  return hasId(follow.complete, assetId) || hasId(follow.unfinished, assetId);
}

/**
 * Marks assets as dealt with: they are never taken for newcomers again. The mark is written with what the same moment brought
 * about, such as a newcomer's watch, so that no crash comes between the two.
 */
export function markSeen(
  follow: Follow,
  listedComplete: readonly number[],
  listedUnfinished: readonly number[],
  moment: Moment,
): void {
  const complete = listedComplete.filter((id) => !hasId(follow.complete, id));
  const unfinished = listedUnfinished.filter((id) => !hasId(follow.unfinished, id));
  if (complete.length === 0 && unfinished.length === 0) return;
  if (complete.length + unfinished.length <= fewIds) {
    for (const id of complete) mark(follow, follow.complete, follow.unfinished, id);
    for (const id of unfinished) mark(follow, follow.unfinished, follow.complete, id);
  } else takeAll(follow, seenOf(complete, unfinished));
  noteUnsaved(follow, seenOf(complete, unfinished), moment);
}

/** So many ids are taken in one by one; for more it is cheaper to go once through all that is known. */
const fewIds = 16;

function mark(follow: Follow, into: OwnIdRanges, outOf: OwnIdRanges, id: number): void {
  if (removeId(outOf, id)) follow.known -= 1;
  if (addId(into, id)) follow.known += 1;
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

/**
 * The person stopped watching it: a look at its project must not bring it back as if it were new. It is not marked as seen before a
 * list names it, because what was never listed cannot be found missing there.
 */
export function noteLeft(state: State, { account, reference }: Watch): void {
  const { workspace, projectId, assetId } = reference;
  const follow = state.follows.get(followIdOf(account, workspace, projectId));
  if (follow !== undefined && !isSeen(follow, assetId)) follow.left.add(assetId);
}

/** Has all that is known of the follow written anew. */
export function rewriteSeen(follow: Follow, moment: Moment): void {
  noteUnsaved(follow, { complete: [...follow.complete], unfinished: [...follow.unfinished] }, moment);
}

function takeAll(follow: Follow, seen: Seen): void {
  const { complete, unfinished } = seenAfter(follow, seen);
  follow.complete = [...complete];
  follow.unfinished = [...unfinished];
  follow.known = countIds(complete) + countIds(unfinished);
}

function noteUnsaved(follow: Follow, seen: Seen, moment: Moment): void {
  const before = moment.unsavedSeen.get(follow.id) ?? nothingSeen;
  moment.unsavedSeen.set(follow.id, {
    follow: follow.id,
    since: follow.since,
    ...seenAfter(before, seen),
  });
}
