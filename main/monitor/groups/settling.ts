import { isFailure } from '../import-status.ts';
import { touchGroup, type Moment } from '../moment.ts';
import type { State, Watch } from '../state.ts';
import { groupOf } from './counting.ts';
import type { Group } from './group.ts';
import { recordGroupDone, recordGroupFailure } from './group-notices.ts';

/** The import of a member has ended after it was seen in progress. `own`: what became of its own notice. */
export function memberEnded(state: State, watch: Watch, own: 'told' | 'held', moment: Moment): void {
  const group = groupOf(state, watch);
  if (group === null) return;
  const { round } = group;
  if (!round.hasEnds) touchGroup(moment, group.id);
  round.hasEnds = true;
  if (round.failureTold || watch.known === null || !isFailure(watch.known.status)) return;
  if (own === 'told') markFailureTold(group, moment);
  else group.newlyFailed ??= watch;
}

/**
 * At the end of a moment, when all that it brought is counted: an emptied group goes, a round of which nothing is in progress
 * any more is over, and what is to be told of it is recorded, once.
 */
export function settleGroups(state: State, moment: Moment): void {
  for (const id of state.unsettledGroups) {
    moment.changedGroups.add(id);
    state.unsettledGroups.delete(id);
    const group = state.groups.get(id);
    if (group !== undefined) settle(state, group, moment);
  }
  for (const id of state.emptiedRounds) {
    const group = state.groups.get(id);
    if (group !== undefined && moment.at < group.undoableUntil) continue;
    state.emptiedRounds.delete(id);
    if (group === undefined) continue;
    moment.changedGroups.add(id);
    settle(state, group, moment);
  }
}

/** When the next round is over whose last member in progress was removed, epoch ms. */
export function nextSettlingTime({ emptiedRounds, groups }: State): number | null {
  const times = [...emptiedRounds].map((id) => groups.get(id)?.undoableUntil ?? 0);
  return times.length === 0 ? null : Math.min(...times);
}

function settle(state: State, group: Group, moment: Moment): void {
  const failed = group.newlyFailed;
  group.newlyFailed = null;
  if (group.members.size === 0) {
    state.groups.delete(group.id);
    touchGroup(moment, group.id);
    return;
  }
  const { round, tell } = group;
  const isOver = isRoundOver(state, group, moment.at);
  const tellsAll = isOver && round.hasEnds && tell.allDone;
  // The notice of the whole names the failed ones: a second one in the same moment would say less.
  if (failed !== null && tell.firstFailure && !tellsAll) {
    markFailureTold(group, moment);
    recordGroupFailure(state, group, failed, moment);
  }
  if (tellsAll) recordGroupDone(state, group, moment);
  if (!isOver) return;
  round.isOpen = false;
  touchGroup(moment, group.id);
}

/** Nothing of the round is in progress any more; where the last of it was removed, once that is not undone. */
function isRoundOver({ emptiedRounds }: State, { id, round, undoableUntil }: Group, at: number): boolean {
  if (!round.isOpen || round.counts.importing > 0) return false;
  if (at < undoableUntil) emptiedRounds.add(id);
  return at >= undoableUntil;
}

function markFailureTold(group: Group, moment: Moment): void {
  group.round.failureTold = true;
  touchGroup(moment, group.id);
}
