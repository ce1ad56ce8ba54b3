import { watchIdOf, type Answer, type ListedAsset, type ListedPage } from '../../model/asset.ts';
import type { Follow, FollowId } from '../../model/follow.ts';
import { isTerminal, unreadableStatus } from '../../model/import-status.ts';
import type { GroupId, NewGroup } from '../../model/group.ts';
import type { Problem } from '../../model/problem.ts';
import { backOff, withJitter } from '../kernel/chance.ts';
import type { Step } from '../kernel/step.ts';
import { roomInList } from '../imports/imports.ts';
import { takeAnswer } from '../imports/answers.ts';
import { enter, newWatch } from '../imports/watchlist.ts';
import { restsFrom, type QuestionFor } from '../service/service.ts';
import {
  followsOf,
  isSeen,
  keyOf,
  markSeen,
  referenceIn,
  watchIdIn,
  type FollowingState,
  type Look,
  type Newcomer,
} from './follows.ts';
import { hasId, rangesOf, unionOf, withoutIds } from './id-ranges.ts';
import { learnFromEnded, learnListed } from './running-listed.ts';

/**
 * The one answer that a newcomer is asked for. What is in progress becomes a watch. What has ended becomes one too if that is
 * news, and its end stands in the inbox without a banner; else it is a baseline: marked as seen, and that is all. The mark is
 * written in one piece with what it brings about.
 */
export function newcomerAnswered(
  state: FollowingState,
  question: QuestionFor<'newcomer'>,
  answer: Answer,
  step: Step,
): void {
  const newcomer = askedNewcomer(state, question);
  if (newcomer === null) return;
  // Nothing shows that it runs; an asset that was never imported may have no status.
  if (answer.status === unreadableStatus && newcomer.complete)
    return dropNewcomer(state, question, null, step);
  const follow = state.follows.get(newcomer.follow)!;
  const hasEnded = isTerminal(answer.status);
  // The list may be ahead of whoever answers: only the third answer is believed more than that.
  if (newcomer.isAgain && hasEnded && newcomer.refusals < 2) return dropNewcomer(state, question, null, step);
  const isWatched = !hasEnded || isNewEnd(state, follow, newcomer);
  // The list was filled while it was asked for: it waits, and is asked for again.
  if (isWatched && roomInList(state) <= 0) return;
  state.newcomers.remove(keyOf(newcomer));
  if (answer.status === 'IN_PROGRESS') learnListed(state, follow, 'yes');
  if (hasEnded && !newcomer.isBaseline && !newcomer.isAgain) learnFromEnded(state, follow);
  if (isWatched) watchNewcomer(state, follow, newcomer, answer, step);
  markSeen(state, follow.id, [newcomer]);
  endBaseline(state, follow.id, step);
}

/**
 * Whether an import that was found after its end ended while the project was followed, as far as can be told: neither the list
 * nor the answer says when. What the first look found was there before, and so was an asset that was moved here from another
 * followed project. That one is imported again is the list's word alone: one that has ended may have done so long ago, and been told.
 */
function isNewEnd(state: FollowingState, follow: Follow, newcomer: Newcomer): boolean {
  if (newcomer.isBaseline || newcomer.isAgain) return false;
  return !followsOf(state, follow.account).some(
    ({ id, workspace }) =>
      id !== follow.id && workspace === follow.workspace && wasThere(state, id, newcomer.assetId),
  );
}

/**
 * It was listed there, be it that it was not asked for yet, or was refused. What first looks there could not list says nothing: other projects
 * may have it, where projects share a count of ids.
 */
function wasThere(state: FollowingState, follow: FollowId, assetId: number): boolean {
  const isWaiting = state.newcomers.get(keyOf({ follow, assetId }))?.isBaseline === true;
  return isWaiting || isSeen(state, follow, assetId) || hasId(state.seen.get(follow)!.refused, assetId);
}

/**
 * That an import whose metadata is complete has ended is not documented either. The newest of a first look, by their ids, are asked
 * for all the same, since among them is what may still run; later ones are asked for whatever their metadata.
 */
const newestAsked = 200;

/**
 * Only what a first look will not ask for is dealt with as soon as it is listed. The rest was there before, also for a later run whose
 * first look does not list it again. Returned: the newest of what was listed as complete.
 */
export function noteFirstListed(
  state: FollowingState,
  { id: follow }: Follow,
  { assets }: ListedPage,
  complete: readonly ListedAsset[],
): ListedAsset[] {
  const newcomerOf = ({ assetId }: ListedAsset) => state.newcomers.get(keyOf({ follow, assetId }));
  const newest = complete
    .filter((asset) => newcomerOf(asset) === undefined)
    .toSorted((one, other) => other.assetId - one.assetId);
  const older = newest.splice(newestAsked);
  const asked = assets.filter((asset) => newcomerOf(asset)?.isAgain === false);
  const ids = [...newest, ...asked].map(({ assetId }) => assetId);
  markSeen(state, follow, older);
  noteThereBefore(
    state,
    follow,
    ids.filter((assetId) => !isSeen(state, follow, assetId)),
  );
  return newest;
}

/** The last of the first looks is over; of the newest it is asked even where they were listed as complete. */
export function endFirstLook(state: FollowingState, follow: Follow, look: Look): void {
  if (!look.nothingSlipped) takeUnlistedForOld(state, follow, look);
  askForNewest(state, follow, look);
}

function askForNewest(state: FollowingState, follow: Follow, { newest }: Look): void {
  for (const asset of newest) {
    const { assetId } = asset;
    const isKnown = state.newcomers.has(keyOf({ follow: follow.id, assetId }));
    const isDealtWith = isSeen(state, follow.id, assetId) || state.watches.has(watchIdIn(follow, assetId));
    if (isKnown || isDealtWith) continue;
    const baseline = { isBaseline: true, isAgain: false, refusals: 0, askAgainFrom: null };
    state.newcomers.put({ ...asset, follow: follow.id, ...baseline });
  }
}

/** What no first look listed was there before, as far as anybody can tell: nothing will say that it ended since. */
function takeUnlistedForOld(state: FollowingState, { id }: Follow, look: Look): void {
  const { complete, unfinished, unlisted } = state.seen.get(id)!;
  const listed = unionOf(unionOf(complete, unfinished), look.ids);
  const highest = listed.at(-1);
  if (highest === undefined) return;
  state.seen.patch(id, { unlisted: unionOf(unlisted, withoutIds([1, highest], listed)) });
}

/** The baseline is over once the first look is and nothing of it waits: until then a crash begins it anew. */
export function endBaseline(state: FollowingState, id: FollowId, { clock }: Step): void {
  if (state.follows.get(id)?.baselineAt !== null || state.lists.get(id)?.lookedAt === null) return;
  for (const key of state.waitingNewcomers.of(id)) if (state.newcomers.get(key)!.isBaseline) return;
  state.follows.patch(id, { baselineAt: clock });
}

const firstRetryMs = 60_000;
const longestRetryMs = 6 * 3_600_000;
/** All that are refused together take one request in so many milliseconds at the most, a fiftieth of the account's rate. */
const perRefusedMs = 10_000;

/**
 * A newcomer that cannot be asked for, or is no longer there, is not seen: a later look that lists it asks for it again, after a
 * pause that doubles each time.
 */
export function dropNewcomer(
  state: FollowingState,
  question: QuestionFor<'newcomer'>,
  problem: Problem | null,
  step: Step,
): void {
  const newcomer = askedNewcomer(state, question);
  if (newcomer === null) return;
  const refusals = newcomer.refusals + 1;
  const pause = backOff(firstRetryMs, refusals, longestRetryMs);
  const forAll = state.refusedNewcomers.of(newcomer.follow).size * perRefusedMs;
  const askAgainFrom = restsFrom(problem, step.at) + withJitter(state, Math.max(pause, forAll));
  state.newcomers.put({ ...newcomer, refusals, askAgainFrom });
  if (newcomer.isBaseline && !newcomer.isAgain) noteThereBefore(state, newcomer.follow, [newcomer.assetId]);
  endBaseline(state, newcomer.follow, step);
}

/** They were there before, also for whoever finds them in a later run; and they are not dealt with, though listed as if they had ended. */
function noteThereBefore(state: FollowingState, follow: FollowId, assetIds: readonly number[]): void {
  const { complete, unfinished, refused, ...seen } = state.seen.get(follow)!;
  if (assetIds.every((id) => hasId(refused, id) && !isSeen(state, follow, id))) return;
  const those = rangesOf(assetIds);
  state.seen.put({
    ...seen,
    complete: withoutIds(complete, those),
    unfinished: withoutIds(unfinished, those),
    refused: unionOf(refused, those),
  });
}

/** Another key may read what this list, and what it shows, was refused. */
export function forgetRefusals(state: FollowingState, id: FollowId, { at }: Step): void {
  const wasRefused = state.lists.get(id)!.problem !== null || state.refusedNewcomers.of(id).size > 0;
  if (!wasRefused) return;
  state.lists.patch(id, { lookNow: true, canReadSince: 0, problem: null, problemsInRow: 0 });
  for (const key of state.refusedNewcomers.of(id))
    state.newcomers.patch(key, { askAgainFrom: at, refusals: 0 });
}

/** Null where the asset became a watch in the meantime. */
function askedNewcomer(
  { newcomers }: FollowingState,
  { follow, reference }: QuestionFor<'newcomer'>,
): Newcomer | null {
  const newcomer = newcomers.get(keyOf({ follow, assetId: reference.assetId }));
  return newcomer?.askAgainFrom === null ? newcomer : null;
}

export const groupIdOf = (follow: FollowId): GroupId => `follow:${follow}`;

/**
 * The group of a followed project is there as long as that is followed, also while nothing of it is in the list: what the person wants to
 * be told of the project would else be forgotten whenever the list is emptied.
 */
export const groupsOfFollows = ({ follows }: FollowingState) => ({
  stands: (group: GroupId) =>
    group.startsWith(groupIdOf('')) && follows.has(group.slice(groupIdOf('').length)),
  changed: [...follows.changes().keys()].map(groupIdOf),
});

/** What is found in one project stands together; each end is told by itself, until the person wants it otherwise. */
function groupOfFollow({ id, projectName }: Follow): NewGroup {
  return {
    id: groupIdOf(id),
    name: projectName,
    tell: { allDone: false, firstFailure: false },
    eachAsset: true,
  };
}

function watchNewcomer(
  state: FollowingState,
  follow: Follow,
  newcomer: Newcomer,
  answer: Answer,
  step: Step,
): void {
  const reference = referenceIn(follow, newcomer.assetId);
  const id = watchIdOf(follow.account, reference);
  // The person may have added it while it was asked for.
  if (state.watches.has(id)) return;
  const group = groupOfFollow(follow);
  const { fileName, size } = newcomer;
  const entry = { account: follow.account, reference, label: null, fileName, size };
  step.facts.push({ kind: 'group-wanted', group });
  enter(state, newWatch(entry, step.clock, group.id), step);
  takeAnswer(state, id, answer, step);
  if (isTerminal(answer.status)) step.facts.push({ kind: 'found-ended', watch: id });
}
