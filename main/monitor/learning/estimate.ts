import { positiveOrNull, type Observation, type Traits } from '../../model/observation.ts';
import type { Usual } from '../../model/view.ts';
import { deviationAt, fitDurations, lawOf, type Durations } from './durations.ts';

/** What was learned. Null where no import ended so, or where too few tell their size. */
export interface Fit {
  /** Observations it was made from, including those that say nothing. */
  readonly count: number;
  readonly completed: Durations | null;
  readonly completedBySize: Durations | null;
  readonly failed: Durations | null;
}

/** When an import is expected to end. */
export interface Outlook {
  /** The ways in which it may end, one of them like none that was seen. */
  readonly laws: readonly Law[];
  /** Eight of ten completed imports. Null where too few were seen, or where they differ too much to be worth saying. */
  readonly usual: Usual | null;
  /** One of twenty completed imports takes longer. Null where too few were seen. */
  readonly lateAfterMs: number | null;
}

/**
 * A log-logistic law of durations: its hazard has a closed form, and past the median falls only as `shape / age`, so that an import
 * which outlives its estimate stays worth asking for. Bennett, Log-logistic regression models for survival data, Applied Statistics
 * 32 (1983).
 */
export interface Law {
  /** The share of imports that end this way; more than 0. */
  readonly weight: number;
  readonly medianMs: number;
  /** At least 1. */
  readonly shape: number;
  readonly ends: 'completed' | 'failed' | 'either';
}

/** With fewer completed imports nothing is called usual or late. */
export const enoughToClaim = 5;
/** Fewer sizes say nothing about how durations grow with them. */
const enoughSizes = 8;
/** "Usually 2 min to 3 h" helps nobody. */
const widestUsual = 8;
/** In scales. Where all imports took the same time, one that takes a little longer is not late: it may only have been looked at later. */
const leastDelay = 1;

/**
 * An import like none that was seen: the hazard is 1 / (age + median). The median says only that imports take minutes rather than
 * seconds or days. Alone it makes looks every 14 s at first, 26 s at 12 minutes and 71 s at two hours.
 */
const unknownLaw: Law = { weight: 1, medianMs: 300_000, shape: 1, ends: 'either' };

/** For an import whose age is no measure of how long it has taken, such as a further attempt. */
export const nothingLearned: Outlook = { laws: [unknownLaw], usual: null, lateAfterMs: null };

/** Passes over the observations several times: to be done once for many outlooks. */
export function fitObservations(observations: readonly Observation[]): Fit {
  const completed = observations.filter((each) => each.completed);
  const failed = observations.filter((each) => !each.completed);
  return {
    count: observations.length,
    completed: fitDurations(completed, () => 0, 1),
    completedBySize: fitDurations(completed, logSizeOf, enoughSizes),
    failed: fitDurations(failed, () => 0, 1),
  };
}

/**
 * Each way of ending weighs as often as it was seen, and one like none before as if seen once (Laplace's rule of succession): where
 * nothing was seen it is all there is. What is usual and what is late is read off the deviations of the imports that were seen, and so
 * holds whatever law they follow: Barber, Candès, Ramdas and Tibshirani, Predictive inference with the jackknife+, Annals of
 * Statistics 49 (2021).
 */
export function outlookFor({ completed, completedBySize, failed }: Fit, traits: Traits): Outlook {
  const ends = 1 + (completed?.count ?? 0) + (failed?.count ?? 0);
  const laws: Law[] = [{ ...unknownLaw, weight: 1 / ends }];
  if (failed !== null)
    laws.push({ ...lawOf(failed, traits, null), weight: failed.count / ends, ends: 'failed' });
  if (completed === null) return { ...nothingLearned, laws };
  const size = logSizeOf(traits);
  const durations = size === null ? completed : (completedBySize ?? completed);
  const law = { ...lawOf(durations, traits, size), weight: completed.count / ends };
  laws.push({ ...law, ends: 'completed' });
  const after = (deviation: number) => law.medianMs * Math.exp(deviation / law.shape);
  const lateAfterMs = after(Math.max(leastDelay, deviationAt(durations, 0.95)));
  if (completed.count < enoughToClaim || lateAfterMs === Infinity) return { ...nothingLearned, laws };
  const usual = { fromMs: after(deviationAt(durations, 0.1)), toMs: after(deviationAt(durations, 0.9)) };
  return { laws, usual: usual.toMs > widestUsual * usual.fromMs ? null : usual, lateAfterMs };
}

/** Null where no size is known, and where it is one of nothing. */
function logSizeOf({ size }: Traits): number | null {
  const known = positiveOrNull(size);
  return known === null ? null : Math.log(known);
}
