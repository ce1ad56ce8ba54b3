import { isFailure } from '../../model/import-status.ts';
import type { Group, GroupId, Round } from '../../model/group.ts';
import type { FailedMember, ImportNotice, NoticeKey } from '../../model/notice.ts';
import { nameOf, type Watch } from '../../model/watch.ts';
import type { Step } from '../kernel/step.ts';
import { bucketOf, countsIn, inGroup, inRound, watchesIn } from '../imports/tally.ts';
import { record, toldOf } from '../telling/ledger.ts';
import { groupOf, type GroupsState } from './groups.ts';

/** The import of a member has ended after it was seen in progress. `isTold`: by a notice of its own. */
export function memberEnded(
  state: GroupsState,
  watch: Watch,
  { key, status }: Pick<ImportNotice, 'key' | 'status'>,
  isTold: boolean,
): void {
  const group = groupOf(state, watch);
  if (group === null) return;
  if (!group.round.hasEnds) patchRound(state, group.id, { hasEnds: true });
  if (group.round.failureTold || !isFailure(status)) return;
  if (isTold) patchRound(state, group.id, { failureTold: true });
  else if (!state.firstFailures.has(group.id))
    state.firstFailures.put({ group: group.id, watch: watch.id, notice: key });
}

/** Groups that stay while they are empty, and those of which that may be true no longer. */
export interface StandingGroups {
  readonly stands: (group: GroupId) => boolean;
  readonly changed: readonly GroupId[];
}

export interface Settled {
  /** Groups that look different. */
  readonly touched: ReadonlySet<GroupId>;
  /** Groups whose round is over since this step, and had ends. */
  readonly over: readonly GroupId[];
}

/**
 * At the end of a step, when all that it brought is counted: an emptied group goes, a round of which nothing is in progress any more is
 * over, and what is to be told of it is recorded, once.
 */
export function settleGroups(state: GroupsState, standing: StandingGroups, step: Step): Settled {
  const touched = touchedGroups(state, standing.changed);
  const over = [...touched].filter((id) => {
    const group = state.groups.get(id);
    return group !== undefined && settle(state, group, standing.stands(id), step);
  });
  return { touched, over };
}

function touchedGroups(state: GroupsState, others: readonly GroupId[]): Set<GroupId> {
  const touched = new Set([...others, ...state.groups.changes().keys(), ...state.firstFailures.keys()]);
  for (const { from, to } of state.takenOut.changes().values())
    if (to === null && from?.watch.group) touched.add(from.watch.group.id);
  for (const { from, to } of state.watches.changes().values()) {
    if (from?.group === to?.group && from !== null && to !== null && bucketOf(from) === bucketOf(to))
      continue;
    for (const watch of [from, to]) if (watch?.group) touched.add(watch.group.id);
  }
  return state.hasBegun.value ? touched : new Set([...touched, ...state.groups.keys()]);
}

/** Whether the round is over since now, and had ends. */
function settle(state: GroupsState, group: Group, stands: boolean, step: Step): boolean {
  const failure = state.firstFailures.get(group.id);
  state.firstFailures.remove(group.id);
  const isEmpty = state.members.of(group.id).size === 0;
  if (!isEmpty) state.leftRounds.remove(group.id);
  else if (!stands) {
    state.groups.remove(group.id);
    return false;
  }
  const { round, tell, createdAt } = group;
  const { importing, completed, failed: failures, gone } = countsIn(state, roundOf(group));
  const mayGoOn = importing > 0 || state.takenOutOf.of(inGroup(group.id)).size > 0;
  const isOver = round.isOpen && !mayGoOn;
  // The person took all of it away: nobody is told of its end.
  const hasEnds = round.hasEnds && completed + failures + gone > 0;
  const tellsAll = isOver && hasEnds && tell.allDone;
  // The notice of the whole group names the failed ones; a second notice in the same step would only say less.
  const failed = failure && tell.firstFailure && !tellsAll ? state.watches.get(failure.watch) : undefined;
  if (failed !== undefined) {
    patchRound(state, group.id, { failureTold: true });
    recordFailure(state, group, failed, failure!.notice, step);
  }
  if (tellsAll) recordDone(state, group, step);
  if (isOver && isEmpty) state.leftRounds.put({ group: group.id, createdAt, round });
  if (isOver) patchRound(state, group.id, { isOpen: false, hasEnds });
  return isOver && hasEnds;
}

function patchRound({ groups }: GroupsState, id: GroupId, part: Partial<Round>): void {
  const { round } = groups.get(id)!;
  groups.patch(id, { round: { ...round, ...part } });
}

/** A banner has room for a few names, the inbox for a few more; the rest are only counted. */
const mostNames = 20;

/** Nothing of this round is in progress any more. */
function recordDone(state: GroupsState, group: Group, { clock }: Step): void {
  const { completed, failed, gone } = countsIn(state, roundOf(group));
  const members = failedMembers(state, group);
  const told = { about: 'group-done', completed, failed, gone, failedMembers: members } as const;
  record(state, { ...ofGroup(group, 'done'), ...told, at: clock, read: false });
}

/** The first failure of this round, where it is not told by itself. */
function recordFailure(state: GroupsState, group: Group, watch: Watch, key: NoticeKey, step: Step): void {
  const { completed, failed, gone, importing } = countsIn(state, roundOf(group));
  const ended = completed + failed + gone;
  // By this time it is known as told: what was left to the whole at first was learned before.
  const [end, own] = [state.notices.get(key), toldOf(watch, step)];
  const { status, text, metaData, at } = end?.about === 'import' ? end : own;
  const told = { about: 'group-failure', ended, all: ended + importing, status, text, metaData, at } as const;
  record(state, { ...ofGroup(group, 'failure'), ...own, ...told });
}

function ofGroup(group: Group, kind: 'done' | 'failure') {
  const fate = { kind: 'recorded' } as const;
  return { key: groupNoticeKey(group, kind), group: group.id, groupName: group.name, fate };
}

const roundOf = ({ id, round }: Group) => inRound(id, round.number);

/** With the time of its making: a group that went and came back under the same id is told anew. */
export function groupNoticeKey({ id, createdAt, round }: Group, kind: 'done' | 'failure'): NoticeKey {
  return `group:${id}@${createdAt}:${round.number}:${kind}`;
}

function failedMembers(state: GroupsState, group: Group): readonly FailedMember[] {
  const failed = [...watchesIn(state, roundOf(group), 'failed')].slice(0, mostNames);
  return failed.map((id) => {
    const watch = state.watches.get(id)!;
    const status = watch.known?.status ?? '';
    return { watch: id, name: nameOf(watch), assetId: watch.reference.assetId, status };
  });
}
