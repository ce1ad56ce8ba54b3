import type { AccountId } from '../../model/asset.ts';
import {
  appearances,
  type Appearance,
  type Listing,
  type Phase,
  type Sightings,
} from '../../model/listing.ts';
import type { Collection, Readable } from '../kernel/store.ts';

interface ListingsState {
  readonly listings: Collection<AccountId, Listing>;
}

/** More sightings make nothing surer, and are not written. */
const mostSightings = 100;

const none: Sightings = { absent: 0, bare: 0, whole: 0 };

/**
 * An import in this phase was listed so. What contradicts earlier sightings halves them, so that a service that has come to behave
 * otherwise is believed after some six.
 */
export function learnSighting(
  { listings }: ListingsState,
  account: AccountId,
  phase: Phase,
  seen: Appearance,
): void {
  const known = listings.get(account) ?? { account, running: none, completed: none, failed: none };
  const before = known[phase];
  const countOf = (each: Appearance) =>
    each === seen ? Math.min(mostSightings, before[each] + 1) : Math.floor(before[each] / 2);
  const after = { absent: countOf('absent'), bare: countOf('bare'), whole: countOf('whole') };
  if (appearances.some((each) => after[each] !== before[each])) listings.put({ ...known, [phase]: after });
}

/** How likely it is that the end of an import shows in its list, by how it ends, 0 to 1. */
export type Signs = Readonly<Record<'completed' | 'failed' | 'either', number>>;

/**
 * For an import that is listed so while it runs; null where it is not known how. `proven`: by what was seen, and so nothing at first.
 * `possible`: and everything at first, by which it is decided whether finding out is worth a request. Ends that were all alike prove
 * a law: with half of the belief on there being one, the next end breaks it with a chance of about 1 / (n + 1)². Jeffreys, Theory of
 * Probability (1939), 3.2.
 */
export function signsOf(
  { listings }: Readable<ListingsState>,
  account: AccountId,
  appearance: Appearance | null,
): Readonly<Record<'proven' | 'possible', Signs>> {
  const listing = listings.get(account);
  const [completed, failed] = [totalOf(listing, 'completed'), totalOf(listing, 'failed')];
  // As if one of each had been seen (Laplace's rule of succession).
  const failing = (failed + 1) / (completed + failed + 2);
  const unseen = (count: number) => 1 / (1 + count) ** 2;
  const mute = (phase: Phase) => (appearance === null ? 0 : shareOf(listing, phase, appearance));
  const either = (ofCompleted: number, ofFailed: number): Signs => ({
    completed: ofCompleted,
    failed: ofFailed,
    either: (1 - failing) * ofCompleted + failing * ofFailed,
  });
  const proven = (count: number, phase: Phase) =>
    appearance === null ? 0 : (1 - unseen(count)) * (1 - mute(phase));
  const possible = (count: number, phase: Phase) => 1 - (1 - unseen(count)) * mute(phase);
  return {
    proven: either(proven(completed, 'completed'), proven(failed, 'failed')),
    possible: either(possible(completed, 'completed'), possible(failed, 'failed')),
  };
}

/** Of running imports, fewer than this look like one that has probably ended. */
const rarely = 0.1;

/**
 * Whether an import that has come to be listed so has probably ended. A list that shows running ones now so, now otherwise, says
 * nothing: it would have all of them asked for again and again. `isNew`: it was not listed before, so that only what was seen of
 * others speaks for it.
 */
export function looksEnded(
  { listings }: Readable<ListingsState>,
  account: AccountId,
  seen: Appearance,
  isNew: boolean,
): boolean {
  const listing = listings.get(account);
  if (shareOf(listing, 'running', seen) >= rarely) return false;
  return !isNew || shareOf(listing, 'completed', seen) > 0 || shareOf(listing, 'failed', seen) > 0;
}

/** Fewer sightings prove nothing of an import that nobody has asked for. */
const enoughToProve = 10;

/**
 * Whether an import that is listed so cannot have ended this way by then: running ones were seen to be listed so, and none of either was
 * of late seen as the other is.
 */
export function provesRunning(
  { listings }: Readable<ListingsState>,
  account: AccountId,
  seen: Appearance,
  end: Exclude<Phase, 'running'>,
): boolean {
  const listing = listings.get(account);
  if (listing === undefined) return false;
  const { running, [end]: ended } = listing;
  const isEnough = running[seen] >= enoughToProve && totalOf(listing, end) >= enoughToProve;
  return isEnough && appearances.every((each) => running[each] === 0 || ended[each] === 0);
}

function totalOf(listing: Listing | undefined, phase: Phase): number {
  return appearances.reduce((sum, each) => sum + (listing?.[phase][each] ?? 0), 0);
}

function shareOf(listing: Listing | undefined, phase: Phase, seen: Appearance): number {
  return (listing?.[phase][seen] ?? 0) / Math.max(1, totalOf(listing, phase));
}
