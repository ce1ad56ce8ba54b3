import type { Moment } from '../moment.ts';
import type { FailedMember, NoticeKey } from '../notice.ts';
import { enterLedger, nameOf } from '../notices.ts';
import type { State, Watch } from '../state.ts';
import type { Group } from './group.ts';

/** A banner has room for a few names, the inbox for some more; the rest is counted. */
const mostNames = 20;

/** Nothing of this round is in progress any more. */
export function recordGroupDone(state: State, group: Group, moment: Moment): void {
  const { completed, failed } = group.round.counts;
  enterLedger(
    state,
    {
      about: 'group-done',
      key: groupNoticeKey(group, 'done'),
      group: group.id,
      groupName: group.name,
      completed,
      failed,
      failedMembers: failedMembers(state, group),
      at: moment.at,
      fate: { kind: 'recorded' },
      read: false,
    },
    moment,
  );
}

/** The first failure of this round, where it is not told by itself. */
export function recordGroupFailure(state: State, group: Group, watch: Watch, moment: Moment): void {
  if (watch.known === null) return;
  const { completed, failed, importing } = group.round.counts;
  enterLedger(
    state,
    {
      about: 'group-failure',
      key: groupNoticeKey(group, 'failure'),
      group: group.id,
      groupName: group.name,
      ended: completed + failed,
      all: completed + failed + importing,
      watch: watch.id,
      reference: watch.reference,
      name: nameOf(watch),
      status: watch.known.status,
      text: watch.known.text,
      metaData: watch.known.metaData,
      at: moment.at,
      fate: { kind: 'recorded' },
      read: false,
    },
    moment,
  );
}

/** With the time of its making: a group that went and came back under the same id is told anew. */
export function groupNoticeKey({ id, createdAt, round }: Group, kind: 'done' | 'failure'): NoticeKey {
  return `group:${id}@${createdAt}:${round.number}:${kind}`;
}

function failedMembers(state: State, { round }: Group): readonly FailedMember[] {
  const members: FailedMember[] = [];
  for (const id of round.failed) {
    const watch = state.watches.get(id);
    if (watch === undefined || watch.known === null) continue;
    members.push({
      watch: id,
      name: nameOf(watch),
      assetId: watch.reference.assetId,
      status: watch.known.status,
    });
    if (members.length === mostNames) break;
  }
  return members;
}
