import type { WatchId } from '../../model/asset.ts';
import { firstRound, type Group, type GroupId, type NewGroup } from '../../model/group.ts';
import type { NoticeKey } from '../../model/notice.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable, Store } from '../kernel/store.ts';
import type { ImportsState } from '../imports/imports.ts';
import type { TellingState } from '../telling/ledger.ts';

export type GroupsState = ImportsState & TellingState & Readonly<ReturnType<typeof createGroups>>;

export function createGroups(store: Store) {
  return {
    groups: store.collection<GroupId, Group>(({ id }) => id),
    /** The first failures of rounds, learned in this step and to be told as the group's. */
    firstFailures: store.collection<GroupId, FirstFailure>(({ group }) => group),
    /** The rounds of which all was taken out of the list, as they were then, until something enters their groups. */
    leftRounds: store.collection<GroupId, LeftRound>(({ group }) => group),
  };
}

interface FirstFailure {
  readonly group: GroupId;
  readonly watch: WatchId;
  /** Of its end. */
  readonly notice: NoticeKey;
}

interface LeftRound extends Pick<Group, 'createdAt' | 'round'> {
  readonly group: GroupId;
}

/** The group that the watch is a member of, if it still is there. */
export function groupOf({ groups }: Readable<GroupsState>, { group }: Pick<Watch, 'group'>): Group | null {
  return (group && groups.get(group.id)) ?? null;
}

/** Makes the group where it is not there. One that is there keeps its name and the person's choices. */
export function makeGroup({ groups }: GroupsState, wanted: NewGroup, { clock }: Step): void {
  if (!groups.has(wanted.id)) groups.put({ ...wanted, createdAt: clock, round: firstRound, mute: null });
}

/** A watch came into the list, or into a group there: one whose group has gone is a member of none. */
export function memberEntered(state: GroupsState, id: WatchId): void {
  const watch = state.watches.get(id);
  if (!watch?.group) return;
  if (groupOf(state, watch) === null) state.watches.patch(id, { group: null });
  else if (isOpen(watch)) joinRound(state, id);
}

/** The import is in progress, newly or again: it counts in the round that is open, and opens the next one where none is. */
export function joinRound(state: GroupsState, id: WatchId): void {
  const watch = state.watches.get(id);
  const group = watch ? groupOf(state, watch) : null;
  if (group === null) return;
  const round = group.round.isOpen ? group.round : { ...firstRound, number: group.round.number + 1 };
  state.groups.patch(group.id, { round });
  if (watch!.group!.round !== round.number)
    state.watches.patch(id, { group: { id: group.id, round: round.number } });
}

/** The end of the attempt before was of this round too, if that is open still. */
export function memberBeganAgain(state: GroupsState, id: WatchId): void {
  const { group, attempt } = state.watches.get(id)!;
  if (group !== null) state.watches.patch(id, { group: { since: attempt - 1, ...group } });
  joinRound(state, id);
}

/** All of it was taken out, and some of that comes back: what has ended in its round and was not told is told with the rest. */
export function takeUpRound({ groups, leftRounds }: GroupsState, id: GroupId): void {
  const left = leftRounds.get(id);
  if (left !== undefined && groups.get(id)?.createdAt === left.createdAt)
    groups.patch(id, { round: left.round });
}
