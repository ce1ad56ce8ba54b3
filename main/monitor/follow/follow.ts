import type { AccountId, WatchId } from '../asset.ts';
import type { ListedAsset } from '../event.ts';
import type { Problem } from '../problem.ts';
import { countIds, type IdRanges, type OwnIdRanges } from './id-ranges.ts';

/** `account:workspace/projects/projectId`. */
export type FollowId = string;

export function followIdOf(account: AccountId, workspace: string, projectId: number): FollowId {
  return `${account}:${workspace}/projects/${projectId}`;
}

/**
 * Whether assets whose import still runs appear in the list of a project, which is not documented. `yes`: one from the list was
 * in progress. `no`: one that was in progress was missing in a whole look. `probably-no`: several were found, and all had ended.
 */
export type RunningListed = 'unknown' | 'yes' | 'no' | 'probably-no';

/** A project whose new imports are found by looking at the list of its assets. All times are epoch milliseconds. */
export interface Follow {
  readonly id: FollowId;
  readonly account: AccountId;
  readonly workspace: string;
  readonly projectId: number;
  readonly projectName: string;
  readonly since: number;
  /** When all was asked for that its first look found new: what of that had ended was there before, and is not told. */
  baselineAt: number | null;
  runningListed: RunningListed;
  /** Assets that were dealt with and were last listed with complete metadata. */
  complete: OwnIdRanges;
  /** Assets that were dealt with and were last listed without. No id is in both. */
  unfinished: OwnIdRanges;
  /** How many ids the two hold. */
  known: number;
  /** Watches in this project whose import is in progress, as far as is known. */
  readonly open: Set<WatchId>;
  /** Listed, and still to be asked for once; bounded, because pages wait while it is long. */
  readonly newcomers: Map<number, Newcomer>;
  /** Newcomers that could not be asked for. Holds none that the list has not any more. */
  readonly refused: Map<number, Refused>;
  /** Assets that the person stopped watching in this run before any list named them. */
  readonly left: Set<number>;
  /** Found since the baseline, and ended by then; as long as none was in progress. */
  foundEnded: number;
  look: Look | null;
  /** When the newest whole look ended. */
  lookedAt: number | null;
  /** When the newest look began during which the list did not change. */
  lookedFrom: number | null;
  /** The plan of the next look counts from here. */
  restSince: number;
  /** Jitter of the next look's plan: its interval is multiplied by this. */
  spread: number;
  /** The next look is due at once; also where one is under way, whose earlier pages are old by now. */
  lookNow: boolean;
  /** Looks in a row that found nothing. */
  quietLooks: number;
  /** Pages that the newest look read, or the present one where that is more. */
  pages: number;
  /** After trouble of the list alone: no page is read before this time. */
  pageFrom: number;
  /** Why this project cannot be looked at; the account's trouble is kept in the account. */
  problem: Problem | null;
  problemsInRow: number;
  /** A watch by which it is learned whether running imports are listed. */
  sample: Sample | null;
  /** When this project's turn was last, as a number of a request: whoever waited longest is next. */
  servedBy: number;
}

/** An asset that was listed and is not known. */
export interface Newcomer {
  readonly assetId: number;
  readonly fileName: string;
  /** Bytes, where the list told them. */
  readonly size: number | null;
  /** Listed with complete metadata. */
  readonly complete: boolean;
  /** Found by the first look. */
  readonly isBaseline: boolean;
  /** It was listed with complete metadata before, and is no longer. */
  readonly isAgain: boolean;
  inFlight: boolean;
}

/** What is listed and cannot be asked for is tried again, more and more seldom. */
export interface Refused {
  readonly times: number;
  readonly askFrom: number;
  /** As it was as a newcomer. */
  readonly isBaseline: boolean;
}

/** One reading of all pages, one page after another. */
export interface Look {
  beganAt: number;
  /** The page to be read next, or on the wire; counts from 1. */
  page: number;
  inFlight: boolean;
  /** As the newest page has it; null before the first. */
  totalCount: number | null;
  /** When the newest page came. */
  readAt: number;
  /** False where the list changed in the midst of it: then what is missing may merely have slipped to a page read before. */
  steady: boolean;
  /** The open watches that it listed. */
  readonly listed: Set<WatchId>;
  /** The ids of `Follow.refused` that it listed. */
  readonly refused: Set<number>;
  /** Of a first look: the newest assets that were listed with complete metadata. */
  newest: readonly ListedAsset[];
  /** How many assets it listed. */
  read: number;
  found: number;
}

/** A watch that was in progress before a look, and whether the look listed it. */
export interface Sample {
  readonly watch: WatchId;
  readonly listed: boolean;
  readonly at: number;
}

/** What is written of a follow; its ids are written apart, as they come. */
export type SavedFollow = Pick<
  Follow,
  'id' | 'account' | 'workspace' | 'projectId' | 'projectName' | 'since' | 'baselineAt' | 'runningListed'
>;

/** A follow as it was on disk. */
export interface StoredFollow extends SavedFollow {
  readonly complete: IdRanges;
  readonly unfinished: IdRanges;
}

export function savedFollow(follow: Follow): SavedFollow {
  const { id, account, workspace, projectId, projectName, since, baselineAt, runningListed } = follow;
  return { id, account, workspace, projectId, projectName, since, baselineAt, runningListed };
}

export function storedFollow(follow: Follow): StoredFollow {
  return { ...savedFollow(follow), complete: [...follow.complete], unfinished: [...follow.unfinished] };
}

/** A follow at the beginning of a run, or new. */
export function followFrom(stored: StoredFollow): Follow {
  return {
    ...stored,
    complete: [...stored.complete],
    unfinished: [...stored.unfinished],
    known: countIds(stored.complete) + countIds(stored.unfinished),
    open: new Set(),
    newcomers: new Map(),
    refused: new Map(),
    left: new Set(),
    foundEnded: 0,
    look: null,
    lookedAt: null,
    lookedFrom: null,
    restSince: 0,
    spread: 1,
    lookNow: true,
    quietLooks: 0,
    pages: 1,
    pageFrom: 0,
    problem: null,
    problemsInRow: 0,
    sample: null,
    servedBy: 0,
  };
}
