import type { AccountId, Answer, WatchId } from '../../model/asset.ts';
import { isTerminal } from '../../model/import-status.ts';
import type { GroupId } from '../../model/group.ts';
import type { Problem } from '../../model/problem.ts';
import type { Watch } from '../../model/watch.ts';
import { createDueQueue, type DueQueue } from '../kernel/due-queue.ts';
import { indexNames, type Lookup } from '../kernel/lookup.ts';
import type { Collection, Index, Readable, Store } from '../kernel/store.ts';
import { createLearning, type LearningState } from '../learning/history.ts';
import type { ServiceState } from '../service/service.ts';
import { indexTally, type Tallied } from './tally.ts';

/** What belongs to the run of a watch and is not written. */
export interface Poll {
  readonly watch: WatchId;
  readonly account: AccountId;
  /** When the schedule wants to ask next, steady ms; null while it is being asked and when nothing more is to be asked. */
  readonly dueAt: number | null;
  /** Its name is to be asked for, once in a run. */
  readonly wantsDetails: boolean;
  /** When the newest answer came, epoch ms by the clock. Not written: idle watching would wear the disk. */
  readonly lastStatusAt: number | null;
  /** This watch's own trouble; the account's trouble is kept once, in the account. */
  readonly problem: Problem | null;
  /** Problems in a row, for the watch's own back-off. */
  readonly problemsInRow: number;
  /** Set while the service does not find the asset. */
  readonly missing: Missing | null;
}

/** What speaks for it that an asset is not there any more, since it was last heard of. */
export interface Missing {
  /** Steady ms. */
  readonly since: number;
  /** Answers in a row that it is not found. */
  readonly times: number;
  /** Its details are not found either. */
  readonly detailsToo: boolean;
  /** Whole looks at its project that did not list it. */
  readonly looks: number;
}

export interface ImportsState extends ServiceState, LearningState, Tallied {
  readonly watches: Collection<WatchId, Watch>;
  readonly polls: Collection<WatchId, Poll>;
  /** What the schedule wants to ask next of an account. */
  readonly due: DueOf;
  /** Watches by their group. */
  readonly members: Lookup<WatchId, GroupId>;
  /** Watches whose details are still to be asked, by account. */
  readonly unnamed: Lookup<WatchId>;
}

type DueOf = { readonly of: (account: AccountId) => DueQueue<WatchId> };

export function createImports(store: Store): Omit<ImportsState, keyof ServiceState> {
  const watches = store.collection<WatchId, Watch>(({ id }) => id);
  const polls = store.collection<WatchId, Poll>(({ watch }) => watch);
  return {
    watches,
    polls,
    due: polls.keep(indexDue()),
    unnamed: polls.keep(indexNames(({ account, wantsDetails }) => (wantsDetails ? [account] : []))),
    members: watches.keep(indexNames(({ group }) => (group === null ? [] : [group.id]))),
    tally: watches.keep(indexTally()),
    ...createLearning(store, watches),
  };
}

/** The watches of an account, or those of them that are in progress. */
export function watchesOf({ watches }: Readable<ImportsState>, account: AccountId): Watch[] {
  return [...watches.values()].filter((watch) => watch.account === account);
}

/** The poll of a watch that enters the list, or that is there at the start of a run. */
export function newPoll(watch: Watch, dueAt: number | null): Poll {
  return {
    watch: watch.id,
    account: watch.account,
    dueAt,
    wantsDetails: watch.fileName === null,
    lastStatusAt: watch.known?.receivedAt ?? null,
    problem: null,
    problemsInRow: 0,
    missing: null,
  };
}

/** The end of this attempt, also where a status that nobody knows came after it. */
export function endOf({ known, lastEnd }: Watch): Answer | null {
  return known !== null && isTerminal(known.status) ? known : lastEnd;
}

function indexDue(): Index<Poll> & DueOf {
  const queues = new Map<AccountId, DueQueue<WatchId>>();
  const none = createDueQueue<WatchId>();
  return {
    clear: () => queues.clear(),
    changed(from, to) {
      const { watch, account } = (to ?? from)!;
      const dueAt = to?.dueAt ?? null;
      if (dueAt === null) return queues.get(account)?.remove(watch);
      if (!queues.has(account)) queues.set(account, createDueQueue());
      if (dueAt !== from?.dueAt) queues.get(account)!.put(watch, dueAt);
    },
    of: (account) => queues.get(account) ?? none,
  };
}
