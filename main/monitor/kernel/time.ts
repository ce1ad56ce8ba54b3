import type { MonitorEvent } from './events.ts';
import type { Readable, Store } from './store.ts';

/**
 * Every plan is made on an axis that never goes back. A clock that is set back would else turn seconds into hours, in which nothing
 * is asked, saved or told.
 */
export type TimeState = Readonly<ReturnType<typeof createTime>>;

export function createTime(store: Store, clock: number) {
  return {
    /** The newest event by this computer's clock, epoch ms. */
    newestClock: store.cell(clock),
    /** What the steady axis is ahead of the clock, ms; 0 until the clock is set back. */
    ahead: store.cell(0),
    /** When the alarm is set for, on the steady axis; null where none is. */
    wakeAt: store.cell<number | null>(null),
    /** False in the first step of a run. */
    hasBegun: store.cell(false),
  };
}

/** Smaller steps, as time servers make them, delay nothing that matters. */
const noticedMs = 1_000;

/**
 * The steady time of an event, ms; `setBack` says by how much the clock went back before it. The alarm counts the time that passed
 * and not that of the clock, so that its tick is never before its time.
 */
export function takeTime(state: TimeState, { kind, at }: MonitorEvent): { at: number; setBack: number } {
  const { newestClock, ahead, wakeAt } = state;
  const setBack = newestClock.value - at;
  if (setBack >= noticedMs) {
    // Later than all before it: how long it took is not known, but something did pass.
    const newest = newestClock.value + ahead.value + 1;
    const steady = kind === 'tick' ? Math.max(newest, wakeAt.value ?? 0) : newest;
    ahead.set(steady - at);
  }
  newestClock.set(at);
  return { at: at + ahead.value, setBack: setBack < noticedMs ? 0 : setBack };
}

/** Later than any time of day that a person can choose, such as tomorrow's morning. */
const farthestMs = 48 * 3_600_000;

/**
 * Whether a time until which something rests has come, both by the same clock. One that is too far off was reckoned by a clock that was
 * ahead and has been set right: the rest would else last for years.
 */
export const hasCome = (until: number, now: number): boolean => now >= until || until - now > farthestMs;

/** What this computer's clock shows at a steady time, epoch ms. */
export function clockAt({ ahead }: Readable<TimeState>, steady: number): number;
export function clockAt({ ahead }: Readable<TimeState>, steady: number | null): number | null;
export function clockAt({ ahead }: Readable<TimeState>, steady: number | null): number | null {
  return steady === null ? null : steady - ahead.value;
}

/** The first of these times; null where there is none. */
export function earliest(times: readonly (number | null)[]): number | null {
  const first = Math.min(...times.map((time) => time ?? Infinity));
  return first === Infinity ? null : first;
}
