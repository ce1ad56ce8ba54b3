import { durationAt, likelihoodAt, quantiles, type DurationLaw, type Likelihood } from './duration-law.ts';
import { lawFor, type Fit } from './fit.ts';
import type { Usual } from '../view.ts';
import type { Traits } from './observation.ts';

/** When an import is expected to end: a mixture of what was seen and of what was never seen. */
export interface Outlook {
  readonly parts: readonly { readonly weight: number; readonly law: DurationLaw }[];
  /** The chance that this import is like none before. */
  readonly surprise: number;
  /** Eight of ten completed imports; null where they differ too much to be worth saying. */
  readonly usual: Usual | null;
  /** The age that one of twenty completed imports reaches. */
  readonly lateAfterMs: number;
}

/** Null while too little is known. */
export function outlookFor(fit: Fit, traits: Traits): Outlook | null {
  if (fit.completed === null) return null;
  const law = lawFor(fit.completed, traits);
  if (law === null) return null;
  const parts = [{ weight: fit.completed.count, law }];
  const failing = fit.failed === null ? null : lawFor(fit.failed, traits);
  if (fit.failed !== null && failing !== null) parts.push({ weight: fit.failed.count, law: failing });
  // Laplace's rule of succession: the next is like none of n before with a chance of 1 to n + 1. Failures too few to have a law count as surprises.
  const explained = parts.reduce((sum, { weight }) => sum + weight, 0);
  const total = fit.count + 1;
  return {
    parts: parts.map((part) => ({ ...part, weight: part.weight / total })),
    surprise: (total - explained) / total,
    usual: usualOf(law),
    lateAfterMs: durationAt(law, quantiles.ninetyFive),
  };
}

/** "Usually 2 min to 3 h" helps nobody. */
const widestUsual = 8;

function usualOf(law: DurationLaw): Usual | null {
  const fromMs = durationAt(law, quantiles.tenth);
  const toMs = durationAt(law, quantiles.ninety);
  return toMs > widestUsual * fromMs ? null : { fromMs, toMs };
}

/** The chance per millisecond that an import still in progress at this age ends now. */
export function hazardAt({ parts, surprise }: Outlook, ageMs: number): number {
  let { above, density } = surpriseAt(ageMs);
  above *= surprise;
  density *= surprise;
  for (const { weight, law } of parts) {
    const likelihood = likelihoodAt(law, ageMs);
    above += weight * likelihood.above;
    density += weight * likelihood.density;
  }
  return density / above;
}

const surpriseScaleMs = 60_000;

/**
 * Of a duration of unknown scale the chance of ending falls with the age: it is 1 / (age + 1 min), for which the rule of
 * inspection.ts asks about as often as the plain schedule. Once an estimate has been proven wrong, this part is what is left.
 */
function surpriseAt(ageMs: number): Likelihood {
  const above = surpriseScaleMs / (Math.max(0, ageMs) + surpriseScaleMs);
  return { above, density: above / (Math.max(0, ageMs) + surpriseScaleMs) };
}
