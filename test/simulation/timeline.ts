import { createDueQueue, type DueQueue } from '../../main/monitor/kernel/due-queue.ts';

interface Entry {
  readonly run: () => void;
}

/**
 * Virtual time in milliseconds from the beginning of the story. The world's clock never stops; what the laptop's process
 * waits for stands still while it sleeps, as a monotonic clock does.
 */
export interface Timeline {
  readonly now: () => number;
  /** How long the laptop has been awake. */
  readonly awake: () => number;
  readonly isAsleep: () => boolean;
  readonly inWorld: (delayMs: number, run: () => void) => void;
  /** The returned function cancels it. */
  readonly inLaptop: (delayMs: number, run: () => void) => () => void;
  readonly fallAsleep: () => void;
  readonly wakeUp: () => void;
  readonly stop: () => void;
  /** Plays everything up to that time, and lets all promises come to rest between two entries. */
  readonly playUntil: (end: number) => Promise<void>;
}

/** More than this at one moment of time is no course of events but a circle. */
const mostAtOnce = 5_000;

export function createTimeline(): Timeline {
  const world = createDueQueue<Entry>();
  const laptop = createDueQueue<Entry>();
  let now = 0;
  let slept = 0;
  let asleepSince: number | null = null;
  let stopped = false;
  let atOnce = 0;

  const awake = () => (asleepSince ?? now) - slept;

  function next(): { queue: DueQueue<Entry>; key: Entry; at: number } | null {
    const ofWorld = world.first();
    const ofLaptop = asleepSince === null ? laptop.first() : null;
    const laptopAt = ofLaptop === null ? Infinity : ofLaptop.dueAt + slept;
    if (ofWorld !== null && ofWorld.dueAt <= laptopAt)
      return { queue: world, key: ofWorld.key, at: ofWorld.dueAt };
    return ofLaptop === null ? null : { queue: laptop, key: ofLaptop.key, at: laptopAt };
  }

  function moveTo(at: number): void {
    atOnce = at > now ? 0 : atOnce + 1;
    if (atOnce > mostAtOnce) throw new Error('the monitor turns in circles');
    now = Math.max(now, at);
  }

  return {
    now: () => now,
    awake,
    isAsleep: () => asleepSince !== null,
    inWorld: (delayMs, run) => world.put({ run }, now + Math.max(0, delayMs)),
    inLaptop(delayMs, run) {
      const entry = { run };
      laptop.put(entry, awake() + Math.max(0, delayMs));
      return () => laptop.remove(entry);
    },
    fallAsleep() {
      asleepSince ??= now;
    },
    wakeUp() {
      if (asleepSince !== null) slept += now - asleepSince;
      asleepSince = null;
    },
    stop() {
      stopped = true;
    },
    async playUntil(end) {
      for (let entry = next(); !stopped && entry !== null && entry.at <= end; entry = next()) {
        moveTo(entry.at);
        entry.queue.remove(entry.key);
        entry.key.run();
        // Promises settle in microtasks, all of which run before the next turn of the event loop.
        await new Promise(setImmediate);
      }
      if (!stopped) now = end;
    },
  };
}
