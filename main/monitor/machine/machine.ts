import type { MonitorSettings } from '../../model/monitor-settings.ts';
import type { Scarcity } from '../../model/scarcity.ts';
import type { EventOf, HappeningKind } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import { hasCome, type TimeState } from '../kernel/time.ts';
import type { Readable, Store } from '../kernel/store.ts';

/** Whether the machine can ask at all, at first. Times are steady. */
const awake = {
  /** When it is doubted that a suspended machine sleeps; null while it is not suspended. */
  doubtedAt: null as number | null,
  /** The run is about to end. */
  isLeaving: false,
  /** When the machine went offline; null while it is online. */
  offlineSince: null as number | null,
  /** Nothing is asked before this time: after a wake the network needs a moment. */
  canAskSince: 0,
  /** After a wake network errors are "not yet" until this time. */
  lenientUntil: 0,
};

type Machine = Readonly<typeof awake>;

/** A pause of some length ends at a steady time, one until a time of day at a time of the clock. */
export type Pause =
  | { readonly kind: 'length'; readonly until: number }
  | { readonly kind: 'time-of-day'; readonly until: number };

export type MachineState = TimeState & Readonly<ReturnType<typeof createMachine>>;

export function createMachine(
  store: Store,
  { settings, pausedUntil }: { settings: MonitorSettings; pausedUntil: number | null },
) {
  return {
    machine: store.cell<Machine>(awake),
    pause: store.cell<Pause | null>(
      pausedUntil === null ? null : { kind: 'time-of-day', until: pausedUntil },
    ),
    settings: store.cell(settings),
    scarce: store.cell<readonly Scarcity[]>([]),
  };
}

/** By what the time between two looks is multiplied. */
export function spacing({ scarce }: Readable<MachineState>): number {
  return scarce.value.length === 0 ? 1 : 2;
}

/** After a wake the network needs a moment. */
const graceMs = 3_000;
/** For this long after a wake a network error is "not yet". */
const leniencyMs = 30_000;
/** A sleep or an outage shorter than this needs no "while you were away". */
const awayMs = 30_000;
/** A process still running this long after a sleep was announced may not be asleep at all. */
const doubtMs = 60_000;

export function machineMayAsk(state: Readable<MachineState>, at: number): boolean {
  return isReachable(state) && at >= state.machine.value.canAskSince;
}

/** Nothing but the grace time after a wake keeps the machine from asking. */
export function isReachable({ machine, pause }: Readable<MachineState>): boolean {
  const { isLeaving } = machine.value;
  return !isLeaving && !isSuspended(machine.value) && isOnline(machine.value) && pause.value === null;
}

const isSuspended = ({ doubtedAt }: Machine) => doubtedAt !== null;
/** False while the system says that there is no network. */
export const isOnline = ({ offlineSince }: Machine) => offlineSince === null;

export function suspended({ machine }: MachineState, { at, facts }: Step): void {
  machine.set({ ...machine.value, doubtedAt: at + doubtMs });
  facts.push({ kind: 'silenced' });
}

export function leaving({ machine }: MachineState): void {
  machine.set({ ...machine.value, isLeaving: true });
}

/** May be told twice: some systems report both a resume and an unlock. */
export function resumed(state: MachineState, step: Step): void {
  const { machine } = state;
  const slept = isSuspended(machine.value);
  machine.set({ ...machine.value, doubtedAt: null });
  wakeUp(state, slept, step);
}

export function wentOffline({ machine }: MachineState, { at, facts }: Step): void {
  if (!isOnline(machine.value)) return;
  machine.set({ ...machine.value, offlineSince: at });
  facts.push({ kind: 'silenced' });
}

export function cameOnline(state: MachineState, step: Step): void {
  const { machine } = state;
  const { offlineSince } = machine.value;
  if (offlineSince === null) return;
  machine.set({ ...machine.value, offlineSince: null });
  wakeUp(state, step.at - offlineSince > awayMs, step);
}

/** After a short grace, everything that is due is asked. `away`: what ended in the meantime is told in a digest. */
export function wakeUp({ machine }: MachineState, away: boolean, { at, facts }: Step): void {
  // In the step that takes up a fault of our own, the rest after that is the longer one.
  const canAskSince = Math.max(machine.value.canAskSince, at + graceMs);
  machine.set({ ...machine.value, canAskSince, lenientUntil: at + leniencyMs });
  facts.push({ kind: 'woke', away });
}

/** Keeps quiet for a while after a fault of our own: one that every answer triggers must not cause a storm of requests. */
export function restAfterFault({ machine }: MachineState, { at }: Step): void {
  const restMs = 10_000;
  machine.set({ ...machine.value, canAskSince: Math.max(machine.value.canAskSince, at + restMs) });
}

export function paused(state: MachineState, { until, isLength }: EventOf<'paused'>, { facts }: Step): void {
  const pause: Pause = isLength
    ? { kind: 'length', until: until + state.ahead.value }
    : { kind: 'time-of-day', until };
  state.pause.set(pause);
  facts.push({ kind: 'silenced' });
}

export function unpaused({ pause }: MachineState, { facts }: Step): void {
  if (pause.value === null) return;
  pause.set(null);
  facts.push({ kind: 'unpaused' });
}

/** Ends a pause whose time has come. */
export function endPause(state: MachineState, step: Step): void {
  const end = pauseEnd(state);
  if (end !== null && hasCome(end, step.at)) unpaused(state, step);
}

/** When the pause ends, steady ms; null without one. */
export function pauseEnd({ pause: { value: pause }, ahead }: Readable<MachineState>): number | null {
  if (pause === null) return null;
  return pause.kind === 'length' ? pause.until : pause.until + ahead.value;
}

/** An event this much later than one that was bound to come means that the machine slept without saying so. */
const sleptMs = 60_000;
/** The client gives a request up after this time. */
export const longestRequestMs = 30_000;

/**
 * Whether the machine slept just before this step: the alarm is long overdue, or a request on the wire should long have ended. To be
 * asked at each event, because after a sleep the late alarm is not always the first to come. A clock that was put ahead looks the same.
 * `oldestRequest`: when it was sent, steady ms; infinite where none is on the wire.
 */
export function hasSlept({ machine, wakeAt }: MachineState, oldestRequest: number, { at }: Step): boolean {
  if (isSuspended(machine.value)) return false;
  // A registration stays on the wire over a sleep that was announced, and is to end once the machine is awake.
  const awaitedSince = Math.max(oldestRequest, machine.value.canAskSince);
  const expected = Math.min(wakeAt.value ?? Infinity, awaitedSince + longestRequestMs);
  return at - expected > sleptMs;
}

/**
 * Ends a suspension whose end nobody tells, because the sleep was called off or its wake went by unseen: the machine is awake where
 * a person acts at it, or where the process runs on when it should long have been asleep. An alarm that is long overdue shows a wake
 * that may be one of a few seconds, as laptops make them by themselves, so it is looked at again a while later.
 */
export function doubtSuspension(state: MachineState, kind: HappeningKind, step: Step): void {
  const { doubtedAt } = state.machine.value;
  if (doubtedAt === null) return;
  const isPersonHere = kind === 'check-now' || kind === 'look-now';
  if (!isPersonHere && step.at < doubtedAt) return;
  if (!isPersonHere && step.at - doubtedAt > sleptMs) suspended(state, step);
  else resumed(state, step);
}
