import type { WatchId } from '../../model/asset.ts';
import { firstRound, type Group, type GroupId, type NewGroup } from '../../model/group.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import type { Collection, Readable, Store } from '../kernel/store.ts';
import type { ImportsState } from '../imports/imports.ts';
import type { TellingState } from '../telling/ledger.ts';

export interface GroupsState extends ImportsState, TellingState {
  readonly groups: Collection<GroupId, Group>;
  readonly undoableGroups: Collection<GroupId, UndoableGroup>;
  readonly firstFailures: Collection<GroupId, FirstFailure>;
}

/** The first failure of a round, learned in this step and to be told as the group's. */
interface FirstFailure {
  readonly group: GroupId;
  readonly watch: WatchId;
}

/** A group of which a member in progress was removed: while that can be undone, its round is not over. */
interface UndoableGroup {
  readonly group: GroupId;
  /** Steady ms. */
  readonly until: number;
}

export function createGroups(store: Store): Omit<GroupsState, keyof ImportsState | keyof TellingState> {
  return {
    groups: store.collection<GroupId, Group>(({ id }) => id),
    undoableGroups: store.collection<GroupId, UndoableGroup>(({ group }) => group),
    firstFailures: store.collection<GroupId, FirstFailure>(({ group }) => group),
  };
}

/** The group that the watch is a member of, if it still is there. */
export function groupOf({ groups }: Readable<GroupsState>, { group }: Pick<Watch, 'group'>): Group | null {
  return (group && groups.get(group.id)) ?? null;
}

/** Makes the group where it is not there. One that is there keeps its name and the person's choices. */
export function makeGroup({ groups }: GroupsState, wanted: NewGroup, { clock }: Step): void {
  if (!groups.has(wanted.id)) groups.put({ ...wanted, createdAt: clock, round: firstRound });
}

/** A watch came into the list: one whose group has gone is a member of none. */
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
  state.watches.patch(id, { group: { id: group.id, round: round.number } });
}

/** The window offers to undo a removal for so long. */
const undoMs = 30_000;

export function leaveRound(state: GroupsState, watch: Watch, { at }: Step): void {
  const group = groupOf(state, watch);
  if (group !== null && isOpen(watch)) state.undoableGroups.put({ group: group.id, until: at + undoMs });
}

/** The person gave it another name, or wants to be told otherwise. */
export function changeGroup({ groups }: GroupsState, event: EventOf<'group-changed'>): void {
  const group = groups.get(event.group);
  if (group === undefined) return;
  const { name = group.name, tell = group.tell, eachAsset = group.eachAsset } = event;
  groups.put({ ...group, name, tell, eachAsset });
}

export function dissolve(state: GroupsState, group: GroupId): void {
  for (const id of [...state.members.of(group)]) state.watches.patch(id, { group: null });
  state.groups.remove(group);
}
