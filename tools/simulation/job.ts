import type { Mutant } from '../../test/simulation/mutants.ts';

/** Seeds for a worker to play, one after another. */
export interface Job {
  readonly from: number;
  readonly count: number;
  /** A fault to be built into the product while it is loaded. */
  readonly mutant: Mutant | null;
  /** The first broken law is enough. */
  readonly stopAtFirst: boolean;
}
