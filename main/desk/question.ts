/** What only the person may allow, in a dialog of the system that no page can answer. */
export type Question =
  | { readonly kind: 'new-host'; readonly origin: string }
  | { readonly kind: 'weakly' | 'register'; readonly name: string }
  | { readonly kind: 'webhook'; readonly origin: string }
  | { readonly kind: 'program'; readonly path: string };

/** `in-turn`: of the app's own accord, and so once no other dialog stands open; else such a one is reason to refuse. */
export type Agree = (question: Question, when?: 'in-turn') => Promise<boolean>;
