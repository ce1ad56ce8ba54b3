import type { MonitorSettings } from '../../model/monitor-settings.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import type { TimeState } from '../kernel/time.ts';
import type { Cell, Readable, Store } from '../kernel/store.ts';

/** Whether the machine can ask at all. Times are steady. */
export interface Machine {
  readonly suspended: boolean;
  /** When it is doubted that a suspended machine sleeps; null while it is not suspended. */
  readonly doubtedAt: number | null;
  readonly online: boolean;
  /** When the machine went offline; null while it is online. */
  readonly offlineSince: number | null;
  /** Nothing is asked before this time: after a wake the network needs a moment. */
  readonly canAskSince: number;
  /** After a wake network errors are "not yet" until this time. */
  readonly lenientUntil: number;
}

/** A pause of some length ends at a steady time, one until a time of day at a time of the clock. */
export type Pause =
  | { readonly kind: 'length'; readonly until: number }
  | { readonly kind: 'time-of-day'; readonly until: number };

export interface MachineState extends TimeState {
  readonly machine: Cell<Machine>;
  readonly pause: Cell<Pause | null>;
  readonly settings: Cell<MonitorSettings>;
}

export function createMachine(
  store: Store,
  { settings, pausedUntil }: { settings: MonitorSettings; pausedUntil: number | null },
): Omit<MachineState, keyof TimeState> {
  const awake = { suspended: false, doubtedAt: null, online: true, offlineSince: null };
  return {
    machine: store.cell<Machine>({ ...awake, canAskSince: 0, lenientUntil: 0 }),
    pause: store.cell<Pause | null>(
      pausedUntil === null ? null : { kind: 'time-of-day', until: pausedUntil },
    ),
    settings: store.cell(settings),
  };
}

/** After a wake the network needs a moment. */
const graceMs = 3_000;
/** For this long after a wake a network error is "not yet". */
const leniencyMs = 30_000;
/** A sleep or an outage shorter than this needs no "while you were away". */
const awayMs = 30_000;
/** A process that still runs so long after it was told of a sleep may not be asleep at all. */
const doubtMs = 60_000;

export function machineMayAsk(state: Readable<MachineState>, at: number): boolean {
  return isReachable(state) && at >= state.machine.value.canAskSince;
}

/** Nothing but the grace time after a wake keeps the machine from asking. */
export function isReachable({ machine, pause }: Readable<MachineState>): boolean {
  return !machine.value.suspended && machine.value.online && pause.value === null;
}

export function suspended({ machine }: MachineState, { at, facts }: Step): void {
  machine.set({ ...machine.value, suspended: true, doubtedAt: at + doubtMs });
  facts.push({ kind: 'silenced' });
}

/** Safe to be told twice: some systems report a resume and an unlock. */
export function resumed(state: MachineState, step: Step): void {
  const { machine } = state;
  const slept = machine.value.suspended;
  machine.set({ ...machine.value, suspended: false, doubtedAt: null });
  wakeUp(state, slept, step);
}

export function wentOffline({ machine }: MachineState, { at, facts }: Step): void {
  if (!machine.value.online) return;
  machine.set({ ...machine.value, online: false, offlineSince: at });
  facts.push({ kind: 'silenced' });
}

export function cameOnline(state: MachineState, step: Step): void {
  const { machine } = state;
  if (machine.value.online) return;
  const awayFor = step.at - (machine.value.offlineSince ?? step.at);
  machine.set({ ...machine.value, online: true, offlineSince: null });
  wakeUp(state, awayFor > awayMs, step);
}

/** A time of grace, after which everything is asked that is due. `away`: what ended meanwhile is told in a digest. */
export function wakeUp({ machine }: MachineState, away: boolean, { at, facts }: Step): void {
  machine.set({ ...machine.value, canAskSince: at + graceMs, lenientUntil: at + leniencyMs });
  facts.push({ kind: 'woke', away });
}

/** Nothing is asked for so long, ms, after a fault of our own: one that comes with each answer must not make a storm of requests. */
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
  if (end !== null && step.at >= end) unpaused(state, step);
}

/** When the pause ends, steady ms; null without one. */
export function pauseEnd({ pause: { value: pause }, ahead }: Readable<MachineState>): number | null {
  if (pause === null) return null;
  return pause.kind === 'length' ? pause.until : pause.until + ahead.value;
}
