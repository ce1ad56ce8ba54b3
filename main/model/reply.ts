import type { Problem } from './problem.ts';

/** What came of a request to the service. Errors are values: nothing that the network or the service does is thrown. */
export type Reply<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  /** `requests`: how many met it, where it was more than one; a refusal is tried again with another time. */
  | {
      readonly kind: 'problem';
      readonly problem: Problem;
      readonly requests?: number;
      /** Of a request that changes something: it surely changed nothing, since it was refused or never left. */
      readonly untaken?: true;
    }
  /** The caller's own signal ended the request; nothing was learned. */
  | { readonly kind: 'aborted' };

/** What could be read of a list, and how many of its entries could not. */
export interface Listed<Entry> {
  readonly entries: readonly Entry[];
  readonly skipped: number;
}
