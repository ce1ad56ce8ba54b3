import { isOpen } from '../asking.ts';
import { touchGroup, type Moment } from '../moment.ts';
import type { State, Watch } from '../state.ts';
import { uncount } from '../tally.ts';
import { groupOf } from './counting.ts';
import { newGroup, restoredGroup, roundAfter, type Group, type NewGroup, type SavedGroup } from './group.ts';

/** Makes the group where it is not there. One that is there keeps its name and the person's choices. */
export function makeGroup(state: State, wanted: NewGroup, moment: Moment): void {
  if (state.groups.has(wanted.id)) return;
  enterGroup(state, newGroup(wanted, moment.at));
  touchGroup(moment, wanted.id);
}

/** A group that was emptied comes back as it was, before its members do. */
export function bringBack(state: State, saved: SavedGroup, moment: Moment): void {
  if (state.groups.has(saved.id)) return;
  enterGroup(state, restoredGroup(saved));
  touchGroup(moment, saved.id);
}

/** Of a group at the start of a run; it is looked at in the first moment, because a damaged file may have cost it members. */
export function enterGroup(state: State, group: Group): void {
  state.groups.set(group.id, group);
  state.unsettledGroups.add(group.id);
}

/** Before the watch is counted: makes it a member of its group, or of none where its group has gone. */
export function becomeMember(state: State, watch: Watch): void {
  const group = groupOf(state, watch);
  if (group === null) watch.group = null;
  else group.members.add(watch.id);
}

/** The window offers to undo a removal for so long. */
const undoMs = 30_000;

/** After the watch was taken out of the count. */
export function leaveGroup(state: State, watch: Watch, moment: Moment): void {
  const group = groupOf(state, watch);
  if (group === null) return;
  group.members.delete(watch.id);
  if (isOpen(watch)) group.undoableUntil = moment.at + undoMs;
}

/**
 * The watch is in progress, newly or again: it counts in the round that is open, and opens the next one where none is. Takes
 * it out of the count, into which `recount` brings it again.
 */
export function joinRound(state: State, watch: Watch, moment: Moment): void {
  const group = groupOf(state, watch);
  if (group === null) return;
  uncount(state, watch);
  if (!group.round.isOpen) {
    group.round = roundAfter(group.round);
    touchGroup(moment, group.id);
  }
  watch.group = { id: group.id, round: group.round.number };
}
