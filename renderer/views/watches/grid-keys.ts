import type { Reach } from './selection.svelte.ts';

/** Keys that are about the chosen rows and not about the list. */
export type RowPress = 'open' | 'rename' | 'handle' | 'stop' | 'copy';

/** What a key press in the list means. `page`: as many rows as can be seen. */
export type GridPress =
  | { readonly kind: 'step'; readonly by: number | 'page' | '-page'; readonly reach: Reach }
  | { readonly kind: 'toggle' | 'all' | 'none' | RowPress };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

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

export function gridPressOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Press): GridPress | null {
  if (altKey) return null;
  const control = ctrlKey || metaKey;
  const by = steps[key];
  if (by !== undefined) return { kind: 'step', by, reach: shiftKey ? 'range' : control ? 'move' : 'only' };
  return (control ? withControl : plain)[key] ?? null;
}
