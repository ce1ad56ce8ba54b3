import type { Reach } from './selection.svelte.ts';

/** What a key press in the list means. `page`: as many rows as can be seen. */
export type GridPress =
  | { readonly kind: 'step'; readonly by: number | 'page' | '-page'; readonly reach: Reach }
  | { readonly kind: 'toggle' | 'all' | 'none' | 'open' | 'rename' | 'stop' | 'copy' };

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
