import { hazardAt, type Outlook } from './outlook.ts';

/**
 * What a second of delay is worth, in requests. The plain schedule pays somewhat more: with the chance of ending at 1 / age the
 * interval is sqrt(2 age / price), here 9 s at two minutes and 49 s at an hour.
 */
const requestsPerMs = 3 / 1_000;

/** The longest wait between two looks, whatever is expected. */
export const longestWaitMs = 300_000;

const firstStepMs = 2_000;
const stepGrowth = 1.15;

/**
 * How long to wait after a look at this age, in milliseconds. The looks that cost least, counting requests and delay together, are
 * spread with a density of sqrt(price * chance of ending / 2): few while an end is unlikely, most when it is likely, fewer again
 * after. Keller, Optimum checking schedules for systems subject to random failure, Management Science 21 (1974); the exact law is
 * Barlow, Hunter and Proschan, Optimum checking procedures, SIAM Journal 11 (1963). The next look is where that density, added up
 * from this one, makes a whole look; it is added up over steps that grow, since what is far off matters less.
 */
export function waitAfter(outlook: Outlook, ageMs: number): number {
  let looks = 0;
  let waited = 0;
  let density = lookDensity(outlook, ageMs);
  for (let step = firstStepMs; waited < longestWaitMs; step *= stepGrowth) {
    const next = lookDensity(outlook, ageMs + waited + step);
    const more = ((density + next) / 2) * step;
    if (looks + more >= 1) return Math.min(longestWaitMs, waited + (step * (1 - looks)) / more);
    looks += more;
    waited += step;
    density = next;
  }
  return longestWaitMs;
}

function lookDensity(outlook: Outlook, ageMs: number): number {
  return Math.sqrt((requestsPerMs * hazardAt(outlook, ageMs)) / 2);
}
