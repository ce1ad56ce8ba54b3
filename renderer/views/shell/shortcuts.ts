import { settingDefinitions, type Settings, type ViewName } from '../../../main/contract.ts';
import { letterOf, type KeyPress } from '../../lib/key-press.ts';

/** The tabs in order; Ctrl (or Cmd) with the digit of its place opens one. */
export const tabs = ['watchlist', 'inbox', 'account', 'settings'] as const satisfies readonly ViewName[];

export type Shortcut =
  | { readonly kind: 'show'; readonly view: ViewName }
  | { readonly kind: 'search' }
  | { readonly kind: 'undo' }
  /** Larger, smaller, or back to the usual size. */
  | { readonly kind: 'zoom'; readonly by: 1 | -1 | 0 }
  | { readonly kind: 'list' }
  | { readonly kind: 'close' };

/** Plus is on the key of the equals sign on most keyboards, and browsers take both. */
const zoomKeys: Readonly<Partial<Record<string, 1 | -1 | 0>>> = { '+': 1, '=': 1, '-': -1, '0': 0 };

/** The next zoom in this direction; the same at either end. */
export function nextZoom(zoom: Settings['zoom'], by: 1 | -1 | 0): Settings['zoom'] {
  const { choices, default: usual } = settingDefinitions.zoom;
  return by === 0 ? usual : (choices[choices.indexOf(zoom) + by] ?? zoom);
}

/** What a key press means for the whole window. `typing`: the keyboard stands in a field, where letters are text. */
export function shortcutOf(press: KeyPress, typing: boolean): Shortcut | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = press;
  if (altKey) return null;
  const letter = shiftKey ? null : letterOf(press);
  if (ctrlKey || metaKey) {
    // A field takes back what was typed in it.
    if (letter === 'z') return typing ? null : { kind: 'undo' };
    const by = zoomKeys[key];
    if (by !== undefined) return { kind: 'zoom', by };
    const view = tabs[Number(key) - 1];
    return view === undefined ? null : { kind: 'show', view };
  }
  if (typing) return null;
  if (key === 'Escape') return { kind: 'close' };
  if (key === '/') return { kind: 'search' };
  if (key === '?') return { kind: 'list' };
  return letter === 'a' ? { kind: 'show', view: 'add' } : null;
}
