import { epoch } from './honest-answer.ts';
import type { Scarcity } from '../../main/model/scarcity.ts';
import type { Timeline } from './timeline.ts';

export type Laptop = ReturnType<typeof createLaptop>;

/** The person's computer: its clock, which may be wrong, and what its system believes of the network. */
export function createLaptop(timeline: Timeline) {
  let offset = 0;
  let online = true;
  let scarce: readonly Scarcity[] = [];

  /** Wall clock, epoch ms. */
  const now = () => Math.round(epoch + timeline.now() + offset);

  return {
    now,
    /** As the shell sets one: a wall time becomes a delay, and the delay stands still while the laptop sleeps. */
    setTimer: (at: number, run: () => void) => timeline.inLaptop(at - now(), run),
    jump(byMs: number): void {
      offset += byMs;
    },
    /** By how much its clock is ahead, ms. */
    offset: () => offset,
    scarce: () => scarce,
    setScarce(next: readonly Scarcity[]): void {
      scarce = next;
    },
    isOnline: () => online,
    setOnline(next: boolean): void {
      online = next;
    },
  };
}
