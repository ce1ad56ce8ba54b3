/** How long to wait from `now` (epoch ms) until the next turn, in milliseconds; the turn is taken with it. */
export type TakeTurn = (now: number) => number;

/** Turns that lie at least `spacingMs` apart, in the order in which they are taken. */
export function createTurns(spacingMs: number): TakeTurn {
  let askedAt = -Infinity;
  let freeFrom = -Infinity;
  return (now) => {
    // The clock was set back: what was planned by it may be hours away.
    if (now < askedAt) freeFrom = now;
    const at = Math.max(now, freeFrom);
    askedAt = now;
    freeFrom = at + spacingMs;
    return at - now;
  };
}
