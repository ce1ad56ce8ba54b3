import { shortcutModifiers, shortcutPattern, type Shortcut, type Snapshot } from '../../../main/contract.ts';
import { letterOf, type KeyPress } from '../../lib/key-press.ts';

export type Pressed =
  /** Modifiers alone: the person has not finished. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'too-few' }
  /** Everyone knows these keys for something else, or the system takes them before any program. */
  | { readonly kind: 'of-system' }
  | { readonly kind: 'shortcut'; readonly shortcut: Shortcut };

/** macOS: screenshots, log out, lock, full screen, the Dock, emoji and search. Linux: text consoles and the lock. Windows keeps all of its key. */
const ofSystem: Readonly<Record<Snapshot['platform'], RegExp>> = {
  darwin:
    /^(?:(?:Control\+)?Shift\+Super\+[3-6]|(?:Alt\+)?Shift\+Super\+Q|Control\+Super\+(?:[FQ]|Space)|Alt\+Super\+(?:D|Space))$/,
  win32: /Super\+/,
  linux: /^Control\+Alt\+(?:F\d+|L)$/,
};

const modifierKeys = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS', 'CapsLock', 'Fn']);

/** What a key press means as a shortcut for the whole system. */
export function pressedShortcut(press: KeyPress, platform: Snapshot['platform']): Pressed {
  if (modifierKeys.has(press.key)) return { kind: 'unfinished' };
  const held = [press.ctrlKey, press.altKey, press.shiftKey, press.metaKey];
  const shortcut = [...shortcutModifiers.filter((_, index) => held[index]), keyOf(press)].join('+');
  if (!shortcutPattern.test(shortcut)) return { kind: 'too-few' };
  if (ofSystem[platform].test(shortcut)) return { kind: 'of-system' };
  return { kind: 'shortcut', shortcut: shortcut as Shortcut };
}

/** The letter on the key, which the layout decides. Where the press makes another sign, as with Option on macOS, its place tells it. */
function keyOf(press: KeyPress): string {
  return letterOf(press)?.toUpperCase() ?? press.code.replace(/^(?:Key|Digit)/, '');
}
