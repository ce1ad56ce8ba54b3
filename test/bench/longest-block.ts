import { setImmediate } from 'node:timers/promises';

export interface Measured<Value> {
  readonly value: Value;
  /** Milliseconds from the start to the end. */
  readonly ms: number;
  /** Milliseconds: the longest time in which the event loop did nothing else, and so no window and no tray moved. */
  readonly blockedMs: number;
  /** Milliseconds: the most processor time of one turn of the event loop, which tells of our own work also on a busy machine. */
  readonly workedMs: number;
}

/**
 * Looks at the clock in each turn of the event loop. Node's own `monitorEventLoopDelay` is a timer of a millisecond, and
 * tells less of what is shorter than ten.
 */
export async function measure<Value>(work: () => Promise<Value> | Value): Promise<Measured<Value>> {
  let [isOver, blockedMs, workedMs] = [false, 0, 0];
  const began = performance.now();
  let last = began;
  let worked = processorMs();
  const look = () => {
    const now = performance.now();
    blockedMs = Math.max(blockedMs, now - last);
    last = now;
    const before = worked;
    worked = processorMs();
    workedMs = Math.max(workedMs, worked - before);
  };
  const watching = (async () => {
    while (!isOver) {
      await setImmediate();
      look();
    }
  })();
  const value = await work();
  const ms = performance.now() - began;
  isOver = true;
  await watching;
  return { value, ms, blockedMs, workedMs };
}

/** Of this thread alone: the collector's helpers block nothing. */
function processorMs(): number {
  const { system, user } = process.threadCpuUsage();
  return (system + user) / 1_000;
}
