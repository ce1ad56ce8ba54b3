import type { Effect } from './effects.ts';
import type { Fact } from './facts.ts';

/** What one event brings about, gathered while it is handled. */
export interface Step {
  /** On the steady axis of kernel/time.ts, ms. */
  readonly at: number;
  /** By this computer's clock, epoch ms. Only ages, notices and times of day are reckoned by it. */
  readonly clock: number;
  readonly effects: Effect[];
  /** What was learned, for the rooms that listen. */
  readonly facts: Fact[];
}
