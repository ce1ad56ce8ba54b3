import type { AccountId } from '../asset.ts';
import type { Problem } from '../problem.ts';
import type { State } from '../state.ts';
import type { Follow, FollowId, RunningListed } from './follow.ts';
import { nextPageTime, pagesOfAccount } from './looks.ts';

/** A followed project as the window shows it. Times are epoch milliseconds. */
export interface FollowCard {
  readonly id: FollowId;
  readonly account: AccountId;
  readonly workspace: string;
  readonly projectId: number;
  readonly projectName: string;
  /** When the newest whole look of this run ended. */
  readonly lookedAt: number | null;
  /** Null while a look is under way. */
  readonly nextLookAt: number | null;
  /** The first look is not over: what it finds ended was there before. */
  readonly isFirstLook: boolean;
  readonly importing: number;
  /** Assets that were found so far, whatever became of them. */
  readonly known: number;
  /** Found, and still to be asked for. */
  readonly waiting: number;
  readonly runningListed: RunningListed;
  readonly problem: Problem | null;
}

/** The followed projects, in the order in which they were followed. */
export function followCards(state: State): readonly FollowCard[] {
  if (state.follows.size === 0) return [];
  return [...state.follows.values()]
    .toSorted((one, other) => one.since - other.since)
    .map((follow) => cardOf(state, follow));
}

function cardOf(state: State, follow: Follow): FollowCard {
  const { id, account, workspace, projectId, projectName, lookedAt, runningListed, problem } = follow;
  const pages = pagesOfAccount(state, account);
  return {
    id,
    account,
    workspace,
    projectId,
    projectName,
    lookedAt,
    nextLookAt: follow.look === null ? nextPageTime(state, follow, pages) : null,
    isFirstLook: follow.baselineAt === null,
    importing: follow.open.size,
    known: follow.known,
    waiting: follow.newcomers.size + follow.refused.size,
    runningListed,
    problem,
  };
}
