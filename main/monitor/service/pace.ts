/** How far apart the requests of an account are kept, since the service let through no more; times are steady. */
export interface Pace {
  readonly apartMs: number;
  /** From the end of the rest on it is tried whether it lets through more. */
  readonly from: number;
}

/** Five requests a second. */
const spacingMs = 200;
const longestMs = 10_000;
/**
 * One import that alone is limited each time is asked for every half a minute, as all are that meet a limit first: by then what it had cost is
 * forgotten.
 */
const halvedInMs = 20_000;

/** Milliseconds from a request that leaves at `at` to the next one. Null for a probe: a rest shows nothing of what is let through. */
export function apartAt(pace: Pace | null, at: number | null): number {
  if (pace === null) return spacingMs;
  const { apartMs, from } = pace;
  return Math.max(spacingMs, Math.round(apartMs / 2 ** (Math.max(0, (at ?? from) - from) / halvedInMs)));
}

/**
 * After a limit that was met at `at`; nothing is asked before `from`. Whoever goes on as before meets it again with the second request, so
 * that whatever comes second would never be answered.
 */
export function slower(pace: Pace | null, at: number, from: number): Pace {
  return { apartMs: Math.min(longestMs, 2 * apartAt(pace, at)), from };
}

/** Whether it takes half a minute and more to ask so much. */
export const isBehind = (questions: number): boolean => questions * spacingMs > 30_000;
