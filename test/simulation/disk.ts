import type { SavedWatch } from '../../main/monitor/initial-state.ts';
import type { NoticeKey } from '../../main/monitor/notice.ts';
import type { State } from '../../main/monitor/state.ts';

/** What is still to be written. */
export const noChanges = () => ({
  watches: new Set<string>(),
  notices: new Set<NoticeKey>(),
  revision: 0,
  writing: false,
});

/** What is written of a watch; null where it is not watched any more. */
export function savedWatch(state: State, id: string): SavedWatch | null {
  const watch = state.watches.get(id);
  if (watch === undefined) return null;
  const {
    problem: _problem,
    problemsInRow: _row,
    inFlight: _flight,
    dueAt: _due,
    counted: _counted,
    ...saved
  } = watch;
  return saved;
}
