import { storedKinds, type StoredChanges, type StoredKind, type StoredRows } from '../../model/stored.ts';
import type { EventOf } from './events.ts';
import type { Step } from './step.ts';
import type { Collection, Store } from './store.ts';

export type SavingState = Readonly<ReturnType<typeof createSaving>>;

export function createSaving(store: Store) {
  return {
    /** Numbers the saves; what is on disk is `savedRevision`. */
    revision: store.cell(0),
    savedRevision: store.cell(0),
    /** The last save failed; said to the person, tried again at `retryAt` (steady ms). */
    saveProblem: store.cell<{ readonly reason: string; readonly retryAt: number } | null>(null),
  };
}

/** The collections that are kept between two runs. */
export type StoredCollections = {
  readonly [Kind in StoredKind]: Collection<string, StoredRows[Kind]>;
};

/** How soon a failed save is tried again. */
const retryMs = 10_000;

/** Asks for a save of all that this step changed; what waits for the disk, as a banner, a request, or a delivery does, makes it urgent. */
export function saveChanges(state: SavingState & StoredCollections, step: Step): void {
  const problem = state.saveProblem.value;
  const isRetry = problem !== null && step.at >= problem.retryAt;
  const changes = storedChanges(state);
  if (!isRetry && storedKinds.every((kind) => changes[kind].size === 0)) return;
  if (isRetry) state.saveProblem.set({ ...problem, retryAt: step.at + retryMs });
  state.revision.set(state.revision.value + 1);
  const urgent = changes.notices.size + changes.wishes.size > 0 || isRetry;
  step.effects.push({ kind: 'save', revision: state.revision.value, changes, urgent });
}

function storedChanges(state: StoredCollections): StoredChanges {
  const changesOf = <Kind extends StoredKind>(kind: Kind) => {
    const rows: Collection<string, StoredRows[Kind]> = state[kind];
    return new Map([...rows.changes()].map(([key, { to }]) => [key, to]));
  };
  return {
    watches: changesOf('watches'),
    notices: changesOf('notices'),
    observations: changesOf('observations'),
    listings: changesOf('listings'),
    follows: changesOf('follows'),
    seen: changesOf('seen'),
    groups: changesOf('groups'),
    hooks: changesOf('hooks'),
    deliveries: changesOf('deliveries'),
    lastEnds: changesOf('lastEnds'),
    wishes: changesOf('wishes'),
    timelines: changesOf('timelines'),
  };
}

export function saved(state: SavingState, { revision }: EventOf<'saved'>): void {
  state.savedRevision.set(Math.max(state.savedRevision.value, revision));
  state.saveProblem.set(null);
}

/** What could not be written stays with the shell and goes with the next save; the person is told. */
export function saveFailed(state: SavingState, { reason }: EventOf<'save-failed'>, { at }: Step): void {
  state.saveProblem.set({ reason, retryAt: at + retryMs });
}
