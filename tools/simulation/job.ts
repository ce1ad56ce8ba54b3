import type { Mutation } from './mutations.ts';

/** Seeds for a worker to play, one after another. */
export interface Job {
  readonly from: number;
  readonly count: number;
  /** A fault to be built into the product while it is loaded. */
  readonly mutation: Mutation | null;
  /** The first broken law is enough. */
  readonly stopAtFirst: boolean;
}
