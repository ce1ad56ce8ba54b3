import type { Bucket } from '../../model/import-status.ts';
import type { Watch } from '../../model/watch.ts';
import { bucketOf, watchesIn } from './tally.ts';
import type { ImportsState } from './imports.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { removed } from './watchlist.ts';

/** How often the list is looked through, steady ms; also how long a clock must have stood right before it is believed. */
const everyMs = 3_600_000;

const ended = ['completed', 'gone', 'failed'] as const satisfies readonly Bucket[];

/**
 * Takes out of the list what ended as long ago as the person wants. Its notice stays in the inbox. `isToBeTold`: what waits, such as for the
 * end of a mute or of its group, stays until it was told, since nobody is told of what is muted once it has left the list.
 */
export function tidy(
  state: ImportsState,
  clockWasSet: boolean,
  isToBeTold: (watch: Watch) => boolean,
  step: Step,
): void {
  const { tidyAt } = state;
  if (clockWasSet) tidyAt.set(step.at + everyMs);
  const { tidyAfterMs } = state.settings.value;
  if (tidyAfterMs === null || step.at < tidyAt.value) return;
  tidyAt.set(step.at + everyMs);
  const watches = ended
    .flatMap((bucket) => [...watchesIn(state, 'the list', bucket)])
    .filter((id) => {
      const watch = state.watches.get(id)!;
      return isOver(watch, step.clock - tidyAfterMs) && !isToBeTold(watch);
    });
  removed(state, { kind: 'removed', watches }, step);
}

/** A failure needs the person until they say that it is handled. */
function isOver(watch: Watch, before: number): boolean {
  const { endedAt, isHandled } = watch;
  return endedAt !== null && endedAt <= before && (bucketOf(watch) !== 'failed' || isHandled);
}

/** When the list is looked through next, steady ms; null where nothing could leave it. */
export function nextTidyTime(state: Readable<ImportsState>): number | null {
  const isNeeded = state.settings.value.tidyAfterMs !== null;
  return isNeeded && ended.some((bucket) => watchesIn(state, 'the list', bucket).size > 0)
    ? state.tidyAt.value
    : null;
}
