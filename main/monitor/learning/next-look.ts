import type { Outlook } from './estimate.ts';
import type { Signs } from './listings.ts';

/** What a second of delay is worth, in requests. */
const requestsPerMs = 3 / 1_000;

/** The longest time in which nothing is heard of an import, whatever is expected. */
export const longestWaitMs = 300_000;

/** The longest wait between two looks at an import whose list is read meanwhile, and was seen to show every end. */
export const longestListedWaitMs = 900_000;

const firstStepMs = 2_000;
const stepGrowth = 1.15;

/** How the list is read in which an import stands. */
export interface Doorbell {
  /** Readings in a millisecond; 0 where it is not read. */
  readonly density: number;
  /** How likely it is that an end shows there. */
  readonly signs: Signs;
  /** How many imports in progress stand there, 1 or more. */
  readonly listed: number;
}

/** For an import that must be asked for by itself. */
export const noDoorbell: Doorbell = { density: 0, signs: { completed: 0, failed: 0, either: 0 }, listed: 1 };

/** In so far as the list shows ends, a reading that finds an import unchanged hears of it as a look does. */
const heardOf = ({ density, signs }: Doorbell): number => (density * longestWaitMs >= 1 ? signs.either : 0);

/**
 * How long to wait after a look at this age: more than 0 ms and at most `longestListedWaitMs`, before floor and jitter. The looks that cost
 * least, counting requests and delay together, are spread with a density of sqrt(price * hazard / 2): few while an end is unlikely,
 * most when it is likely. Keller, Optimum checking schedules for systems subject to random failure, Management Science 21 (1974). The
 * next look is where that density, added up from this one, makes a whole look; it is added up over steps that grow, since what is far
 * off matters less.
 */
export function waitAfter(outlook: Outlook, ageMs: number, doorbell = noDoorbell): number {
  // The clock may have been set to before the start.
  const age = ageMs > 0 ? ageMs : 0;
  const densityAfter = (waitedMs: number) => densityOf(outlook, age + waitedMs, doorbell);
  const longest = longestWaitMs + heardOf(doorbell) * (longestListedWaitMs - longestWaitMs);
  let looks = 0;
  let waited = 0;
  let density = densityAfter(0);
  for (let step = firstStepMs; waited < longest; step *= stepGrowth) {
    const next = densityAfter(waited + step);
    const more = ((density + next) / 2) * step;
    if (looks + more >= 1) return Math.min(longest, waited + (step * (1 - looks)) / more);
    looks += more;
    waited += step;
    density = next;
  }
  return longest;
}

/** Looks at one import in a millisecond, where the list tells of some of its ends. */
function densityOf(outlook: Outlook, ageMs: number, doorbell: Doorbell): number {
  const { density, signs, listed } = doorbell;
  const { all, shown } = hazardsAt(outlook, ageMs, signs);
  const heard = heardOf(doorbell);
  const price = requestsPerMs * (1 - heard + heard * hasteAmong(listed));
  return ownDensity(Math.sqrt((price * all) / 2), shown / all || 0, density);
}

/**
 * What is left of the haste about one import among so many. Ends that come close together are told together and seen to one after another,
 * so that each may come the later. The exponent is chosen, not derived: with it a day of many imports costs less than eight requests each.
 */
const hasteAmong = (listed: number): number => 1 / listed ** 0.4;

/** Rounds in which densities that depend on each other settle. */
const rounds = 8;

/**
 * What is left to looks of its own: an end that shows is met first by them in a share of `own / (own + list)`, and only that is theirs
 * to hasten. `alone`: their density without a list; `shown`: the share of ends that it shows.
 */
function ownDensity(alone: number, shown: number, list: number): number {
  let own = alone;
  if (list > 0 && alone > 0)
    for (let round = 0; round < rounds; round += 1)
      own = alone * Math.sqrt(1 - shown + shown * (own / (own + list)) ** 2);
  return own;
}

/** An import that a reading of the list may tell of. */
export interface Listed {
  readonly outlook: Outlook;
  readonly ageMs: number;
  readonly signs: Readonly<Record<'proven' | 'possible', Signs>>;
}

/** A page of up to a thousand assets burdens service and line as so many requests. Up to so many imports are asked for by themselves. */
const pageWeight = 3;

/**
 * Readings of a list in a millisecond: their density is that of a look whose price is shared by all whose end it may show, less what
 * looks at each of them find out. It is 0 as long as those few cost less, and grows from there without a jump. Joint orders of several
 * goods have the same law: Goyal, Determination of optimum packaging frequency of items jointly replenished, Management Science 21
 * (1974). `pages`: which a reading takes.
 */
export function listDensity(listed: readonly Listed[], pages: number): number {
  let [ends, possible, proven] = [0, 0, 0];
  const price = requestsPerMs * hasteAmong(listed.length);
  for (const { outlook, ageMs, signs } of listed) {
    const hazards = hazardsAt(outlook, ageMs, signs.possible);
    ends += hazards.all;
    possible += hazards.shown;
    proven += hazardsAt(outlook, ageMs, signs.proven).shown;
  }
  if (ends === 0) return 0;
  const alone = Math.sqrt((price * ends) / listed.length / 2);
  const shared = Math.sqrt((price * possible) / 2 / (pages * pageWeight));
  let list = 0;
  for (let round = 0; round < rounds; round += 1)
    list = Math.max(0, shared - ownDensity(alone, proven / ends, list));
  return list;
}

/**
 * The chances per millisecond that an import still in progress at this age ends now, and that it ends so that it shows; finite and not
 * negative.
 */
export function hazardsAt({ laws }: Outlook, ageMs: number, signs = noDoorbell.signs) {
  const age = ageMs > 1 ? ageMs : 1;
  let [inProgress, ending, showing] = [0, 0, 0];
  for (const { weight, medianMs, shape, ends: kind } of laws) {
    // Bounded, so that what has long been outlived weighs next to nothing, where it would make the sums infinite.
    const odds = Math.min(1e200, (age / medianMs) ** shape);
    const share = weight / (1 + odds);
    const ends = (share * shape * odds) / (1 + odds) / age;
    inProgress += share;
    ending += ends;
    showing += ends * signs[kind];
  }
  return { all: ending / inProgress, shown: showing / inProgress };
}

/**
 * Whether an end is known well enough to learn from it: between two looks no further apart than the schedule puts them, or than a
 * tenth of the whole. Milliseconds from the start.
 */
export function isSharp(atLeastMs: number, atMostMs: number): boolean {
  const gap = atMostMs - atLeastMs;
  return atLeastMs >= 0 && gap > 0 && gap <= Math.max(1.2 * longestWaitMs, atMostMs / 10);
}
