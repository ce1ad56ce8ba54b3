import type { Problem } from '../monitor/problem.ts';

/** What came of a request. Errors are values: nothing of this folder throws for what the network or the service does. */
export type Outcome<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** The caller's own signal ended it; nothing was learned. */
  | { readonly kind: 'aborted' };
