import type { AccountId } from '../asset.ts';
import { isOpen } from '../asking.ts';
import { gather } from '../gathering.ts';
import { setFate } from '../ledger.ts';
import type { Moment } from '../moment.ts';
import { noticeKeyOf, type ImportNotice } from '../notice.ts';
import type { State, Watch } from '../state.ts';
import type { Group } from './group.ts';
import { groupNoticeKey } from './group-notices.ts';
import { aloneNoticeOf, ownNoticeOf } from './own-notice.ts';
import { memberEnded } from './settling.ts';

/** An ended member whose notice waits for its group to be told as a whole. */
interface HeldBack {
  readonly watch: Watch;
  readonly notice: ImportNotice;
}

/** What the group holds back in the round that is open, but for the first failure where that was told. */
export function heldBackBy(state: State, group: Group): readonly HeldBack[] {
  const { round, members } = group;
  if (!round.isOpen) return [];
  const told = state.notices.get(groupNoticeKey(group, 'failure'));
  const held: HeldBack[] = [];
  for (const id of members) {
    const watch = state.watches.get(id);
    if (watch?.group?.round !== round.number) continue;
    const notice = state.notices.get(noticeKeyOf(watch));
    if (notice?.about !== 'import' || notice.fate.kind !== 'held') continue;
    const wasTold = told?.about === 'group-failure' && told.watch === id && told.at === notice.at;
    if (notice.fate.reason === 'told-with-group' && !wasTold) held.push({ watch, notice });
  }
  return held;
}

/** The group will not tell of these: each is told as it would be if it ended now. */
export function release(state: State, held: readonly HeldBack[], moment: Moment): void {
  for (const { watch, notice } of held) tellAs(state, watch, notice, ownNoticeOf, moment);
}

/** Nothing more will be heard of the rest of the round, so that no group that waits for this account will be done. */
export function releaseHeldOf(state: State, account: AccountId, moment: Moment): void {
  for (const group of state.groups.values()) {
    if (!waitsFor(state, group, account)) continue;
    for (const { watch, notice } of heldBackBy(state, group))
      tellAs(state, watch, notice, aloneNoticeOf, moment);
  }
}

function waitsFor({ watches }: State, { members }: Group, account: AccountId): boolean {
  for (const id of members) {
    const watch = watches.get(id);
    if (watch?.account === account && isOpen(watch)) return true;
  }
  return false;
}

function tellAs(
  state: State,
  watch: Watch,
  { key, status }: ImportNotice,
  decide: typeof ownNoticeOf,
  moment: Moment,
): void {
  const own = decide(state, watch, status);
  if (own === 'told') {
    setFate(state, key, { kind: 'recorded' }, moment);
    gather(state, key, moment.at);
  } else setFate(state, key, { kind: 'held', reason: own, at: moment.at }, moment);
  memberEnded(state, watch, own === 'told' ? 'told' : 'held', moment);
}
