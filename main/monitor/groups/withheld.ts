import type { AccountId, WatchId } from '../../model/asset.ts';
import type { Group } from '../../model/group.ts';
import { isNoticeOf, noticeKeyOf, type ImportNotice, type NoticeKey } from '../../model/notice.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import { groupOf, type GroupsState } from './groups.ts';
import { heldAs } from '../telling/ledger.ts';
import { ownNoticeOf } from './own-notice.ts';
import { groupNoticeKey, memberEnded } from './settling.ts';

/** The person changed what is told of the group. What it was to tell as a whole, and will not, is told otherwise. */
export function groupChanged(state: GroupsState, event: EventOf<'group-changed'>, step: Step): void {
  const before = state.groups.get(event.group);
  if (before === undefined) return;
  const withheld = before.tell.allDone ? withheldBy(state, before) : [];
  const { name = before.name, tell = before.tell, eachAsset = before.eachAsset } = event;
  state.groups.patch(before.id, { name, tell, eachAsset });
  if (!tell.allDone) release(state, withheld, 'group', step);
}

export function ungrouped(state: GroupsState, event: EventOf<'ungrouped'>, step: Step): void {
  const group = state.groups.get(event.group);
  if (group === undefined) return;
  const withheld = withheldBy(state, group);
  for (const id of [...state.members.of(group.id)]) state.watches.patch(id, { group: null });
  state.groups.remove(group.id);
  release(state, withheld, 'group', step);
}

/** Nothing more will be heard of the rest of the round, so that no group that waits for this account will be done. */
export function releaseNoticesOf(state: GroupsState, account: AccountId, step: Step): void {
  for (const group of state.groups.values())
    if (waitsFor(state, group, account)) release(state, withheldBy(state, group), 'nobody', step);
}

/** The notices of this round that wait for the group to be told as a whole, in the order in which they came. */
function withheldBy(state: GroupsState, group: Group): readonly ImportNotice[] {
  const withheld = [...state.members.of(group.id)].flatMap((id) => {
    const watch = state.watches.get(id);
    return watch ? withheldOf(state, group, watch) : [];
  });
  return withheld.toSorted((one, other) => one.at - other.at);
}

/** Also of attempts before, which nobody else tells of; but not the first failure, if that was told. */
function withheldOf({ notices }: GroupsState, group: Group, watch: Watch): readonly ImportNotice[] {
  if (!group.round.isOpen || watch.group?.round !== group.round.number) return [];
  const told = notices.get(groupNoticeKey(group, 'failure'));
  const withheld: ImportNotice[] = [];
  for (let attempt = watch.group.since ?? watch.attempt; attempt <= watch.attempt; attempt += 1) {
    const notice = notices.get(noticeKeyOf({ ...watch, attempt }));
    if (notice?.about !== 'import' || notice.fate.kind !== 'held') continue;
    const wasTold = told?.about === 'group-failure' && told.watch === watch.id && told.at === notice.at;
    if (notice.fate.reason === 'told-with-group' && !wasTold) withheld.push(notice);
  }
  return withheld;
}

/** An end that waited for its group as its import was taken out of the list. */
export interface WithheldEnd {
  readonly watch: WatchId;
  readonly notice: NoticeKey;
  /** Of the group: epoch ms. */
  readonly createdAt: number;
}

/** What this step took out of the list while its end waited for its group. */
export function withheldOfRemoved(state: GroupsState): readonly WithheldEnd[] {
  const groups = state.groups.changes();
  return [...state.watches.changes().values()].flatMap(({ from, to }) => {
    if (!from?.group || to !== null) return [];
    const group = groups.get(from.group.id)?.from ?? state.groups.get(from.group.id);
    if (!group) return [];
    const { createdAt } = group;
    return withheldOf(state, group, from).map(({ key }) => ({ watch: from.id, notice: key, createdAt }));
  });
}

/**
 * They are back. Where the group was told without them, or is to be told no more, each is told otherwise. Not of what is watched anew under
 * the same id: its former end has left with the watch that it was of.
 */
export function takeUpWithheld(state: GroupsState, ends: readonly WithheldEnd[], step: Step): void {
  for (const { watch: id, notice: key, createdAt } of ends) {
    const watch = state.watches.get(id);
    const notice = watch && state.notices.get(key);
    if (notice?.about !== 'import' || notice.fate.kind !== 'held') continue;
    if (notice.fate.reason !== 'told-with-group' || !isNoticeOf(watch!, key)) continue;
    const group = groupOf(state, watch!);
    const goesOn = group?.createdAt === createdAt && withheldOf(state, group, watch!).includes(notice);
    if (!goesOn) tellOtherwise(state, notice, null, step);
    else if (!group.tell.allDone) release(state, [notice], 'group', step);
  }
}

/** The group will not tell of these: each is told as it would be if it ended now, by whoever else may tell for it. */
function release(
  state: GroupsState,
  withheld: readonly ImportNotice[],
  teller: 'group' | 'nobody',
  step: Step,
): void {
  for (const notice of withheld) {
    const watch = state.watches.get(notice.watch)!;
    const isTold = tellOtherwise(state, notice, teller === 'group' ? groupOf(state, watch) : null, step);
    memberEnded(state, watch, notice, isTold);
  }
}

/** Whether it is told by itself. */
function tellOtherwise(
  state: GroupsState,
  { key, status }: ImportNotice,
  group: Group | null,
  step: Step,
): boolean {
  const own = ownNoticeOf(state, group, status);
  state.notices.patch(key, { fate: own === 'told' ? { kind: 'recorded' } : heldAs(own, step) });
  return own === 'told';
}

function waitsFor(state: GroupsState, group: Group, account: AccountId): boolean {
  return [...state.members.of(group.id)].some((id) => {
    const watch = state.watches.get(id);
    return watch?.account === account && isOpen(watch);
  });
}
