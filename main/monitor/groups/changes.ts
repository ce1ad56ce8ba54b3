import type { EventOf } from '../event.ts';
import { touchGroup, touchWatch, type Moment } from '../moment.ts';
import type { State } from '../state.ts';
import { recount, uncount } from '../tally.ts';

/** The person gave it another name, or wants to be told otherwise. What was recorded stays as it was. */
export function groupChanged(state: State, event: EventOf<'group-changed'>, moment: Moment): void {
  const group = state.groups.get(event.group);
  if (group === undefined) return;
  group.name = event.name ?? group.name;
  group.tell = event.tell ?? group.tell;
  group.eachAsset = event.eachAsset ?? group.eachAsset;
  touchGroup(moment, group.id);
}

export function ungrouped(state: State, event: EventOf<'ungrouped'>, moment: Moment): void {
  const group = state.groups.get(event.group);
  if (group === undefined) return;
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
}
