/** Keys as Electron names them, in one order, such as `Control+Shift+I`. `Super` is the Windows key, and Cmd on macOS. */
export type Shortcut = `${string}+${string}`;

export const shortcutModifiers = ['Control', 'Alt', 'Shift', 'Super'] as const;

/**
 * At least two modifiers: with one alone, as in Ctrl+C, the keys would be taken away from every other program. Only keys that every keyboard
 * has, under the same name in every layout.
 */
export const shortcutPattern =
  /^(?=\w+\+\w+\+)(?:Control\+)?(?:Alt\+)?(?:Shift\+)?(?:Super\+)?(?:[A-Z]|\d|F(?:[1-9]|1\d|2[0-4])|Space)$/;

export function isShortcut(value: unknown): value is Shortcut {
  return typeof value === 'string' && shortcutPattern.test(value);
}
