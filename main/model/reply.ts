import type { Problem } from './problem.ts';

/** What came of a request to the service. Errors are values: nothing that the network or the service does is thrown. */
export type Reply<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** The caller's own signal ended the request; nothing was learned. */
  | { readonly kind: 'aborted' };
