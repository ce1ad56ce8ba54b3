import type { AccountId, Answer, WatchId } from '../../model/asset.ts';
import { followIdOf, type FollowId } from '../../model/follow.ts';
import { isTerminal } from '../../model/import-status.ts';
import type { Problem } from '../../model/problem.ts';
import type { Watch } from '../../model/watch.ts';
import { createDueQueue, type DueQueue } from '../kernel/due-queue.ts';
import type { Collection, Index, Readable, Store } from '../kernel/store.ts';
import { createLearning, type LearningState } from '../learning/history.ts';
import type { ServiceState } from '../service/service.ts';
import { indexTally, type Tally } from './tally.ts';

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

export interface ImportsState extends ServiceState, LearningState {
  readonly watches: Collection<WatchId, Watch>;
  readonly polls: Collection<WatchId, Poll>;
  readonly waiting: Waiting;
  readonly tally: Tally;
  readonly openImports: OpenImports;
}

/** What the schedule wants to ask, by account. */
export interface Waiting {
  /** Watches, next due first. */
  readonly due: (account: AccountId) => DueQueue<WatchId>;
  /** Watches whose details are still to be asked. */
  readonly unnamed: (account: AccountId) => ReadonlySet<WatchId>;
}

/** Which watches are in progress, as far as is known, by the project in which they stand. */
export interface OpenImports {
  readonly in: (project: FollowId) => ReadonlySet<WatchId>;
}

export function createImports(
  store: Store,
): Pick<ImportsState, 'watches' | 'polls' | 'waiting' | 'tally' | 'openImports'> & LearningState {
  const watches = store.collection<WatchId, Watch>(({ id }) => id);
  const polls = store.collection<WatchId, Poll>(({ watch }) => watch);
  return {
    watches,
    polls,
    waiting: polls.keep(indexWaiting()),
    tally: watches.keep(indexTally()),
    openImports: watches.keep(indexOpen()),
    ...createLearning(store, watches),
  };
}

/** True while the schedule has a reason to ask for this watch. */
export function isOpen({ known }: Pick<Watch, 'known'>): boolean {
  return known === null || !isTerminal(known.status);
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

function indexWaiting(): Index<Poll> & Waiting {
  const due = new Map<AccountId, DueQueue<WatchId>>();
  const unnamed = new Map<AccountId, Set<WatchId>>();
  const dueOf = (account: AccountId) => entry(due, account, createDueQueue<WatchId>);
  const unnamedOf = (account: AccountId) => entry(unnamed, account, () => new Set<WatchId>());
  return {
    clear() {
      due.clear();
      unnamed.clear();
    },
    changed(from, to) {
      const { watch, account } = (to ?? from)!;
      const dueAt = to?.dueAt ?? null;
      if (dueAt === null) dueOf(account).remove(watch);
      else if (dueAt !== from?.dueAt) dueOf(account).put(watch, dueAt);
      if (to?.wantsDetails) unnamedOf(account).add(watch);
      else unnamedOf(account).delete(watch);
    },
    due: dueOf,
    unnamed: unnamedOf,
  };
}

function indexOpen(): Index<Watch> & OpenImports {
  const open = new Map<FollowId, Set<WatchId>>();
  const none: ReadonlySet<WatchId> = new Set();
  const place = ({ account, reference: { workspace, projectId } }: Watch) =>
    followIdOf(account, workspace, projectId);
  return {
    clear: () => open.clear(),
    changed(from, to) {
      const was = from !== null && isOpen(from) ? place(from) : null;
      const is = to !== null && isOpen(to) ? place(to) : null;
      if (was === is) return;
      if (was !== null) open.get(was)?.delete(from!.id);
      if (was !== null && open.get(was)?.size === 0) open.delete(was);
      if (is !== null) entry(open, is, () => new Set<WatchId>()).add(to!.id);
    },
    in: (project) => open.get(project) ?? none,
  };
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const present = map.get(key);
  if (present !== undefined) return present;
  const made = make();
  map.set(key, made);
  return made;
}
