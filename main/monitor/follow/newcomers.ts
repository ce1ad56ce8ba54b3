import { accountAnswered, takeAnswer } from '../answers.ts';
import { watchIdOf, type Answer } from '../asset.ts';
import type { NewGroup } from '../groups/group.ts';
import { makeGroup } from '../groups/membership.ts';
import { isTerminal } from '../import-status.ts';
import type { Moment } from '../moment.ts';
import type { NewcomerAsking, State } from '../state.ts';
import { enter, newWatch } from '../watchlist.ts';
import type { Follow, Newcomer } from './follow.ts';
import { learn } from './running-listed.ts';
import { markSeen } from './seen.ts';

/**
 * The one answer that a newcomer is asked for. What has ended already is a baseline: marked as seen, and that is all. What has not
 * becomes a watch, which is written in one piece with the mark.
 */
export function newcomerAnswered(state: State, asking: NewcomerAsking, answer: Answer, moment: Moment): void {
  accountAnswered(state, asking, moment);
  const follow = state.follows.get(asking.follow);
  const newcomer = follow?.newcomers.get(asking.reference.assetId);
  if (!follow || !newcomer) return;
  follow.newcomers.delete(newcomer.assetId);
  if (answer.status === 'IN_PROGRESS') learn(follow, 'yes', moment);
  if (!isTerminal(answer.status)) watchNewcomer(state, follow, newcomer, answer, moment);
  const { assetId, complete } = newcomer;
  markSeen(follow, complete ? [assetId] : [], complete ? [] : [assetId], moment);
}

/** A newcomer that cannot be asked for, or is no longer there, is not seen: the next look that lists it asks for it again. */
export function dropNewcomer(state: State, asking: NewcomerAsking): void {
  state.follows.get(asking.follow)?.newcomers.delete(asking.reference.assetId);
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
  const entry = { account, reference, label: null, fileName: newcomer.fileName };
  const watch = newWatch(entry, moment.at, group.id);
  enter(state, watch, moment);
  takeAnswer(state, watch, answer, moment);
}
