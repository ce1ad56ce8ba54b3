import type { EventOf } from '../event.ts';
import { touchGroup, touchWatch, type Moment } from '../moment.ts';
import type { State } from '../state.ts';
import { recount, uncount } from '../tally.ts';
import { heldBackBy, release } from './released.ts';

/** The person gave it another name, or wants to be told otherwise. What it was to tell as a whole, and will not, is told otherwise, too. */
export function groupChanged(state: State, event: EventOf<'group-changed'>, moment: Moment): void {
  const group = state.groups.get(event.group);
  if (group === undefined) return;
  const held = group.tell.allDone ? heldBackBy(state, group) : [];
  group.name = event.name ?? group.name;
  group.tell = event.tell ?? group.tell;
  group.eachAsset = event.eachAsset ?? group.eachAsset;
  touchGroup(moment, group.id);
  if (group.tell.allDone) return;
  release(state, held, moment);
  state.unsettledGroups.add(group.id);
}

export function ungrouped(state: State, event: EventOf<'ungrouped'>, moment: Moment): void {
  const group = state.groups.get(event.group);
  if (group === undefined) return;
  const held = heldBackBy(state, group);
  for (const id of group.members) {
    const watch = state.watches.get(id);
    if (watch === undefined) continue;
    uncount(state, watch);
    watch.group = null;
    recount(state, watch);
    touchWatch(moment, id);
  }
  state.groups.delete(group.id);
  touchGroup(moment, group.id);
  release(state, held, moment);
}
