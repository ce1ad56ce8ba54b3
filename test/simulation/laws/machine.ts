import type { Happening } from '../../../main/monitor/kernel/events.ts';
import type { Problem } from '../../../main/model/problem.ts';
import { ofNetwork } from './account-record.ts';
import type { Court } from './court.ts';

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
const graceMs = 3_000;
const lenientMs = 30_000;
const restMs = 10_000;
/** A sleep without a word is noticed by the next timer that is late, if it is late enough. */
const noticedMs = 20 * 60_000;

export interface MachinePorts {
  readonly court: Court;
  /** True time, ms. */
  readonly now: () => number;
  /** The laptop's clock, epoch ms. */
  readonly clock: () => number;
}

export type Machine = ReturnType<typeof createMachine>;

/** Law 5: nothing is asked while the machine sleeps, has no network, has just woken, or is paused; as the process can know it. */
export function createMachine({ court, now, clock }: MachinePorts) {
  let machine = { ...awake, ...unpaused };

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
  }

  const isUnsure = () => machine.suspended || now() < machine.unsureUntil;

  return {
    /** True where it woke, so that the network may be another one. */
    told(event: Happening): boolean {
      const { suspended, offline } = machine;
      switch (event.kind) {
        case 'suspended':
          machine.suspended = true;
          machine.doubtedAt = now() + doubtMs - 1;
          return false;
        case 'resumed':
          machine.suspended = false;
          wake(true);
          return true;
        case 'offline':
          machine.offline = true;
          return false;
        case 'online':
          if (offline) wake(true);
          machine.offline = false;
          return offline;
        case 'paused': {
          const { until, isLength } = event;
          Object.assign(machine, { pausedUntil: until, isOver: until, isPauseOfLength: isLength });
          return false;
        }
        case 'unpaused':
          Object.assign(machine, unpaused);
          return false;
        case 'check-now':
        case 'look-now':
          // A person is there, so it is awake; whether the app had found that out before is its own affair.
          if (suspended) wake(now() < machine.doubtedAt);
          machine.suspended = false;
          return suspended;
        default:
          return false;
      }
    },
    asked(name: string): void {
      if (machine.isUnseen) machine.unsureUntil = Math.max(machine.unsureUntil, now() + lenientMs);
      machine.isUnseen = false;
      if (machine.suspended && now() < machine.doubtedAt)
        court.breach(5, `${name} was asked for while suspended`);
      if (machine.offline) court.breach(5, `${name} was asked for while offline`);
      if (clock() < machine.pausedUntil) court.breach(5, `${name} was asked for during a pause`);
      if (now() < machine.graceUntil) court.breach(5, `${name} was asked for in the grace time after a wake`);
      if (now() < machine.restsUntil && !machine.suspended)
        court.breach(6, `${name} was asked for right after a fault of our own`);
    },
    isSuspended: (): boolean => machine.suspended,
    /** It runs on although it was told of a sleep: since when it need not believe that. Null where it does not. */
    doubtedAt: (): number | null =>
      machine.suspended && now() >= machine.doubtedAt ? machine.doubtedAt : null,
    /** An error of the network may be that of a sleep. */
    isUnsure,
    /** An error of the network that the app may have taken for the moment after a wake, or forgotten with it. */
    mayBeNotYet: ({ kind }: Problem): boolean =>
      (ofNetwork.includes(kind) && isUnsure()) ||
      (kind === 'offline' && now() - machine.wokeAt < lenientMs + 1_000),
    /** It surely is of that moment. The app counts in whole milliseconds. */
    isNotYet: (): boolean => now() - machine.wokeAt < lenientMs - 1,
    isPauseOver: (): boolean => clock() >= machine.isOver,
    /** A step broke off, and the next has taken that up: what every answer triggers is to cause no storm. */
    rests(): void {
      machine.restsUntil = now() + restMs - 1;
    },
    wokeUntold: (): void => wake(false),
    /** The process has seen the clock go back. */
    wentBack(byMs: number): void {
      if (machine.isPauseOfLength) machine.isOver -= byMs;
    },
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
    },
    /** The pause is kept in the settings. */
    started(pausedUntil: number | null): void {
      const isPaused = pausedUntil !== null && clock() < pausedUntil;
      const until = isPaused ? pausedUntil : -Infinity;
      machine = { ...awake, ...unpaused, pausedUntil: until, isOver: until };
    },
  };
}
