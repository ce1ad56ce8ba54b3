import { letterOf, type KeyPress } from '../../lib/key-press.ts';
import type { Reach, Selection } from './selection.svelte.ts';

/** Keys that are about the chosen rows and not about the list. */
export type RowPress = 'open' | 'rename' | 'handle' | 'stop' | 'copy';

/** What a key press in the list means. `page`: as many rows as can be seen. */
export type GridPress =
  | { readonly kind: 'step'; readonly by: number | 'page' | '-page'; readonly reach: Reach }
  | { readonly kind: 'toggle' | 'all' | 'none' | RowPress };

const steps: Readonly<Record<string, number | 'page' | '-page'>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 'page',
  PageUp: '-page',
  Home: -Infinity,
  End: Infinity,
};

const plain: Readonly<Record<string, GridPress>> = {
  ' ': { kind: 'toggle' },
  Escape: { kind: 'none' },
  Enter: { kind: 'open' },
  F2: { kind: 'rename' },
  h: { kind: 'handle' },
  Delete: { kind: 'stop' },
};

const withControl: Readonly<Record<string, GridPress>> = {
  ' ': { kind: 'toggle' },
  a: { kind: 'all' },
  c: { kind: 'copy' },
};

/** The key on which macOS has Delete gives Backspace, and takes something away together with Cmd alone. */
const withCommand: Readonly<Record<string, GridPress>> = { ...withControl, Backspace: { kind: 'stop' } };

export function gridPressOf(press: KeyPress): GridPress | null {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = press;
  const letter = letterOf(press);
  if (altKey || (letter !== null && shiftKey)) return null;
  const control = ctrlKey || metaKey;
  const by = steps[key];
  if (by !== undefined) return { kind: 'step', by, reach: shiftKey ? 'range' : control ? 'move' : 'only' };
  const meanings = metaKey ? withCommand : ctrlKey ? withControl : plain;
  return meanings[letter ?? key] ?? null;
}

/** Does what the press means; false where it is for someone else. `page`: as many rows as are seen. */
export function actOn(
  pressed: GridPress,
  selection: Selection,
  page: number,
  onpress: (kind: RowPress) => void,
): boolean {
  switch (pressed.kind) {
    case 'step': {
      const by = typeof pressed.by === 'number' ? pressed.by : pressed.by === 'page' ? page : -page;
      selection.step(by, pressed.reach);
      return true;
    }
    case 'toggle':
      if (selection.active !== null) selection.choose(selection.active, 'toggle');
      return true;
    case 'all':
      selection.all();
      return true;
    case 'none':
      if (selection.count === 0) return false;
      selection.put([]);
      return true;
    default:
      if (selection.count === 0) return false;
      onpress(pressed.kind);
      return true;
  }
}
