import type { AccountId, WatchId } from '../model/asset.ts';
import type { RowOutcome } from '../model/import-status.ts';
import type { Problem } from '../model/problem.ts';
import type { WishId } from '../model/wish.ts';

/** A failed import as it would be registered again. */
export interface PlannedFile {
  readonly watch: WatchId;
  /** What the person calls it, or its file's name. */
  readonly name: string | null;
  readonly outcome: RowOutcome;
  /** Null where it is not known, and the import is left out. */
  readonly source: { readonly bucket: string; readonly key: string } | null;
  /** Why it is not known, where the service said so. */
  readonly problem: Problem | null;
}

export interface RegisterRequests {
  /** Turning it on asks the person in a dialog of the system, which no page can answer. */
  allowRegistering: { request: { account: AccountId; isAllowed: boolean }; response: null };
  /** Looks up from which objects these failed imports came; nothing is sent. Only what a plan names can be registered. */
  planRegisterAgain: {
    request: { watches: readonly WatchId[] };
    response: { plan: number; files: readonly PlannedFile[] };
  };
  registerAgain: { request: { plan: number }; response: { wished: number } };
  /** `look` looks through the project's list once more; `send` registers it after all. */
  answerWish: { request: { wish: WishId; how: 'look' | 'send' }; response: null };
  dropWishes: { request: { wishes: readonly WishId[] }; response: null };
}

/** Imports registered again in one go: each costs a request before. */
export const mostRegisteredAgain = 100;
