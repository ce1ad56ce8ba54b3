import type { WatchId } from '../../../main/model/asset.ts';
import type { FollowId } from '../../../main/model/follow.ts';
import type { ProblemKind } from '../../../main/model/problem.ts';
import { createOwnTrouble, type OwnTrouble } from './own-trouble.ts';

/** A request as the service sees it. */
export interface Flight {
  readonly account: string;
  /** Of a page, that of no asset; of a registration, its object. */
  readonly watch: WatchId;
  readonly project: FollowId;
  /** `newcomer`: of an asset that a followed project lists and that is not watched. */
  readonly for: 'status' | 'name' | 'page' | 'newcomer' | 'survey' | 'origin' | 'registration';
  readonly sentAt: number;
}

/** Problems that need the person, where they are believed. */
export const stopping: readonly ProblemKind[] = ['clock', 'credentials', 'permission'];

/** Forgotten by a wake: the network may be another one. */
export const ofNetwork: readonly (ProblemKind | undefined)[] = ['offline', 'intercepted'];

/** Of what was asked for alone, where it isn't so of much. */
export const ofWatchAlone: readonly ProblemKind[] = ['unreadable', 'not-found', 'refused'];

interface Refused {
  /** True times, ms: between them it began by all that the app can know, whose clock may have jumped. */
  readonly from: number;
  readonly to: number;
  readonly times: number;
  /** With those of which the app may not know that they are news. */
  readonly mostTimes: number;
}

interface Trouble {
  readonly kind: ProblemKind;
  readonly since: number;
  readonly failures: number;
  readonly notBefore: number;
  /** The service itself said it, of what was asked for: what did not meet it is asked in its time. */
  readonly isOfSome: boolean;
  /** It may be the network's, and its kind that of a reply which said nothing new. */
  readonly mayBeOfNetwork: boolean;
}

/** What came over the wire of one account, as the laws of asking see it. Times are true times, ms. */
export interface AccountRecord {
  readonly flights: Set<Flight>;
  sentAt: number;
  retryFrom: number;
  trouble: Trouble | null;
  /** Since then it may be in trouble, or have forgotten it over a wake; true time, ms, or null where that is known. */
  unsureSince: number | null;
  readonly own: OwnTrouble;
  key: 'unread' | 'locked' | 'ready';
  /** When its key was kept, epoch ms. */
  keptAt: number;
  /** What was refused in a row, with nothing answered in between. */
  refused: Refused | null;
  /** It may be given up by now, as far as can be told after the clock jumped. */
  mayBeStopped: ProblemKind | null;
  /** An answer came with this key: four requests at once, and minutes before it is given up. */
  worked: boolean;
  stopped: ProblemKind | null;
  /** What met trouble of its own in a row that it had not met before, with nothing answered in between. */
  readonly fruitless: Set<string>;
  /** The same with what may have met it before. */
  readonly perhapsFruitless: Set<string>;
  /** What the person was told of since the account last worked. */
  said: ProblemKind | null;
  /** True time of the refusal, ms. */
  stoppedAt: number;
}

export const untroubled = {
  refused: null,
  mayBeStopped: null,
  stopped: null,
  said: null,
  stoppedAt: 0,
  trouble: null,
  unsureSince: null,
  retryFrom: 0,
};

export function emptyRecord(): AccountRecord {
  return {
    flights: new Set(),
    sentAt: -Infinity,
    key: 'unread',
    keptAt: 0,
    worked: false,
    own: createOwnTrouble(),
    fruitless: new Set(),
    perhapsFruitless: new Set(),
    ...untroubled,
  };
}
