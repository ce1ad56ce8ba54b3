import type { FollowId } from './follow.ts';
import { noIds, rangesOf, unionOf, withoutIds, type IdRanges } from './id-ranges.ts';

/** Ids that were dealt with since the last save. `since` tells one following of a project from a later one of the same. */
export interface SeenIds {
  readonly follow: FollowId;
  readonly since: number;
  readonly complete: IdRanges;
  readonly unfinished: IdRanges;
}

export interface Seen {
  readonly complete: IdRanges;
  readonly unfinished: IdRanges;
}

export const nothingSeen: Seen = { complete: noIds, unfinished: noIds };

/** What is known after `later` came to what was known before: the later word about an id counts. */
export function seenAfter(before: Seen, later: Seen): Seen {
  return {
    complete: unionOf(withoutIds(before.complete, later.unfinished), later.complete),
    unfinished: unionOf(withoutIds(before.unfinished, later.complete), later.unfinished),
  };
}

export function seenOf(complete: readonly number[], unfinished: readonly number[]): Seen {
  return { complete: rangesOf(complete), unfinished: rangesOf(unfinished) };
}
