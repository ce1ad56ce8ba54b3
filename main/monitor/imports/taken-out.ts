import type { WatchId } from '../../model/asset.ts';
import { projectOf } from '../../model/follow.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import { indexNames } from '../kernel/lookup.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable, Store } from '../kernel/store.ts';
import { inGroup, inProject, type Part } from './tally.ts';

export type TakenOutState = Readonly<ReturnType<typeof createTakenOut>>;

/**
 * What was in progress as it was taken out of the list, as long as the window offers to undo that: until then nothing is over of which it
 * would be a part again. It needs no group that is still there, since that may come back before it.
 */
export function createTakenOut(store: Store) {
  const takenOut = store.collection<WatchId, { readonly watch: Watch; readonly until: number }>(
    ({ watch }) => watch.id,
  );
  return {
    /** In the order of their times, steady ms. */
    takenOut,
    takenOutOf: takenOut.keep(
      indexNames<WatchId, { readonly watch: Watch }, Part>(({ watch }) => [
        inProject(projectOf(watch)),
        ...(watch.group === null ? [] : [inGroup(watch.group.id)]),
      ]),
    ),
  };
}

/** How long the window offers to undo a removal. */
const undoMs = 30_000;

export function noteTakenOut({ takenOut }: TakenOutState, watch: Watch, { at }: Step): void {
  if (isOpen(watch)) takenOut.put({ watch, until: at + undoMs });
}

/** To be called before anything is found to be over. */
export function endUndoing({ takenOut }: TakenOutState, { at }: Step): void {
  for (const { watch, until } of [...takenOut.values()]) {
    if (until > at) return;
    takenOut.remove(watch.id);
  }
}

/** When the next of them is waited for no longer, steady ms; null where none is. */
export function nextEndOfUndoing({ takenOut }: Readable<TakenOutState>): number | null {
  const [next] = takenOut.values();
  return next?.until ?? null;
}
