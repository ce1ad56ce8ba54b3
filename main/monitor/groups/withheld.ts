import type { AccountId } from '../../model/asset.ts';
import type { Group } from '../../model/group.ts';
import { noticeKeyOf, type ImportNotice } from '../../model/notice.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import { setFate } from '../telling/ledger.ts';
import { changeGroup, dissolve, type GroupsState } from './groups.ts';
import { aloneNoticeOf, heldAs, ownNoticeOf } from './own-notice.ts';
import { groupNoticeKey, memberEnded } from './settling.ts';

/** An ended member whose notice waits for its group to be told as a whole. */
interface Withheld {
  readonly watch: Watch;
  readonly notice: ImportNotice;
}

/** The person changed what is told of the group. What it was to tell as a whole, and will not, is told otherwise. */
export function groupChanged(state: GroupsState, event: EventOf<'group-changed'>, step: Step): void {
  const before = state.groups.get(event.group);
  if (before === undefined) return;
  const withheld = before.tell.allDone ? withheldBy(state, before) : [];
  changeGroup(state, event);
  if (state.groups.get(event.group)?.tell.allDone === false) release(state, withheld, ownNoticeOf, step);
}

export function ungrouped(state: GroupsState, event: EventOf<'ungrouped'>, step: Step): void {
  const group = state.groups.get(event.group);
  if (group === undefined) return;
  const withheld = withheldBy(state, group);
  dissolve(state, group.id);
  release(state, withheld, ownNoticeOf, step);
}

/** Nothing more will be heard of the rest of the round, so that no group that waits for this account will be done. */
export function releaseNoticesOf(state: GroupsState, account: AccountId, step: Step): void {
  for (const group of state.groups.values())
    if (waitsFor(state, group, account)) release(state, withheldBy(state, group), aloneNoticeOf, step);
}

/** What the group withholds in the round that is open, but for the first failure where that was told. */
function withheldBy(state: GroupsState, group: Group): readonly Withheld[] {
  if (!group.round.isOpen) return [];
  const told = state.notices.get(groupNoticeKey(group, 'failure'));
  return [...state.members.of(group.id)].flatMap((id) => {
    const watch = state.watches.get(id);
    if (watch?.group?.round !== group.round.number) return [];
    const notice = state.notices.get(noticeKeyOf(watch));
    if (notice?.about !== 'import' || notice.fate.kind !== 'held') return [];
    const wasTold = told?.about === 'group-failure' && told.watch === id && told.at === notice.at;
    return notice.fate.reason === 'told-with-group' && !wasTold ? [{ watch, notice }] : [];
  });
}

/** The group will not tell of these: each is told as it would be if it ended now. */
function release(
  state: GroupsState,
  withheld: readonly Withheld[],
  decide: typeof ownNoticeOf,
  step: Step,
): void {
  for (const {
    watch: { id },
    notice,
  } of withheld) {
    const watch = state.watches.get(id)!;
    const own = decide(state, watch, notice.status);
    setFate(state, notice.key, own === 'told' ? { kind: 'recorded' } : heldAs(own, step));
    memberEnded(state, watch, own === 'told');
  }
}

function waitsFor(state: GroupsState, group: Group, account: AccountId): boolean {
  return [...state.members.of(group.id)].some((id) => {
    const watch = state.watches.get(id);
    return watch?.account === account && isOpen(watch);
  });
}
