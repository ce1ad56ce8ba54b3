import type { Follow, SeenAssets } from './follow.ts';
import type { Group } from './group.ts';
import type { Delivery, Hook, LastEnd } from './hook.ts';
import type { Listing } from './listing.ts';
import type { Notice } from './notice.ts';
import type { Observation } from './observation.ts';
import type { Timeline } from './timeline.ts';
import type { Watch } from './watch.ts';
import type { Wish } from './wish.ts';

/** What is kept between two runs, beside settings and keys. */
export interface StoredRows {
  watches: Watch;
  /** The ledger and the inbox are one list. */
  notices: Notice;
  /** How long imports took. */
  observations: Observation;
  /** How lists show imports. */
  listings: Listing;
  follows: Follow;
  seen: SeenAssets;
  groups: Group;
  hooks: Hook;
  /** What is to be handed on to the hooks, and what became of it. */
  deliveries: Delivery;
  lastEnds: LastEnd;
  /** Files that are to be registered, and what became of them. */
  wishes: Wish;
  timelines: Timeline;
}

export type StoredKind = keyof StoredRows;

/** The key of each row within its kind. */
export const storedKeys: { readonly [Kind in StoredKind]: (row: StoredRows[Kind]) => string } = {
  watches: ({ id }) => id,
  notices: ({ key }) => key,
  observations: ({ key }) => key,
  listings: ({ account }) => account,
  follows: ({ id }) => id,
  seen: ({ follow }) => follow,
  groups: ({ id }) => id,
  hooks: ({ id }) => id,
  deliveries: ({ id }) => id,
  lastEnds: ({ account }) => account,
  wishes: ({ id }) => id,
  timelines: ({ key }) => key,
};

/** A map for each kind, with no row in it; `Gone` is what may stand in the place of a row. */
export function noRows<Gone = never>(): {
  readonly [Kind in StoredKind]: Map<string, StoredRows[Kind] | Gone>;
} {
  return {
    watches: new Map(),
    notices: new Map(),
    observations: new Map(),
    listings: new Map(),
    follows: new Map(),
    seen: new Map(),
    groups: new Map(),
    hooks: new Map(),
    deliveries: new Map(),
    lastEnds: new Map(),
    wishes: new Map(),
    timelines: new Map(),
  };
}

export const storedKinds = Object.keys(storedKeys) as readonly StoredKind[];

/** All rows of each kind. */
export type Stored = { readonly [Kind in StoredKind]: readonly StoredRows[Kind][] };

/** What is to be written: rows by their key; null where the row is to be taken out. */
export type StoredChanges = {
  readonly [Kind in StoredKind]: ReadonlyMap<string, StoredRows[Kind] | null>;
};
