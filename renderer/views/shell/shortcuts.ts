import type { ViewName } from '../../../main/contract.ts';

/** The tabs in order; Ctrl (or Cmd) with the digit of its place opens one. */
export const tabs = ['watchlist', 'inbox', 'account', 'settings'] as const satisfies readonly ViewName[];

export type Shortcut =
  | { readonly kind: 'show'; readonly view: ViewName }
  | { readonly kind: 'search' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'list' }
  | { readonly kind: 'close' };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key press means for the whole window. `typing`: the keyboard stands in a field, where letters are text. */
export function shortcutOf({ key, ctrlKey, metaKey, altKey }: Press, typing: boolean): Shortcut | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    // A field takes back what was typed in it.
    if (key === 'z') return typing ? null : { kind: 'undo' };
    const view = tabs[Number(key) - 1];
    return view === undefined ? null : { kind: 'show', view };
  }
  if (typing) return null;
  if (key === 'Escape') return { kind: 'close' };
  if (key === '/') return { kind: 'search' };
  if (key === '?') return { kind: 'list' };
  return key === 'a' ? { kind: 'show', view: 'add' } : null;
}
