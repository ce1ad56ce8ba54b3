import type { EventOf } from './event.ts';
import type { Moment } from './moment.ts';
import type { State } from './state.ts';

/** How soon a failed save is tried again. */
const retryMs = 10_000;

/** Asks for a save where something must be written; a banner that waits for the disk makes it urgent. */
export function saveWhatChanged(state: State, moment: Moment): void {
  const retry = state.saveProblem !== null && moment.at >= state.saveProblem.retryAt;
  if (!hasUnsaved(moment) && !retry) return;
  if (retry) state.saveProblem = { reason: state.saveProblem!.reason, retryAt: moment.at + retryMs };
  state.revision += 1;
  moment.effects.push({
    kind: 'save',
    revision: state.revision,
    watches: [...moment.unsavedWatches],
    notices: [...moment.unsavedNotices],
    groups: [...moment.unsavedGroups],
    follows: [...moment.unsavedFollows],
    seen: [...moment.unsavedSeen.values()],
    durations: [...moment.unsavedDurations],
    urgent: moment.unsavedNotices.size > 0 || retry,
  });
}

function hasUnsaved(moment: Moment): boolean {
  const { unsavedWatches, unsavedNotices, unsavedDurations, unsavedFollows, unsavedSeen, unsavedGroups } =
    moment;
  const unsaved = [
    unsavedWatches,
    unsavedNotices,
    unsavedDurations,
    unsavedFollows,
    unsavedSeen,
    unsavedGroups,
  ];
  return unsaved.some(({ size }) => size > 0);
}

export function saved(state: State, event: EventOf<'saved'>): void {
  state.savedRevision = Math.max(state.savedRevision, event.revision);
  state.saveProblem = null;
}

/** What could not be written stays with the shell and goes with the next save; the person is told. */
export function saveFailed(state: State, event: EventOf<'save-failed'>): void {
  state.saveProblem = { reason: event.reason, retryAt: event.at + retryMs };
}
