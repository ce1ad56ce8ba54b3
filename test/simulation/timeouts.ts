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

  function expire(until: number): void {
    for (const { at, run } of [...waiting]) if (at <= until) run();
  }

  return {
    start(afterMs: number, run: () => void): () => void {
      const timeout = (newest = { at: timeline.awake() + afterMs, run });
      waiting.add(timeout);
      return () => void waiting.delete(timeout);
    },
    /**
     * For the newest request; to be called where its answer may not come in time. By its own time and not by the one it is then: that is
     * a sum of fractions and may be a hair less, and the request would stay on the wire for good.
     */
    toArm(): () => void {
      const { at } = newest!;
      return () => void timeline.inLaptop(at - timeline.awake(), () => expire(at));
    },
  };
}
