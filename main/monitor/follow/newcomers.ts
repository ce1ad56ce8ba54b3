import { accountAnswered, takeAnswer } from '../answers.ts';
import { watchIdOf, type Answer } from '../asset.ts';
import type { NewGroup } from '../groups/group.ts';
import { makeGroup } from '../groups/membership.ts';
import { isFailure, isTerminal } from '../import-status.ts';
import type { Moment } from '../moment.ts';
import { recordNotice } from '../notices.ts';
import { withJitter } from '../random.ts';
import type { NewcomerAsking, State } from '../state.ts';
import { enter, newWatch } from '../watchlist.ts';
import type { Follow, Newcomer } from './follow.ts';
import { learn, learnFromEnded } from './running-listed.ts';
import { isSeen, markSeen } from './seen.ts';

/**
 * The one answer that a newcomer is asked for. What is in progress becomes a watch. What has ended becomes one too if that is
 * news, and its end stands in the inbox without a banner; else it is a baseline: marked as seen, and that is all. The mark is
 * written in one piece with what it brings about.
 */
export function newcomerAnswered(state: State, asking: NewcomerAsking, answer: Answer, moment: Moment): void {
  accountAnswered(state, asking, moment);
  const follow = state.follows.get(asking.follow);
  const newcomer = follow?.newcomers.get(asking.reference.assetId);
  if (!follow || !newcomer) return;
  follow.newcomers.delete(newcomer.assetId);
  follow.refused.delete(newcomer.assetId);
  const hasEnded = isTerminal(answer.status);
  if (answer.status === 'IN_PROGRESS') learn(follow, 'yes', moment);
  if (hasEnded && !newcomer.isBaseline && !newcomer.isAgain) learnFromEnded(follow, moment);
  if (!hasEnded || isNewEnd(state, follow, newcomer, answer.status))
    watchNewcomer(state, follow, newcomer, answer, moment);
  const { assetId, complete } = newcomer;
  markSeen(follow, complete ? [assetId] : [], complete ? [] : [assetId], moment);
  endBaseline(follow, moment);
}

/**
 * Whether an import that was found after its end ended while the project was followed, as far as can be told: neither the list
 * nor the answer says when. What the first look found was there before, and so was an asset that was moved here from another
 * followed project. One that was complete before and is so again may never have been imported anew.
 */
function isNewEnd(state: State, follow: Follow, newcomer: Newcomer, status: string): boolean {
  if (newcomer.isBaseline) return false;
  if (newcomer.isAgain) return isFailure(status);
  for (const other of state.follows.values()) {
    const isBeside = other !== follow && other.account === follow.account;
    if (isBeside && other.workspace === follow.workspace && isSeen(other, newcomer.assetId)) return false;
  }
  return true;
}

/** The baseline is over once the first look is and nothing of it waits: until then a crash begins it anew. */
export function endBaseline(follow: Follow, moment: Moment): void {
  if (follow.baselineAt !== null || follow.lookedAt === null) return;
  for (const { isBaseline } of follow.newcomers.values()) if (isBaseline) return;
  follow.baselineAt = moment.at;
  moment.unsavedFollows.add(follow.id);
}

const firstRetryMs = 60_000;
const longestRetryMs = 6 * 3_600_000;
/** All that are refused together take one request in so many milliseconds at the most, a fiftieth of the account's rate. */
const perRefusedMs = 10_000;

/**
 * A newcomer that cannot be asked for, or is no longer there, is not seen: a later look that lists it asks for it again, after a
 * pause that doubles each time.
 */
export function dropNewcomer(state: State, asking: NewcomerAsking, moment: Moment): void {
  const follow = state.follows.get(asking.follow);
  const newcomer = follow?.newcomers.get(asking.reference.assetId);
  if (!follow || !newcomer) return;
  const { assetId, isBaseline } = newcomer;
  const times = (follow.refused.get(assetId)?.times ?? 0) + 1;
  const pause = Math.min(firstRetryMs * 2 ** Math.min(times - 1, 10), longestRetryMs);
  const askFrom = moment.at + withJitter(state, Math.max(pause, follow.refused.size * perRefusedMs));
  follow.refused.set(assetId, { times, askFrom, isBaseline });
  follow.newcomers.delete(assetId);
  endBaseline(follow, moment);
}

/** What is found in one project stands together; each end is told by itself, until the person wants it otherwise. */
function groupOfFollow({ id, projectName }: Follow): NewGroup {
  return {
    id: `follow:${id}`,
    name: projectName,
    tell: { allDone: false, firstFailure: false },
    eachAsset: true,
  };
}

function watchNewcomer(
  state: State,
  follow: Follow,
  newcomer: Newcomer,
  answer: Answer,
  moment: Moment,
): void {
  const { account, workspace, projectId } = follow;
  const reference = { workspace, projectId, assetId: newcomer.assetId };
  // The person may have added it while it was asked for.
  if (state.watches.has(watchIdOf(account, reference))) return;
  const group = groupOfFollow(follow);
  makeGroup(state, group, moment);
  const entry = { account, reference, label: null, fileName: newcomer.fileName, size: newcomer.size };
  const watch = newWatch(entry, moment.at, group.id);
  enter(state, watch, moment);
  takeAnswer(state, watch, answer, moment);
  if (isTerminal(answer.status)) recordNotice(state, watch, moment, 'ended-before-found');
}
