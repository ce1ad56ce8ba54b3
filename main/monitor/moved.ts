import { abortRequests, isOpen, schedule } from './asking.ts';
import { touchWatch, type Moment } from './moment.ts';
import type { State, Watch } from './state.ts';
import { recount, uncount } from './tally.ts';

/** The asset stands in another project of its workspace now. It keeps its id and its watch, and is asked for there. */
export function moveTo(state: State, watch: Watch, projectId: number, moment: Moment): void {
  if (watch.reference.projectId === projectId) return;
  // What is on the wire asks at the old place, and could only say that nothing is there.
  abortRequests(state, moment, (asking) => 'watch' in asking && asking.watch === watch.id);
  uncount(state, watch);
  watch.reference = { ...watch.reference, projectId };
  watch.missing = null;
  recount(state, watch);
  if (isOpen(watch)) schedule(state, watch, moment.at);
  touchWatch(moment, watch.id);
}
