import { abortRequests, isOpen } from './asking.ts';
import type { EventOf } from './event.ts';
import type { Moment } from './moment.ts';
import { beginDigest } from './gathering.ts';
import type { ProblemKind } from './problem.ts';
import type { State, Watch } from './state.ts';
import { setTrouble } from './trouble.ts';

/** After a wake the network needs a moment. */
const graceMs = 3_000;
/** For this long after a wake a network error is "not yet". */
const leniencyMs = 30_000;
/** A sleep or an outage shorter than this needs no "while you were away". */
const awayMs = 30_000;

/** A process that still runs so long after it was told of a sleep may not be asleep at all. */
const doubtMs = 60_000;
/** Troubles of a network, which is another one when the laptop is opened elsewhere. */
const ofNetwork: ReadonlySet<ProblemKind> = new Set(['offline', 'intercepted']);

/** The alarm is spent, so that the next is set also where it is for the same time. */
export function ticked(state: State): void {
  state.wakeAt = null;
}

export function suspended(state: State, _event: EventOf<'suspended'>, moment: Moment): void {
  state.machine.suspended = true;
  state.machine.doubtedAt = moment.at + doubtMs;
  abortRequests(state, moment, () => true);
}

/** Safe to be told twice: some systems report a resume and an unlock. */
export function resumed(state: State, _event: EventOf<'resumed'>, moment: Moment): void {
  const slept = state.machine.suspended;
  state.machine.suspended = false;
  state.machine.doubtedAt = null;
  wakeUp(state, moment, slept);
}

export function wentOffline(state: State, _event: EventOf<'offline'>, moment: Moment): void {
  if (!state.machine.online) return;
  state.machine.online = false;
  state.machine.offlineSince = moment.at;
  abortRequests(state, moment, () => true);
}

export function cameOnline(state: State, _event: EventOf<'online'>, moment: Moment): void {
  if (state.machine.online) return;
  const awayFor = moment.at - (state.machine.offlineSince ?? moment.at);
  state.machine.online = true;
  state.machine.offlineSince = null;
  wakeUp(state, moment, awayFor > awayMs);
}

export function paused(state: State, event: EventOf<'paused'>, moment: Moment): void {
  state.pausedUntil = event.until;
  state.pauseIsLength = event.isLength === true;
  abortRequests(state, moment, () => true);
}

export function unpaused(state: State, _event: EventOf<'unpaused'>, moment: Moment): void {
  if (state.pausedUntil === null) return;
  state.pausedUntil = null;
  expectDigest(state, moment.at);
}

/** Ends a pause whose time has come. */
export function endPause(state: State, moment: Moment): void {
  if (state.pausedUntil !== null && moment.at >= state.pausedUntil) {
    unpaused(state, { kind: 'unpaused', at: moment.at }, moment);
  }
}

/** `away`: for so long that what ended meanwhile is told in a digest. */
export function wakeUp(state: State, moment: Moment, away: boolean): void {
  const { at } = moment;
  state.machine.askFrom = at + graceMs;
  state.machine.lenientUntil = at + leniencyMs;
  for (const account of state.accounts.values()) {
    // What was learned of the network before the sleep says nothing about the network now.
    if (account.slowdown !== null && ofNetwork.has(account.slowdown.problem.kind)) {
      setTrouble(state, account, { stopped: account.stopped, slowdown: null }, moment);
    }
  }
  for (const watch of state.watches.values()) {
    // Time asleep, or that the clock jumped over, is no time in which the asset was looked for in vain.
    if (watch.missing !== null) watch.missing.since = at;
  }
  if (away) expectDigest(state, at);
}

function expectDigest(state: State, at: number): void {
  const due = [...state.watches.values()].filter(
    (watch) => isOpen(watch) && (watch.dueAt ?? 0) <= at && canBeAsked(state, watch),
  );
  const ids = due.map((watch) => watch.id);
  if (ids.length > 0) beginDigest(state, ids, at);
}

function canBeAsked(state: State, { account }: Watch): boolean {
  const { ready, stopped } = state.accounts.get(account) ?? { ready: false, stopped: null };
  return ready && stopped === null;
}
