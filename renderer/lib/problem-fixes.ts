import type { ProblemKind } from '../../main/contract.ts';

/** What a person can press where a problem is told; null where nothing needs to be done. */
export type Fix = 'open-account' | 'permission-guide' | 'check-again';

interface Place {
  /** Told once for the whole account, or in the row of the one watch. */
  readonly of: 'account' | 'watch';
  readonly fix: Fix | null;
}

/** Where each problem is told, and the button beside it. */
export const problemPlaces: Readonly<Record<ProblemKind, Place>> = {
  offline: { of: 'account', fix: 'check-again' },
  intercepted: { of: 'account', fix: 'check-again' },
  clock: { of: 'account', fix: 'check-again' },
  credentials: { of: 'account', fix: 'open-account' },
  permission: { of: 'account', fix: 'permission-guide' },
  unconfirmed: { of: 'account', fix: null },
  'rate-limit': { of: 'account', fix: null },
  service: { of: 'account', fix: null },
  unreadable: { of: 'watch', fix: null },
  'not-found': { of: 'watch', fix: null },
  refused: { of: 'watch', fix: null },
  // Nobody else is left who could tell it.
  'account-gone': { of: 'watch', fix: 'open-account' },
};
