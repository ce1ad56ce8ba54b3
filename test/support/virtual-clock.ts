import { createDueQueue } from '../../main/monitor/kernel/due-queue.ts';

interface Entry {
  readonly run: () => void;
}

/** A clock that stands still unless it is played, so that hours of the monitor pass in seconds. Epoch milliseconds. */
export interface VirtualClock {
  readonly now: () => number;
  /** Calls `run` at that time; the returned function cancels it. */
  readonly setTimer: (at: number, run: () => void) => () => void;
  readonly after: <Value>(delayMs: number, value: () => Value) => Promise<Value>;
  /** Plays all that falls due until then. `turn` lets what was begun come to rest between two moments. */
  readonly playUntil: (end: number, turn: () => Promise<void>) => Promise<void>;
}

export function createVirtualClock(beginning: number): VirtualClock {
  const queue = createDueQueue<Entry>();
  let now = beginning;

  function setTimer(at: number, run: () => void): () => void {
    const entry = { run };
    queue.put(entry, Math.max(now, at));
    return () => queue.remove(entry);
  }

  return {
    now: () => now,
    setTimer,
    after: (delayMs, value) =>
      new Promise((resolve) => {
        setTimer(now + delayMs, () => resolve(value()));
      }),
    async playUntil(end, turn) {
      await turn();
      for (let next = queue.first(); next !== null && next.dueAt <= end; next = queue.first()) {
        now = next.dueAt;
        queue.remove(next.key);
        next.key.run();
        await turn();
      }
      now = end;
    },
  };
}
