import { groupOf } from './counting.ts';
import type { HeldReason } from '../notice.ts';
import { goneStatus, isFailure } from '../import-status.ts';
import type { State, Watch } from '../state.ts';

/** Whether the end of an import is told by itself; else why it is only recorded. */
export function ownNoticeOf(state: State, watch: Watch, status: string): 'told' | HeldReason {
  const failed = isFailure(status);
  const isTrouble = failed || status === goneStatus;
  const wanted = isTrouble ? state.settings.notices.failed : state.settings.notices.completed;
  const group = groupOf(state, watch);
  if (group === null || group.eachAsset) return wanted ? 'told' : 'turned-off';
  const { allDone, firstFailure } = group.tell;
  const tellsFailure = failed && firstFailure && !group.round.failureTold;
  return allDone || tellsFailure ? 'told-with-group' : 'turned-off';
}
