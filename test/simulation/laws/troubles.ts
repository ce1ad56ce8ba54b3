import { isDeepStrictEqual } from 'node:util';
import type { Problem, ProblemKind } from '../../../main/model/problem.ts';
import type { Reply } from '../../../main/monitor/kernel/events.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import { ofNetwork, ofWatchAlone, stopping, type AccountRecord, type Flight } from './account-record.ts';
import type { Court } from './court.ts';
import type { Looks } from './looks.ts';
import type { Machine } from './machine.ts';
import type { Verdict } from './own-trouble.ts';

/** So many different questions in a row are no chance. */
const outageFrom = 3;
/** So many refusals give a key up, one that worked before only when they have gone on so long. */
const refusals = 3;
const workedBeforeMs = 180_000;
/** The least time between two probes: of a new key that is refused, and of what was given up. */
const newKeyMs = 0.9 * 3_000;
const rareMs = 0.9 * 15 * 60_000;
/** How long nothing is asked after a rate limit that says no time. */
const limitedMs = 5_000;

export interface TroublesPorts {
  readonly court: Court;
  /** True time, ms. */
  readonly now: () => number;
  readonly machine: Machine;
  readonly looks: Looks;
  /** Counts a fault that was met. */
  readonly met: (fault: string) => void;
}

/** What replies say of their account: whether it is in trouble, of what kind, and from when on it may be probed. */
export function createTroubles({ court, now, machine, looks, met }: TroublesPorts) {
  let notYet: Problem | null = null;
  let ofOneAlone: { readonly account: string; readonly problem: Problem } | null = null;
  /** Behind the present reply: one that was refused was perhaps asked again with another time. */
  let requests = 1;

  /** Whether it is the trouble of what was asked for alone. */
  function meet(record: AccountRecord, flight: Flight, problem: Problem): Verdict {
    // A key may read all and register nothing, and one file may be refused: that says nothing of the account.
    if (flight.for === 'registration' && [...ofWatchAlone, 'permission'].includes(problem.kind)) return 'own';
    if (ofWatchAlone.includes(problem.kind)) return meetOfWatch(record, flight, problem);
    if (machine.mayBeNotYet(problem)) {
      if (flight.for === 'status') looks.forget(flight.watch);
      record.own.doubt(flight, problem);
      meetOfAccount(record, flight, problem);
      return 'unsure';
    }
    // Trouble of some alone says nothing of the others; whether it is that is told by the app's own books.
    const isUnsure = record.unsureSince !== null || record.trouble?.isOfSome === true;
    const isCalm = isUnsure ? 'unsure' : record.trouble === null;
    const verdict = record.own.judge(flight, problem, isCalm, now());
    if (verdict === 'unsure') {
      // Nor can it be told whether the next trouble of it is the first.
      if (flight.for === 'status') looks.forget(flight.watch);
      // Where this one does not count, those before it may have been enough by now.
      if (stopping.includes(problem.kind) && countRefusal(record, problem.kind, false))
        record.mayBeStopped ??= problem.kind;
      record.unsureSince = now();
    } else if (verdict === 'own') {
      met('a disturbance of one asset alone');
      if (problem.kind === 'rate-limit') limitAll(record, flight, problem);
      else ofOneAlone = { account: flight.account, problem };
    } else {
      record.own.givenBack(flight);
      meetOfAccount(record, flight, problem);
    }
    return verdict;
  }

  function meetOfWatch(record: AccountRecord, flight: Flight, problem: Problem): Verdict {
    // All that a followed project lists counts as one: hundreds of its assets may be refused, and nobody else's.
    const subject = flight.for === 'status' || flight.for === 'name' ? flight.watch : flight.project;
    const first = looks.isFirst(flight, problem);
    if (first !== false) record.perhapsFruitless.add(subject);
    if (first === true) record.fruitless.add(subject);
    if (record.perhapsFruitless.size < outageFrom) {
      recover(record, flight);
      return 'own';
    }
    if (problem.code !== null) record.own.heard(flight);
    if (record.fruitless.size < outageFrom) {
      // Where not all of them count, it is an answer, which ends the trouble of the account.
      record.trouble = null;
      record.unsureSince ??= now();
      return 'of-all';
    }
    met('whatever is asked meets trouble of its own');
    meetOfAccount(record, flight, problem);
    return 'of-all';
  }

  /** A limit is obeyed by all, whoever met it. */
  function limitAll(record: AccountRecord, flight: Flight, problem: Problem): void {
    if (problem.retryAfterMs !== null) trouble(record, flight, problem, null);
    else record.retryFrom = Math.max(record.retryFrom, now() + limitedMs - 2);
  }

  function meetOfAccount(record: AccountRecord, flight: Flight, problem: Problem): void {
    if (stopping.includes(problem.kind)) return meetRefusal(record, flight, problem);
    if (ofNetwork.includes(problem.kind) && machine.isUnsure()) return forgetTrouble(record);
    if (machine.mayBeNotYet(problem)) {
      if (machine.isNotYet()) notYet = problem;
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
    const isGivenUp = record.stopped !== null || (isSure && isOver(times, to));
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

  function forgetTrouble(record: AccountRecord): void {
    record.trouble = null;
    record.unsureSince = now();
  }

  /** It is forgotten over a wake. */
  function forgetNetwork(record: AccountRecord): void {
    record.own.networkMayBeAnother();
    if (record.trouble?.mayBeOfNetwork || ofNetwork.includes(record.trouble?.kind)) forgetTrouble(record);
  }

  return {
    /** Null where it was no problem; else whether it is that of what was asked for alone. */
    heard(record: AccountRecord, flight: Flight, outcome: Reply): Verdict | null {
      notYet = null;
      ofOneAlone = null;
      requests = outcome.kind === 'problem' ? (outcome.requests ?? 1) : 1;
      if (outcome.kind === 'answer') {
        recover(record, flight);
        if (!['name', 'origin', 'registration'].includes(flight.for)) {
          if (record.perhapsFruitless.size >= outageFrom) record.own.forgiven();
          record.fruitless.clear();
          record.perhapsFruitless.clear();
        }
      }
      return outcome.kind === 'problem' ? meet(record, flight, outcome.problem) : null;
    },
    forgetNetwork,
    /** A process that runs on although it was told of a sleep comes to believe that it woke, and forgets what it knew of the network. */
    forgetIfDoubted(record: AccountRecord): void {
      const doubtedAt = machine.doubtedAt();
      if (doubtedAt === null) return;
      const { trouble } = record;
      record.own.networkMayBeAnother();
      if (trouble !== null && trouble.since < doubtedAt && ofNetwork.includes(trouble.kind))
        forgetTrouble(record);
    },
    afterStep({ accounts }: MonitorView): void {
      if (notYet === null && ofOneAlone === null) return;
      for (const { id, slowdown } of accounts.values()) {
        if (slowdown === null) continue;
        if (isSame(slowdown.problem, notYet))
          court.breach(5, `${id} is in trouble for a network error right after a wake`);
        if (ofOneAlone?.account === id && isSame(slowdown.problem, ofOneAlone.problem))
          court.breach(6, `${id} is slowed down for what one asset alone meets again and again`);
      }
    },
    /** What was planned by the clock may now come early. */
    clockJumped(record: AccountRecord, byMs: number): void {
      record.retryFrom = 0;
      record.sentAt = -Infinity;
      record.own.mayComeEarly();
      record.own.clockJumped(now());
      const { refused } = record;
      if (refused !== null && byMs > 0) record.refused = { ...refused, from: refused.from - byMs };
      // A clock that is set back before the next step hides all the time since the last one.
      if (refused !== null && byMs < 0) record.refused = { ...refused, to: Infinity };
      // An hour ahead looks like an hour of sleep, after which the network may be back.
      forgetNetwork(record);
      if (record.trouble !== null) record.trouble = { ...record.trouble, notBefore: 0 };
    },
  };
}

/** A refusal is called by another name before it is confirmed. */
function isSame(one: Problem, other: Problem | null): boolean {
  return other !== null && isDeepStrictEqual({ ...one, kind: other.kind }, other);
}
