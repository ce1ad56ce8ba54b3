import type { Timeline } from './timeline.ts';

export type Timeouts = ReturnType<typeof createTimeouts>;

interface Timeout {
  readonly at: number;
  readonly run: () => void;
}

/**
 * The client's time-outs in the laptop's time. One that nobody waits for costs no step of the story: only `arm` brings
 * a request to its end.
 */
export function createTimeouts(timeline: Timeline) {
  const waiting = new Set<Timeout>();
  let newest: Timeout | null = null;

  function expire(): void {
    for (const { at, run } of [...waiting]) if (at <= timeline.awake()) run();
  }

  return {
    start(afterMs: number, run: () => void): () => void {
      const timeout = (newest = { at: timeline.awake() + afterMs, run });
      waiting.add(timeout);
      return () => void waiting.delete(timeout);
    },
    /** For the newest request; to be called where its answer may not come in time. */
    toArm(): () => void {
      const { at } = newest!;
      return () => void timeline.inLaptop(at - timeline.awake(), expire);
    },
  };
}
