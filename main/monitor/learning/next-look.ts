import type { Outlook } from './estimate.ts';

/** What a second of delay is worth, in requests. */
const requestsPerMs = 3 / 1_000;

/** The longest wait between two looks, whatever is expected. */
export const longestWaitMs = 300_000;

const firstStepMs = 2_000;
const stepGrowth = 1.15;

/**
 * How long to wait after a look at this age: more than 0 ms and at most `longestWaitMs`, before floor and jitter. The looks that cost
 * least, counting requests and delay together, are spread with a density of sqrt(price * hazard / 2): few while an end is unlikely,
 * most when it is likely. Keller, Optimum checking schedules for systems subject to random failure, Management Science 21 (1974). The
 * next look is where that density, added up from this one, makes a whole look; it is added up over steps that grow, since what is far
 * off matters less.
 */
export function waitAfter(outlook: Outlook, ageMs: number): number {
  // The clock may have been set to before the start.
  const age = ageMs > 0 ? ageMs : 0;
  const densityAfter = (waitedMs: number) =>
    Math.sqrt((requestsPerMs * hazardAt(outlook, age + waitedMs)) / 2);
  let looks = 0;
  let waited = 0;
  let density = densityAfter(0);
  for (let step = firstStepMs; waited < longestWaitMs; step *= stepGrowth) {
    const next = densityAfter(waited + step);
    const more = ((density + next) / 2) * step;
    if (looks + more >= 1) return Math.min(longestWaitMs, waited + (step * (1 - looks)) / more);
    looks += more;
    waited += step;
    density = next;
  }
  return longestWaitMs;
}

/** The chance per millisecond that an import still in progress at this age ends now; finite and not negative. */
export function hazardAt({ laws }: Outlook, ageMs: number): number {
  const age = ageMs > 1 ? ageMs : 1;
  let inProgress = 0;
  let ending = 0;
  for (const { weight, medianMs, shape } of laws) {
    // Bounded, so that what has long been outlived weighs next to nothing, where it would make the sums infinite.
    const odds = Math.min(1e200, (age / medianMs) ** shape);
    const share = weight / (1 + odds);
    inProgress += share;
    ending += (share * shape * odds) / (1 + odds) / age;
  }
  return ending / inProgress;
}

/**
 * Whether an end is known well enough to learn from it: between two looks no further apart than the schedule puts them, or than a
 * tenth of the whole. Milliseconds from the start.
 */
export function isSharp(atLeastMs: number, atMostMs: number): boolean {
  const gap = atMostMs - atLeastMs;
  return atLeastMs >= 0 && gap > 0 && gap <= Math.max(1.2 * longestWaitMs, atMostMs / 10);
}
