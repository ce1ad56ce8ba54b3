import type { NotShownReason } from '../model/notice.ts';
import type { SaveFault } from './save-faults.ts';

/** Something that the person must know and that is not about one watch. */
export type Warning =
  | { readonly kind: 'store-unreadable'; readonly file: string; readonly copy: string }
  /** Of the watchlist; they stay in its file. */
  | { readonly kind: 'entries-skipped'; readonly count: number }
  | { readonly kind: 'cannot-save'; readonly fault: SaveFault }
  | { readonly kind: 'no-tray' }
  | { readonly kind: 'no-sandbox' }
  /** The keys that open the window cannot be had. */
  | { readonly kind: 'no-shortcut' }
  /** The person wants it to start at login, and the system has it turned off. */
  | { readonly kind: 'not-at-login' }
  | { readonly kind: 'no-notifier'; readonly reasons: readonly NotShownReason[] }
  | { readonly kind: 'went-wrong'; readonly reason: string };

export const warningKinds = [
  'store-unreadable',
  'entries-skipped',
  'cannot-save',
  'no-tray',
  'no-sandbox',
  'no-shortcut',
  'not-at-login',
  'no-notifier',
  'went-wrong',
] as const satisfies readonly Warning['kind'][];
