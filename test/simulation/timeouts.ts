import type { Timeline } from './timeline.ts';

export type Timeouts = ReturnType<typeof createTimeouts>;

/**
 * The client's time-outs in the laptop's time. One that nobody waits for costs no step of the story: only `arm` brings
 * a request to its end.
 */
export function createTimeouts(timeline: Timeline) {
  const waiting: { readonly at: number; readonly controller: AbortController }[] = [];

  function expire(): void {
    for (const { at, controller } of waiting) if (at <= timeline.awake()) controller.abort();
  }

  return {
    signal(afterMs: number): AbortSignal {
      const first = waiting.findIndex(({ at }) => at >= timeline.awake());
      waiting.splice(0, first === -1 ? waiting.length : first);
      const controller = new AbortController();
      waiting.push({ at: timeline.awake() + afterMs, controller });
      return controller.signal;
    },
    /** For the newest request; to be called where its answer may not come in time. */
    toArm(): () => void {
      const { at } = waiting.at(-1)!;
      return () => void timeline.inLaptop(at - timeline.awake(), expire);
    },
  };
}
