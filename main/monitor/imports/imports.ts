import type { AccountId, Answer, WatchId } from '../../model/asset.ts';
import { isTerminal } from '../../model/import-status.ts';
import type { Problem } from '../../model/problem.ts';
import type { Watch } from '../../model/watch.ts';
import { createDueQueue } from '../kernel/due-queue.ts';
import type { Collection, Readable, Store } from '../kernel/store.ts';
import { backOff, withJitter } from '../kernel/chance.ts';
import { indexNames } from '../kernel/lookup.ts';
import type { Step } from '../kernel/step.ts';
import { createLearning, outlookOf, type LearningState } from '../learning/history.ts';
import { nothingLearned, type Outlook } from '../learning/estimate.ts';
import { longestWaitMs, waitAfter } from '../learning/next-look.ts';
import { spacing } from '../machine/machine.ts';
import type { ServiceState } from '../service/service.ts';
import { createDoorbell, doorbellOf, wasShownRunning } from './doorbell.ts';
import { createTakenOut } from './taken-out.ts';
import { indexTally } from './tally.ts';

/** What belongs to the run of a watch and is not written. */
export interface Poll {
  readonly watch: WatchId;
  readonly account: AccountId;
  /** When the schedule wants to ask next, steady ms; null while it is being asked and when nothing more is to be asked. */
  readonly dueAt: number | null;
  /** Where more is due than the account may ask, the earliest of these goes first, steady ms. */
  readonly turnAt: number;
  /** Since when it is in the list, and stands in its project, steady ms; 0 at the start of a run. */
  readonly hereSince: number;
  /** Its name is to be asked for, once in a run. */
  readonly wantsDetails: boolean;
  /** When the newest answer came, epoch ms by the clock. Not written: idle watching would wear the disk. */
  readonly lastStatusAt: number | null;
  /** The same, steady ms; null before its first answer in this run. A clock that was ahead and is set right would else have it lie ahead. */
  readonly heardAt: number | null;
  /** This watch's own trouble; the account's trouble is kept once, in the account. */
  readonly problem: Problem | null;
  /** Problems in a row, for the watch's own back-off. */
  readonly problemsInRow: number;
  /** Set while the service does not find the asset. */
  readonly missing: Missing | null;
  /** Of an attempt that began in this run, after another had ended. */
  readonly former: Former | null;
  /** It has ended, and its list shows that it may have begun again: that is not dealt with before answers said so often that it has not. */
  readonly mayBeBack: { readonly askedBefore: number | null; readonly times: number } | null;
}

/** How the attempt before had ended. Times are steady. */
export interface Former {
  readonly end: Answer;
  /** When the attempt after it began. */
  readonly beganAt: number;
  /** Since when each answer has told that end once more; null where the newest does not. */
  readonly saidAgainAt: number | null;
}

/** What speaks for it that an asset is not there any more, since it was last heard of or listed. */
export interface Missing {
  /** Steady ms. */
  readonly since: number;
  /** How long it had been looked for in vain by `countedTo`, without the time asleep. */
  readonly searchedMs: number;
  /** Steady ms. */
  readonly countedTo: number;
  /** Answers in a row that it is not found. */
  readonly times: number;
  /** Nor are its details, asked for since the newest of these. */
  readonly detailsToo: boolean;
}

export type ImportsState = ServiceState & Readonly<ReturnType<typeof createImports>>;

export function createImports(store: Store) {
  const doorbell = createDoorbell(store);
  const watches = store.collection<WatchId, Watch>(({ id }) => id);
  const polls = store.collection<WatchId, Poll>(({ watch }) => watch);
  return {
    ...doorbell,
    watches,
    polls,
    /** What the schedule wants to ask next, by account. */
    due: polls.keep(indexDue(polls, ({ problem }) => problem === null)),
    /** Those of them that were answered before: a new import may be one that is refused, and says nothing of the others. */
    answered: polls.keep(
      indexDue(polls, ({ problem, lastStatusAt }) => problem === null && lastStatusAt !== null),
    ),
    /** The same of what met trouble of its own at its last look. */
    troubled: polls.keep(indexDue(polls, ({ problem }) => problem !== null)),
    /** Watches whose details are still to be asked, by account. */
    unnamed: polls.keep(indexNames<WatchId, Poll>((poll) => (poll.wantsDetails ? [poll.account] : []))),
    /** By group. */
    members: watches.keep(indexNames<WatchId, Watch>(({ group }) => (group === null ? [] : [group.id]))),
    tally: watches.keep(indexTally()),
    /** When the list is looked through for what may leave it, steady ms; not before the clock was right for a while. */
    tidyAt: store.cell(0),
    ...createTakenOut(store),
    ...createLearning(store, watches),
  };
}

export function watchesOf({ watches }: Readable<ImportsState>, account: AccountId): Watch[] {
  return [...watches.values()].filter((watch) => watch.account === account);
}

/** How many more imports the list holds. Nobody's leave it for new ones: the person is told, and whatever is new waits or is refused. */
export function roomInList({ watches, settings }: Readable<ImportsState>): number {
  return settings.value.mostWatches - watches.size;
}

/** The poll of a watch that enters the list, or that is there at the start of a run. */
export function newPoll(state: Readable<LearningState>, watch: Watch, dueAt: number | null): Poll {
  return {
    watch: watch.id,
    account: watch.account,
    dueAt,
    turnAt: firstTurn(state, watch, dueAt ?? 0),
    hereSince: 0,
    wantsDetails: watch.fileName === null,
    lastStatusAt: watch.known?.receivedAt ?? null,
    heardAt: null,
    problem: null,
    problemsInRow: 0,
    missing: null,
    former: null,
    mayBeBack: null,
  };
}

/** The end of this attempt, also where a status that nobody knows came after it. */
export function endOf({ known, lastEnd }: Watch): Answer | null {
  return known !== null && isTerminal(known.status) ? known : lastEnd;
}

/**
 * Where more is due than the account may ask, a watch comes to its turn so many waits after it was heard of, and before all that was
 * heard of five minutes later: first what has most likely ended.
 */
const patience = 4;

/** When to ask next after an answer: never sooner than the person's floor. */
export function nextLook(
  state: ImportsState,
  watch: Watch,
  { at, clock }: Step,
): Pick<Poll, 'dueAt' | 'turnAt'> & { dueAt: number } {
  const outlook = outlookOf(state, watch) ?? nothingLearned;
  const wait = withJitter(
    state,
    waitAfter(outlook, clock - watch.startedAt, doorbellOf(state, watch, clock)),
  );
  const waitMs = spacing(state) * Math.max(state.settings.value.floorMs, wait);
  return { dueAt: at + waitMs, turnAt: at + Math.min(patience * waitMs, longestWaitMs) };
}

/**
 * When it comes to its turn where it is due at once; a first look before all else, since what has ended by then is not told. Where its list
 * has shown that it had not completed, as most do, its end is told all the same.
 */
export function firstTurn(state: Readable<LearningState>, watch: Watch, at: number): number {
  return watch.known === null && !wasShownRunning(state, watch, 'COMPLETED') ? -1 : at;
}

/** To be asked at once and before what was heard of, since it has probably ended; as a first look that would be told to nobody. */
export const urgent = (at: number): Pick<Poll, 'dueAt' | 'turnAt'> => ({ dueAt: at, turnAt: 0 });

const firstRetryMs = 10_000;
const longestRetryMs = 15 * 60_000;

/** When to ask next (steady ms) after so many problems in a row that are this watch's own, at once after none; `at`: when it begins to rest. */
export function askAgainAt(state: ImportsState, problemsInRow: number, { at }: Pick<Step, 'at'>): number {
  if (problemsInRow === 0) return at;
  const wait = withJitter(state, backOff(firstRetryMs, problemsInRow, longestRetryMs));
  return at + Math.max(state.settings.value.floorMs, wait);
}

/** Whether the import was seen in progress at an age that few imports like it reach. */
export function isLate(watch: Watch, { lastStatusAt }: Poll, { lateAfterMs }: Outlook): boolean {
  return lastStatusAt !== null && lateAfterMs !== null && lastStatusAt - watch.startedAt > lateAfterMs;
}

/** When a probe may ask for this watch, steady ms: before its time, but not sooner than the person's floor. */
export function probeTimeOf({ settings }: Readable<ImportsState>, { dueAt, heardAt }: Poll): number {
  return Math.min(dueAt ?? 0, heardAt === null ? 0 : heardAt + settings.value.floorMs);
}

type Polls = Pick<Collection<WatchId, Poll>, 'get'>;

function indexDue(polls: Polls, isIn: (poll: Poll) => boolean) {
  const accounts = new Map<AccountId, DueWatches>();
  const none = createDueWatches(polls);
  return {
    clear: () => accounts.clear(),
    changed(from: Poll | null, to: Poll | null) {
      const { watch, account } = (to ?? from)!;
      if (!accounts.has(account)) accounts.set(account, createDueWatches(polls));
      if (to === null || to.dueAt === null || !isIn(to)) accounts.get(account)!.remove(watch);
      else if (from === null || !isIn(from) || to.dueAt !== from.dueAt || to.turnAt !== from.turnAt)
        accounts.get(account)!.put(to);
    },
    of: (account: AccountId): DueWatches => accounts.get(account) ?? none,
  };
}

export type DueWatches = ReturnType<typeof createDueWatches>;

/**
 * What is to be asked of an account: in the order of its times until they have come, then by turns. The rows stay where they are: a copy would
 * not know what changed beside the times, and have the same asked for ever.
 */
function createDueWatches(polls: Polls) {
  const [waiting, overdue] = [createDueQueue<WatchId>(), createDueQueue<WatchId>()];

  function remove(watch: WatchId): void {
    waiting.remove(watch);
    overdue.remove(watch);
  }

  return {
    remove,
    put(poll: Poll): void {
      remove(poll.watch);
      waiting.put(poll.watch, poll.dueAt!);
    },
    size: () => waiting.size() + overdue.size(),
    /** How many could be asked as soon as the account may ask. */
    overdue: overdue.size,
    /** Takes it that this time has come, steady ms. */
    comeTo(at: number): void {
      for (let first = waiting.first(); first !== null && first.dueAt <= at; first = waiting.first()) {
        waiting.remove(first.key);
        overdue.put(first.key, polls.get(first.key)!.turnAt);
      }
    },
    /** The next, or the next but this one. */
    first(except?: WatchId): Poll | null {
      const first = overdue.first(except) ?? waiting.first(except);
      return first === null ? null : polls.get(first.key)!;
    },
  };
}
