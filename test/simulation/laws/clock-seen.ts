export type ClockSeen = ReturnType<typeof createClockSeen>;

/** Smaller steps back delay nothing that matters. */
const noticedMs = 1_000;

/** By how much the clock went back, as a process can know it that reads it from step to step. */
export function createClockSeen(clock: () => number, wentBack: (byMs: number) => void) {
  let newest = -Infinity;
  return {
    /** A new process knows nothing of what the clock showed before. */
    started: (): void => void (newest = clock()),
    /** To be called in each step before anything is judged by the clock. */
    look(): void {
      const byMs = newest - clock();
      newest = clock();
      if (byMs >= noticedMs) wentBack(byMs);
    },
  };
}
