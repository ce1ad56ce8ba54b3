import type { Cell } from './store.ts';

/** State of the seeded generator: it lives in the state, so that a run can be replayed. */
export interface ChanceState {
  readonly seed: Cell<number>;
}

/** The next number in [0, 1) of the seeded generator (mulberry32). */
export function random({ seed }: ChanceState): number {
  seed.set((seed.value + 0x6d2b79f5) | 0);
  let mixed = Math.imul(seed.value ^ (seed.value >>> 15), 1 | seed.value);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** A factor between 0.9 and 1.1 that keeps many watches, and many computers, from asking in step. */
export function jitter(state: ChanceState): number {
  return 0.9 + 0.2 * random(state);
}

/** The delay in milliseconds, ten percent more or less. */
export function withJitter(state: ChanceState, delayMs: number): number {
  return Math.round(delayMs * jitter(state));
}

/** How long to wait, in milliseconds, after so many failures in a row (1 or more): doubled each time, up to the longest. */
export function backOff(firstMs: number, failures: number, longestMs: number): number {
  return Math.min(longestMs, firstMs * 2 ** (failures - 1));
}
