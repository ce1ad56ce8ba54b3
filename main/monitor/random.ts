import type { State } from './state.ts';

/** The next number in [0, 1) of the seeded generator (mulberry32), which lives in the state so that a run can be replayed. */
export function random(state: Pick<State, 'random'>): number {
  state.random = (state.random + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state.random ^ (state.random >>> 15), 1 | state.random);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}

/** The delay, ten percent more or less, so that many watches and many computers do not ask in step. */
export function withJitter(state: Pick<State, 'random'>, delayMs: number): number {
  return Math.round(delayMs * (0.9 + 0.2 * random(state)));
}
