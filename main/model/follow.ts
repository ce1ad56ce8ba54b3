import type { AccountId } from './asset.ts';
import type { Mute } from './mute.ts';
import type { Watch } from './watch.ts';

/** `account:workspace/projects/projectId`. */
export type FollowId = string;

export function followIdOf(account: AccountId, workspace: string, projectId: number): FollowId {
  return `${account}:${workspace}/projects/${projectId}`;
}

/** The project where the watch stands, followed or not. */
export const projectOf = ({ account, reference }: Pick<Watch, 'account' | 'reference'>): FollowId =>
  followIdOf(account, reference.workspace, reference.projectId);

/**
 * Whether assets whose import still runs appear in the list of a project, which is not documented. `yes`: one from the list was
 * in progress. `no`: one that was in progress was missing in a whole look. `probably-no`: several were found, and all had ended.
 */
export const runningListedAnswers = ['unknown', 'probably-no', 'no', 'yes'] as const;
export type RunningListed = (typeof runningListedAnswers)[number];

/** A project whose new imports are found by looking at the list of its assets. All times are epoch milliseconds. */
export interface Follow {
  readonly id: FollowId;
  readonly account: AccountId;
  readonly workspace: string;
  readonly projectId: number;
  readonly projectName: string;
  readonly since: number;
  /** When all was asked for that its first look found new: what of that had ended was there before, and is not told. */
  readonly baselineAt: number | null;
  readonly runningListed: RunningListed;
  readonly mute: Mute | null;
}

/**
 * A set of ids as sorted ranges that neither meet nor overlap, laid flat: first, last, first, last …, both ends included. Ids are
 * given in order, so 100,000 assets of a project are a few numbers, in memory and on disk.
 */
export type IdRanges = readonly number[];

/** The assets of a followed project that were dealt with: they are never taken for new ones again. No id is in two of the first three. */
export interface SeenAssets {
  readonly follow: FollowId;
  /** All up to this id are settled: what their entries say is not followed any longer. `count`: how many had been listed. */
  readonly settled: { readonly to: number; readonly count: number };
  /** Last listed with complete metadata. */
  readonly complete: IdRanges;
  /** Last listed without. */
  readonly unfinished: IdRanges;
  /** The first look found them and had no answer yet, or was refused them: what they turn out to be later, they had become before. */
  readonly refused: IdRanges;
  /** The first look could not list all, and any of these may have been there: the same holds for them, but only where they are listed here. */
  readonly unlisted: IdRanges;
}
