import { watchIdOf, type AssetReference, type WatchId } from '../../../main/model/asset.ts';
import { followIdOf } from '../../../main/model/follow.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import type { Happening, Reply } from '../../../main/monitor/kernel/events.ts';
import {
  emptyRecord,
  ofNetwork,
  ofWatchAlone,
  untroubled,
  type AccountRecord,
  type Flight,
} from './account-record.ts';
import type { Court } from './court.ts';
import { createLooks } from './looks.ts';
import { createMachine } from './machine.ts';
import type { Verdict } from './own-trouble.ts';
import { createTroubles } from './troubles.ts';

const atOnce = 4;
const spacingMs = 200;

export interface AskingPorts {
  readonly court: Court;
  /** True time, ms. */
  readonly now: () => number;
  /** The laptop's clock, epoch ms. */
  readonly clock: () => number;
  /** False where the watch is known to have ended. */
  readonly isOpen: (watch: WatchId) => boolean;
  readonly isWatched: (watch: WatchId) => boolean;
  /** It was looked for so often that it is known as one that is not there any more. */
  readonly countsAsGone: (watch: WatchId) => boolean;
  readonly isFollowed: (account: string) => boolean;
  /** The list has answers of the account. */
  readonly hasAnswers: (account: string, since: number) => boolean;
  /** Nothing may disturb the person now. */
  readonly isQuiet: () => boolean;
  /** Counts a fault that was met. */
  readonly met: (fault: string) => void;
}

export type AskingLaws = ReturnType<typeof createAskingLaws>;

/** Laws 4 to 7, from what leaves the app and what comes back, without a look at the app's own books. */
export function createAskingLaws(ports: AskingPorts) {
  const { court, now, isOpen, isWatched, countsAsGone, isFollowed, hasAnswers, isQuiet, met } = ports;
  const machine = createMachine(ports);
  const looks = createLooks(countsAsGone);
  const troubles = createTroubles({ court, now, machine, looks, met });
  let accounts = new Map<string, AccountRecord>();
  /** Watches the person wants to be looked at, ended or not. */
  const wanted = new Set<WatchId>();
  /** Those that they pointed at, until they were asked for. */
  const pointedAt = new Set<WatchId>();
  let quietAt = -Infinity;

  function recordOf(account: string): AccountRecord {
    const record = accounts.get(account) ?? emptyRecord();
    accounts.set(account, record);
    return record;
  }

  /** `keptAt`: what was answered before came with another key. */
  function readyKey(record: AccountRecord, account: string, keptAt: number): void {
    const isSame = record.keptAt === keptAt;
    const worked = {
      unread: hasAnswers(account, keptAt),
      locked: (isSame && record.worked) || hasAnswers(account, keptAt),
      ready: false,
    }[record.key];
    record.keptAt = keptAt;
    Object.assign(record, { ...untroubled, worked, key: 'ready' });
  }

  function checkBudget(record: AccountRecord, flight: Flight, name: string): void {
    if (record.flights.size >= 1 && !record.worked) court.breach(6, `${name} is a second try of a new key`);
    if (record.flights.size >= atOnce) court.breach(6, `${name} is the fifth request at once`);
    if (now() - record.sentAt < spacingMs - 1)
      court.breach(6, `${name} follows the last request too closely`);
    if (now() < record.retryFrom) court.breach(6, `${name} was asked for before Retry-After was over`);
    if (record.trouble === null) {
      // Where it may be in trouble, a probe may ask for it before its time.
      if (record.unsureSince === null && now() < record.own.restsUntil(flight))
        court.breach(6, `${name} was asked for before its own trouble had rested`);
      return;
    }
    if (machine.isSuspended() && ofNetwork.includes(record.trouble.kind)) return;
    if (record.flights.size > 0) court.breach(6, `${name} is a second probe`);
    if (now() < record.trouble.notBefore && !mayGoOn(record, flight))
      court.breach(6, `${name} was probed too early`);
  }

  const mayGoOn = ({ trouble }: AccountRecord, { for: purpose, watch }: Flight): boolean =>
    trouble?.isOfSome === true && purpose === 'status' && looks.last(watch) !== 'troubled';

  /** What was not in the list, counted as gone, or was looked for elsewhere is asked as if it had met no trouble. */
  function entered(account: string, { workspace, projectId, assetId }: AssetReference): void {
    const watch = watchIdOf(account, { workspace, projectId, assetId });
    const isElsewhere = looks.isElsewhere(watch, followIdOf(account, workspace, projectId));
    if (!isWatched(watch) || countsAsGone(watch)) looks.forget(watch);
    else if (isOpen(watch) && isElsewhere) looks.forgive(watch);
    wanted.add(watch);
    recordOf(account).own.mayComeEarly();
  }

  /** At once, so by the time of the next event; after the system was quiet, once the app has heard that it is no longer. */
  function checkSaid(): void {
    if (isQuiet()) quietAt = now();
    if (now() - quietAt < 1_000) return;
    for (const [id, { stopped, said, stoppedAt }] of accounts)
      if (stopped !== null && said !== stopped && now() > stoppedAt)
        court.breach(7, `nobody was told that ${id} needs the person`);
  }

  function lookNow(watches: readonly WatchId[] | 'all'): void {
    for (const [id, record] of accounts) {
      if (watches !== 'all' && !watches.some((watch) => watch.startsWith(`${id}:`))) continue;
      // What was held back in quiet hours may still be told.
      if (record.said !== record.stopped) record.mayBeStopped = record.stopped;
      record.stopped = null;
      record.own.mayComeEarly();
      if (record.trouble !== null) record.trouble = { ...record.trouble, notBefore: 0 };
    }
    if (watches === 'all') return;
    const onTheWire = new Set(
      [...accounts.values()].flatMap(({ flights }) =>
        [...flights].flatMap((one) => (one.for === 'status' ? one.watch : [])),
      ),
    );
    for (const watch of watches) {
      wanted.add(watch);
      if (isWatched(watch) && !onTheWire.has(watch)) pointedAt.add(watch);
    }
  }

  function networkMayBeAnother(): void {
    for (const record of accounts.values()) troubles.forgetNetwork(record);
  }

  /** The account has its key, which may be another one. */
  function ready(account: string, keptAt: number): void {
    const record = recordOf(account);
    record.own.reset();
    record.fruitless.clear();
    record.perhapsFruitless.clear();
    readyKey(record, account, keptAt);
  }

  function removed(account: string): void {
    accounts.delete(account);
    // Whoever disconnects it does not wait for what they had checked.
    for (const watch of pointedAt) if (watch.startsWith(`${account}:`)) pointedAt.delete(watch);
  }

  function takenOut(watches: readonly WatchId[]): void {
    for (const watch of watches) {
      looks.forget(watch);
      pointedAt.delete(watch);
      for (const { own } of accounts.values()) own.forget(watch);
    }
  }

  return {
    told(event: Happening): void {
      if (machine.told(event)) networkMayBeAnother();
      switch (event.kind) {
        case 'check-now':
          return lookNow(event.watches);
        case 'look-now':
          return lookNow('all');
        case 'added':
          for (const { account, reference } of event.watches) entered(account, reference);
          return;
        case 'removed':
          return takenOut(event.watches);
        case 'undone':
          for (const { own } of accounts.values()) own.mayComeEarly();
          return;
        case 'account-ready':
          return ready(event.account, event.keptAt);
        case 'account-not-ready':
          recordOf(event.account).key = 'locked';
          return;
        case 'account-removed':
          return removed(event.account);
        default:
          return;
      }
    },
    /** The person wants to know how it stands, whatever is known. */
    wants: (watch: WatchId) => void wanted.add(watch),
    asked(flight: Flight, signal: AbortSignal): void {
      const record = recordOf(flight.account);
      troubles.forgetIfDoubted(record);
      const name = `${flight.watch} (${flight.for})`;
      machine.asked(name);
      checkBudget(record, flight, name);
      if (record.key !== 'ready') court.breach(7, `${name} was asked for without a key`);
      if (flight.for === 'status') {
        pointedAt.delete(flight.watch);
        if ([...record.flights].some((one) => one.watch === flight.watch && one.for === 'status'))
          court.breach(4, `${name} has two requests in flight`);
        if (!isOpen(flight.watch) && !wanted.has(flight.watch) && !isFollowed(flight.account))
          court.breach(5, `${name} has ended and was asked for`);
      }
      record.flights.add(flight);
      record.sentAt = now();
      signal.addEventListener('abort', () => record.flights.delete(flight));
    },
    /** The step that was to take what came of it broke off. */
    lost(flight: Flight): void {
      recordOf(flight.account).flights.delete(flight);
    },
    rests: machine.rests,
    /** Not for what was called back. Null where it was no problem; else whether it is that of what was asked for alone. */
    heard(flight: Flight, outcome: Reply): Verdict | null {
      const record = recordOf(flight.account);
      troubles.forgetIfDoubted(record);
      record.flights.delete(flight);
      for (const other of record.flights)
        if (other.sentAt < flight.sentAt) met('an answer overtakes another');
      const verdict = troubles.heard(record, flight, outcome);
      const isOfOne = verdict === 'own';
      if (outcome.kind === 'answer') {
        if (flight.for === 'status') looks.ended(flight, 'answered');
        // What trouble it met before it left the list is not known of one that is found anew.
        if (flight.for === 'newcomer') looks.forgive(flight.watch);
        if (flight.for === 'status' || flight.for === 'newcomer') looks.heardOf(flight.watch);
      }
      const isItsOwn = isOfOne || (outcome.kind === 'problem' && ofWatchAlone.includes(outcome.problem.kind));
      if (flight.for === 'status' && isItsOwn) looks.ended(flight, 'troubled');
      if (flight.for === 'status' && (outcome.kind === 'answer' || isOfOne)) wanted.delete(flight.watch);
      return verdict;
    },
    /** The service has taken a file as this asset, or an earlier run heard of it: it is known, and well, before it is asked about. */
    wasHeardOf(watch: WatchId): void {
      looks.heardOf(watch);
      looks.forgive(watch);
      for (const { own } of accounts.values()) own.forget(watch);
    },
    /** Whoever was to ask for it has a fault: a look at what has ended is not repeated. */
    failed: (watch: WatchId): void => void pointedAt.delete(watch),
    /** Whoever was to tell the person has a fault: they are told when it is refused once more. */
    untold(account: string): void {
      recordOf(account).stoppedAt = Infinity;
    },
    toldProblem(account: string): void {
      const record = recordOf(account);
      if (record.mayBeStopped !== null) record.stopped = record.mayBeStopped;
      if (record.stopped === null) court.breach(7, `${account} was said to need the person, for no reason`);
      if (record.said === record.stopped) court.breach(7, `${account} was said twice to need the person`);
      record.said = record.stopped;
    },
    afterStep(state: MonitorView): void {
      checkSaid();
      if (machine.isPauseOver() && state.pause.value !== null) court.breach(5, 'a pause is not over');
      troubles.afterStep(state);
    },
    wentBack: machine.wentBack,
    /** Long after all was mended. */
    checkEnding({ watches }: MonitorView): void {
      for (const watch of pointedAt)
        if (watches.has(watch)) court.breach(1, `${watch} was to be checked, and never was`);
    },
    isAsking: () => [...accounts.values()].some(({ flights }) => flights.size > 0),
    laptopWoke(): void {
      machine.wokeUntold();
      networkMayBeAnother();
    },
    clockIsToJump: machine.clockIsToJump,
    clockJumped(byMs: number): void {
      machine.clockJumped(byMs);
      for (const record of accounts.values()) troubles.clockJumped(record, byMs);
    },
    /** A new process knows nothing of the old one's troubles. */
    started(pausedUntil: number | null): void {
      accounts = new Map();
      looks.started();
      wanted.clear();
      pointedAt.clear();
      machine.started(pausedUntil);
    },
  };
}
