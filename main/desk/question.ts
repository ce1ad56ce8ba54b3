/** What only the person may allow, in a dialog of the system that no page can answer. */
export interface Question {
  readonly kind: 'new-host' | 'weakly' | 'register' | 'webhook' | 'webhook-weakly' | 'program';
  /** The host's or the webhook's origin, the account's name, or the program's path. */
  readonly about: string;
}

/**
 * `in-turn`: of the app's own accord, or once something else was waited for since the person was asked, and so once no other dialog stands
 * open; else such a one is reason to refuse.
 */
export type Agree = (question: Question, when?: 'in-turn') => Promise<boolean>;
