import { groupOf } from './counting.ts';
import type { HeldReason } from '../notice.ts';
import { goneStatus, isFailure } from '../import-status.ts';
import type { State, Watch } from '../state.ts';

/** Whether the end of an import is told by itself; else why it is only recorded. */
export function ownNoticeOf(state: State, watch: Watch, status: string): 'told' | HeldReason {
  const group = groupOf(state, watch);
  if (group === null || group.eachAsset) return aloneNoticeOf(state, watch, status);
  const { allDone, firstFailure } = group.tell;
  const isFirst = !group.round.failureTold && group.newlyFailed === null;
  const tellsFailure = isFailure(status) && firstFailure && isFirst;
  return allDone || tellsFailure ? 'told-with-group' : 'turned-off';
}

/** The same where no group tells for the import. */
export function aloneNoticeOf({ settings }: State, _watch: Watch, status: string): 'told' | 'turned-off' {
  const isTrouble = isFailure(status) || status === goneStatus;
  const wanted = isTrouble ? settings.notices.failed : settings.notices.completed;
  return wanted ? 'told' : 'turned-off';
}
