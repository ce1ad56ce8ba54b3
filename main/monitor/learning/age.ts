import { isOpen } from '../asking.ts';
import { touchWatch, type Moment } from '../moment.ts';
import type { State } from '../state.ts';

/**
 * The clock was set, or seems to have been: how long what is in progress has taken cannot be told from it any more, so that
 * nothing is called late by it and nothing is learned from it.
 */
export function doubtAges(state: State, moment: Moment): void {
  for (const watch of state.watches.values()) {
    if (!isOpen(watch) || watch.isAgeDoubtful) continue;
    watch.isAgeDoubtful = true;
    touchWatch(moment, watch.id);
  }
}
