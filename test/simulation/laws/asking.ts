import { isDeepStrictEqual } from 'node:util';
import { watchIdOf, type AssetReference, type WatchId } from '../../../main/model/asset.ts';
import { followIdOf, type FollowId } from '../../../main/model/follow.ts';
import type { Problem, ProblemKind } from '../../../main/model/problem.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import type { Happening, Reply } from '../../../main/monitor/kernel/events.ts';
import type { Court } from './court.ts';
import {
  emptyRecord,
  ofNetwork,
  stopping,
  untroubled,
  type AccountRecord,
  type Flight,
} from './account-record.ts';

const awake = {
  suspended: false,
  doubtedAt: 0,
  offline: false,
  graceUntil: 0,
  wokeAt: -Infinity,
  unsureUntil: 0,
  isUnseen: false,
  /** After a fault of our own. */
  restsUntil: 0,
};
/** Epoch ms; `isOver`: by when it must be, as a process can know the clock that runs all the time. */
const unpaused = { pausedUntil: -Infinity, isOver: -Infinity, isPauseOfLength: false };
/** A process that still runs so long after it was told of a sleep need not believe it. */
const doubtMs = 60_000;
const ofWatchAlone: readonly ProblemKind[] = ['unreadable', 'not-found', 'refused'];
/** So many different questions in a row are no chance. */
const outageFrom = 3;
const atOnce = 4;
const spacingMs = 200;
/** So many refusals give a key up, one that worked before only when they have gone on so long. */
const refusals = 3;
const workedBeforeMs = 180_000;
/** The least time between two probes: of a new key that is refused, and of what was given up. */
const newKeyMs = 0.9 * 3_000;
const rareMs = 0.9 * 15 * 60_000;
/** How long nothing is asked after a rate limit that says no time. */
const limitedMs = 5_000;
const graceMs = 3_000;
const lenientMs = 30_000;
const restMs = 10_000;
/** A sleep without a word is noticed by the next timer that is late, if it is late enough. */
const noticedMs = 20 * 60_000;

/** How a look at an import ended, and where it was asked for. */
interface Look {
  readonly how: 'answered' | 'troubled';
  readonly project: FollowId;
}

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
  const { court, now, clock, isOpen, isWatched, countsAsGone, isFollowed, hasAnswers, isQuiet, met } = ports;
  let accounts = new Map<string, AccountRecord>();
  let machine = { ...awake, ...unpaused };
  /** How the last look of this process at an import ended; it is not known of what was brought back. */
  const looks = new Map<WatchId, Look>();
  /** Imports whose status was ever told. */
  const heardOf = new Set<WatchId>();
  /** Watches the person wants to be looked at, ended or not. */
  const wanted = new Set<WatchId>();
  /** Those that they pointed at, until they were asked for. */
  const pointedAt = new Set<WatchId>();
  let notYet: Problem | null = null;
  let ofOneAlone: { readonly account: string; readonly problem: Problem } | null = null;
  /** Behind the present reply: one that was refused was perhaps asked again with another time. */
  let requests = 1;

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

  function checkMachine(name: string): void {
    if (machine.suspended && now() < machine.doubtedAt)
      court.breach(5, `${name} was asked for while suspended`);
    if (machine.offline) court.breach(5, `${name} was asked for while offline`);
    if (clock() < machine.pausedUntil) court.breach(5, `${name} was asked for during a pause`);
    if (now() < machine.graceUntil) court.breach(5, `${name} was asked for in the grace time after a wake`);
    if (now() < machine.restsUntil && !machine.suspended)
      court.breach(6, `${name} was asked for right after a fault of our own`);
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
    if (machine.suspended && ofNetwork.includes(record.trouble.kind)) return;
    if (record.flights.size > 0) court.breach(6, `${name} is a second probe`);
    if (now() < record.trouble.notBefore && !mayGoOn(record, flight))
      court.breach(6, `${name} was probed too early`);
  }

  const mayGoOn = ({ trouble }: AccountRecord, { for: purpose, watch }: Flight): boolean =>
    trouble?.isOfSome === true && purpose === 'status' && lastLook(watch) !== 'troubled';

  /** That it is not there is what is known of it then, and no trouble any more. */
  const lastLook = (watch: WatchId): Look['how'] | undefined =>
    countsAsGone(watch) ? undefined : looks.get(watch)?.how;

  const look = ({ watch, project }: Flight, how: Look['how']): void =>
    void looks.set(watch, { how, project });

  function forgive(watch: WatchId): void {
    if (looks.get(watch)?.how === 'troubled') looks.delete(watch);
  }

  /** What was not in the list, counted as gone, or was looked for elsewhere is asked as if it had met no trouble. */
  function entered(account: string, { workspace, projectId, assetId }: AssetReference): void {
    const watch = watchIdOf(account, { workspace, projectId, assetId });
    const isElsewhere = looks.get(watch)?.project !== followIdOf(account, workspace, projectId);
    if (!isWatched(watch) || countsAsGone(watch)) looks.delete(watch);
    else if (isOpen(watch) && isElsewhere) forgive(watch);
    wanted.add(watch);
    recordOf(account).own.mayComeEarly();
  }

  /** Whether a trouble of this question alone is the first it met, so that it says something of the others. */
  function isFirst(flight: Flight, { code }: Problem): boolean | 'perhaps' {
    const { for: purpose, watch } = flight;
    if (purpose !== 'status' && purpose !== 'name') return true;
    const last = lastLook(watch);
    if (last === 'troubled' || (code !== null && !heardOf.has(watch))) return false;
    return last === 'answered' || 'perhaps';
  }

  /** True where it is the trouble of what was asked for alone. */
  function meet(record: AccountRecord, flight: Flight, problem: Problem): boolean {
    // A key may read all and register nothing, and one file may be refused: that says nothing of the account.
    if (flight.for === 'registration' && [...ofWatchAlone, 'permission'].includes(problem.kind)) return true;
    if (ofWatchAlone.includes(problem.kind)) {
      // All that a followed project lists counts as one: hundreds of its assets may be refused, and nobody else's.
      const subject = flight.for === 'status' || flight.for === 'name' ? flight.watch : flight.project;
      const first = isFirst(flight, problem);
      if (first !== false) record.perhapsFruitless.add(subject);
      if (first === true) record.fruitless.add(subject);
      if (record.perhapsFruitless.size < outageFrom) {
        recover(record, flight);
        return true;
      }
      if (problem.code !== null) record.own.heard(flight);
      if (record.fruitless.size < outageFrom) {
        // Where not all of them count, it is an answer, which ends the trouble of the account.
        record.trouble = null;
        record.unsureSince ??= now();
        return false;
      }
      met('whatever is asked meets trouble of its own');
      meetOfAccount(record, flight, problem);
      return false;
    }
    if (mayBeNotYet(problem)) {
      if (flight.for === 'status') looks.delete(flight.watch);
      record.own.doubt(flight, problem);
      meetOfAccount(record, flight, problem);
      return false;
    }
    // Trouble of some alone says nothing of the others; whether it is that is told by the app's own books.
    const isUnsure = record.unsureSince !== null || record.trouble?.isOfSome === true;
    const isCalm = isUnsure ? 'unsure' : record.trouble === null;
    const verdict = record.own.judge(flight, problem, isCalm, now());
    if (verdict === 'unsure') {
      // Nor can it be told whether the next trouble of it is the first.
      if (flight.for === 'status') looks.delete(flight.watch);
      // Where this one does not count, those before it may have been enough by now.
      if (stopping.includes(problem.kind) && countRefusal(record, problem.kind, false))
        record.mayBeStopped ??= problem.kind;
      record.unsureSince = now();
      return false;
    }
    if (verdict === 'own') {
      met('a disturbance of one asset alone');
      if (problem.kind === 'rate-limit') limitAll(record, flight, problem);
      else ofOneAlone = { account: flight.account, problem };
      return true;
    }
    record.own.givenBack(flight);
    meetOfAccount(record, flight, problem);
    return false;
  }

  /** A limit is obeyed by all, whoever met it. */
  function limitAll(record: AccountRecord, flight: Flight, problem: Problem): void {
    if (problem.retryAfterMs !== null) trouble(record, flight, problem, null);
    else record.retryFrom = Math.max(record.retryFrom, now() + limitedMs - 2);
  }

  /** An error of the network that the app may have taken for the moment after a wake, or forgotten with it. */
  const mayBeNotYet = ({ kind }: Problem): boolean =>
    (ofNetwork.includes(kind) && (machine.suspended || now() < machine.unsureUntil)) ||
    (kind === 'offline' && now() - machine.wokeAt < lenientMs + 1_000);

  function meetOfAccount(record: AccountRecord, flight: Flight, problem: Problem): void {
    if (stopping.includes(problem.kind)) return meetRefusal(record, flight, problem);
    if (ofNetwork.includes(problem.kind) && (machine.suspended || now() < machine.unsureUntil))
      return forgetTrouble(record);
    if (problem.kind === 'offline' && now() - machine.wokeAt < lenientMs + 1_000) {
      // The app counts in whole milliseconds.
      if (now() - machine.wokeAt < lenientMs - 1) notYet = problem;
      // It may be trouble by now, which the next wake forgets together with what was before it.
      else forgetTrouble(record);
      return;
    }
    trouble(record, flight, problem, null);
  }

  /** `restMs`: how long nothing is asked, where that does not grow. */
  function trouble(record: AccountRecord, flight: Flight, problem: Problem, restMs: number | null): void {
    const present = record.trouble;
    // A request of the same millisecond had left before: none leaves when trouble has just begun.
    const isNews = present === null || flight.sentAt > present.since;
    const failures = (present?.failures ?? 0) + (isNews ? 1 : 0);
    const backOff = restMs ?? 0.9 * Math.min(240_000, 5_000 * 2 ** (failures - 1));
    const { kind, retryAfterMs } = problem;
    const asksLonger = retryAfterMs !== null && now() + retryAfterMs - 2 > record.retryFrom;
    record.retryFrom = Math.max(record.retryFrom, now() + (retryAfterMs ?? 0) - 2);
    // Trouble that may have begun with an earlier reply is probed from then on.
    const mayHaveBegun = Math.min(record.unsureSince ?? now(), now());
    const begins = present === null && flight.sentAt <= mayHaveBegun ? mayHaveBegun : now();
    const notBefore = isNews ? begins + backOff - 2 : present.notBefore;
    // It left before something that may count or not, as an error of the network: the trouble may be that one's.
    const mayBeEarlier = flight.sentAt <= (record.unsureSince ?? -Infinity);
    const mayBeOfNetwork = isNews ? mayBeEarlier : present.mayBeOfNetwork;
    record.unsureSince = null;
    // What left before the trouble began does not say what it is, unless it asks for a longer rest.
    const whatItIs = isNews || asksLonger ? kind : present.kind;
    const saysSome = ofWatchAlone.includes(kind) && problem.code !== null;
    const isOfSome = isNews || asksLonger ? saysSome || mayBeEarlier : present.isOfSome;
    // A probe of what began before leaves in this millisecond.
    const since = present?.since ?? (begins < now() ? now() - 1 : now());
    record.trouble = { kind: whatItIs, isOfSome, mayBeOfNetwork, since, failures, notBefore };
  }

  /** A key, a permission, or a time that is refused: one refusal is no proof. */
  function meetRefusal(record: AccountRecord, flight: Flight, problem: Problem): void {
    const isNews = record.trouble === null || flight.sentAt > record.trouble.since;
    if (!isNews && record.refused !== null) return;
    const isGivenUp = countRefusal(record, problem.kind, flight.sentAt > (record.unsureSince ?? -Infinity));
    const restMs = isGivenUp ? rareMs : record.worked ? null : newKeyMs;
    trouble(record, flight, problem, restMs);
    if (!isGivenUp) return;
    if (record.said !== problem.kind) record.stoppedAt = now();
    record.stopped = problem.kind;
    met('an account that is given up');
  }

  /** `isSure`: the app counts it too. True where the account is given up by now, whatever the app knows of its trouble. */
  function countRefusal(record: AccountRecord, kind: ProblemKind, isSure: boolean): boolean {
    const before = record.refused ?? { from: now(), to: now(), times: 0, mostTimes: 0 };
    const to = before.times === 0 ? now() : before.to;
    const times = before.times + (isSure ? requests : 0);
    const mostTimes = before.mostTimes + requests;
    record.refused = { from: before.from, to, times, mostTimes };
    const isOver = (count: number, since: number) =>
      count >= refusals && (!record.worked || now() - since >= workedBeforeMs);
    const isGivenUp = record.stopped !== null || isOver(times, to);
    record.mayBeStopped = !isGivenUp && isOver(mostTimes, before.from) ? kind : null;
    return isGivenUp;
  }

  function recover(record: AccountRecord, flight: Flight): void {
    record.own.answered(flight);
    record.worked = true;
    if (record.trouble !== null && flight.sentAt <= record.trouble.since) return;
    if (record.stopped !== null) met('an account that comes back by itself');
    Object.assign(record, { trouble: null, refused: null, mayBeStopped: null, stopped: null, said: null });
    if (flight.sentAt > (record.unsureSince ?? -Infinity)) record.unsureSince = null;
  }

  /** A process that runs on although it was told of a sleep comes to believe that it woke, and forgets what it knew of the network. */
  function forgetIfDoubted(record: AccountRecord): void {
    const { trouble } = record;
    const wasBefore = trouble !== null && trouble.since < machine.doubtedAt;
    if (machine.suspended && now() >= machine.doubtedAt) record.own.networkMayBeAnother();
    if (machine.suspended && now() >= machine.doubtedAt && wasBefore && ofNetwork.includes(trouble.kind))
      forgetTrouble(record);
  }

  function forgetTrouble(record: AccountRecord): void {
    record.trouble = null;
    record.unsureSince = now();
  }

  let quietAt = -Infinity;

  /** At once, so by the time of the next event; after the system was quiet, once the app has heard that it is no longer. */
  function checkSaid(): void {
    if (isQuiet()) quietAt = now();
    if (now() - quietAt < 1_000) return;
    for (const [id, { stopped, said, stoppedAt }] of accounts)
      if (stopped !== null && said !== stopped && now() > stoppedAt)
        court.breach(7, `nobody was told that ${id} needs the person`);
  }

  /** With nothing to ask for, no timer is late until the next request. */
  function mayBeNoticed(): void {
    machine.unsureUntil = now() + noticedMs + lenientMs;
    machine.isUnseen = true;
  }

  function wake(isTold: boolean): void {
    machine.restsUntil = 0;
    if (isTold) {
      machine.wokeAt = now();
      machine.graceUntil = now() + graceMs - 1;
    } else mayBeNoticed();
    for (const record of accounts.values()) {
      record.own.networkMayBeAnother();
      if (record.trouble?.mayBeOfNetwork || ofNetwork.includes(record.trouble?.kind)) forgetTrouble(record);
    }
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

  return {
    told(event: Happening): void {
      if (event.kind === 'suspended') {
        machine.suspended = true;
        machine.doubtedAt = now() + doubtMs - 1;
      } else if (event.kind === 'resumed') {
        machine.suspended = false;
        wake(true);
      } else if (event.kind === 'offline') machine.offline = true;
      else if (event.kind === 'online') {
        if (machine.offline) wake(true);
        machine.offline = false;
      } else if (event.kind === 'paused') {
        const { until, isLength } = event;
        Object.assign(machine, { pausedUntil: until, isOver: until, isPauseOfLength: isLength });
      } else if (event.kind === 'unpaused') Object.assign(machine, unpaused);
      else if (event.kind === 'check-now' || event.kind === 'look-now') {
        // A person is there, so it is awake; whether the app had found that out before is its own affair.
        if (machine.suspended) wake(now() < machine.doubtedAt);
        machine.suspended = false;
        lookNow(event.kind === 'check-now' ? event.watches : 'all');
      } else if (event.kind === 'added')
        for (const { account, reference } of event.watches) entered(account, reference);
      else if (event.kind === 'removed')
        for (const watch of event.watches) {
          looks.delete(watch);
          pointedAt.delete(watch);
          for (const { own } of accounts.values()) own.forget(watch);
        }
      else if (event.kind === 'undone') for (const { own } of accounts.values()) own.mayComeEarly();
      else if (event.kind === 'account-ready') {
        recordOf(event.account).own.reset();
        recordOf(event.account).fruitless.clear();
        recordOf(event.account).perhapsFruitless.clear();
        readyKey(recordOf(event.account), event.account, event.keptAt);
      } else if (event.kind === 'account-not-ready') recordOf(event.account).key = 'locked';
      else if (event.kind === 'account-removed') {
        accounts.delete(event.account);
        // Whoever disconnects it does not wait for what they had checked.
        for (const watch of pointedAt) if (watch.startsWith(`${event.account}:`)) pointedAt.delete(watch);
      }
    },
    /** The person wants to know how it stands, whatever is known. */
    wants: (watch: WatchId) => void wanted.add(watch),
    asked(flight: Flight, signal: AbortSignal): void {
      const record = recordOf(flight.account);
      forgetIfDoubted(record);
      const name = `${flight.watch} (${flight.for})`;
      if (machine.isUnseen) machine.unsureUntil = Math.max(machine.unsureUntil, now() + lenientMs);
      machine.isUnseen = false;
      checkMachine(name);
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
    /** A step broke off, and the next has taken that up: what every answer triggers is to cause no storm. */
    rests(): void {
      machine.restsUntil = now() + restMs - 1;
    },
    /** Not for what was called back. True where it was a problem of what was asked for alone. */
    heard(flight: Flight, outcome: Reply): boolean {
      const record = recordOf(flight.account);
      forgetIfDoubted(record);
      record.flights.delete(flight);
      for (const other of record.flights)
        if (other.sentAt < flight.sentAt) met('an answer overtakes another');
      notYet = null;
      ofOneAlone = null;
      requests = outcome.kind === 'problem' ? (outcome.requests ?? 1) : 1;
      if (outcome.kind === 'answer') {
        recover(record, flight);
        if (flight.for === 'status') look(flight, 'answered');
        // What trouble it met before it left the list is not known of one that is found anew.
        if (flight.for === 'newcomer') forgive(flight.watch);
        if (flight.for === 'status' || flight.for === 'newcomer') heardOf.add(flight.watch);
        if (!['name', 'origin', 'registration'].includes(flight.for)) {
          if (record.perhapsFruitless.size >= outageFrom) record.own.forgiven();
          record.fruitless.clear();
          record.perhapsFruitless.clear();
        }
      }
      const isOfOne = outcome.kind === 'problem' && meet(record, flight, outcome.problem);
      const isItsOwn = isOfOne || (outcome.kind === 'problem' && ofWatchAlone.includes(outcome.problem.kind));
      if (flight.for === 'status' && isItsOwn) look(flight, 'troubled');
      if (flight.for === 'status' && (outcome.kind === 'answer' || isOfOne)) wanted.delete(flight.watch);
      return isOfOne;
    },
    /** The service has taken a file as this asset, or an earlier run heard of it: it is known, and well, before it is asked about. */
    wasHeardOf(watch: WatchId): void {
      heardOf.add(watch);
      forgive(watch);
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
      if (clock() >= machine.isOver && state.pause.value !== null) court.breach(5, 'a pause is not over');
      if (notYet === null && ofOneAlone === null) return;
      for (const { id, slowdown } of state.accounts.values()) {
        if (slowdown === null) continue;
        if (isSame(slowdown.problem, notYet))
          court.breach(5, `${id} is in trouble for a network error right after a wake`);
        if (ofOneAlone?.account === id && isSame(slowdown.problem, ofOneAlone.problem))
          court.breach(6, `${id} is slowed down for what one asset alone meets again and again`);
      }
    },
    /** The process has seen the clock go back. */
    wentBack(byMs: number): void {
      if (machine.isPauseOfLength) machine.isOver -= byMs;
    },
    /** Long after all was mended. */
    checkEnding({ watches }: MonitorView): void {
      for (const watch of pointedAt)
        if (watches.has(watch)) court.breach(1, `${watch} was to be checked, and never was`);
    },
    isAsking: () => [...accounts.values()].some(({ flights }) => flights.size > 0),
    laptopWoke: () => wake(false),
    /** A pause that is over by the clock does not begin again when the clock goes back. */
    clockIsToJump(): void {
      if (clock() >= machine.pausedUntil) machine.pausedUntil = -Infinity;
    },
    /** What was planned by the clock may now come early. */
    clockJumped(byMs: number): void {
      if (machine.isPauseOfLength) machine.pausedUntil += Math.min(0, byMs);
      machine.graceUntil = 0;
      machine.restsUntil = 0;
      machine.doubtedAt = 0;
      if (clock() >= machine.pausedUntil) machine.pausedUntil = -Infinity;
      mayBeNoticed();
      for (const record of accounts.values()) {
        record.retryFrom = 0;
        record.sentAt = -Infinity;
        record.own.mayComeEarly();
        record.own.networkMayBeAnother();
        record.own.clockJumped();
        const { refused } = record;
        if (refused !== null && byMs > 0) record.refused = { ...refused, from: refused.from - byMs };
        // A clock that is set back before the next step hides all the time since the last one.
        if (refused !== null && byMs < 0) record.refused = { ...refused, to: Infinity };
        // An hour ahead looks like an hour of sleep, after which the network may be back.
        if (record.trouble?.mayBeOfNetwork || ofNetwork.includes(record.trouble?.kind)) forgetTrouble(record);
        if (record.trouble !== null) record.trouble = { ...record.trouble, notBefore: 0 };
      }
    },
    /** A new process knows nothing of the old one's troubles; the pause is kept in the settings. */
    started(pausedUntil: number | null): void {
      accounts = new Map();
      looks.clear();
      wanted.clear();
      pointedAt.clear();
      const isPaused = pausedUntil !== null && clock() < pausedUntil;
      const until = isPaused ? pausedUntil : -Infinity;
      machine = { ...awake, ...unpaused, pausedUntil: until, isOver: until };
    },
  };
}

/** A refusal is called by another name before it is confirmed. */
function isSame(one: Problem, other: Problem | null): boolean {
  return other !== null && isDeepStrictEqual({ ...one, kind: other.kind }, other);
}
