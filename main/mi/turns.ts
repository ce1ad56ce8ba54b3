/** Takes the next turn and returns how long to wait for it from `now` (epoch ms), in milliseconds. */
export type TakeTurn = (now: number) => number;

/** Gives turns that are at least `spacingMs` apart, in the order in which they are taken. */
export function createTurns(spacingMs: number): TakeTurn {
  let askedAt = -Infinity;
  let freeFrom = -Infinity;
  return (now) => {
    // The clock was set back: a turn planned by it may be hours away.
    if (now < askedAt) freeFrom = now;
    const at = Math.max(now, freeFrom);
    askedAt = now;
    freeFrom = at + spacingMs;
    return at - now;
  };
}
