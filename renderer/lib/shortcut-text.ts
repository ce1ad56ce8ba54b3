import { shortcutModifiers, type Shortcut, type Snapshot } from '../../main/contract.ts';

type Modifier = (typeof shortcutModifiers)[number];

/** As people of the system write them. */
const signs: Readonly<Record<Snapshot['platform'], Readonly<Record<Modifier, string>>>> = {
  darwin: { Control: '⌃', Alt: '⌥', Shift: '⇧', Super: '⌘' },
  win32: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Super: 'Win' },
  linux: { Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Super: 'Super' },
};

/** `Ctrl+Shift+I`, or `⌃⇧I` on macOS. */
export function shortcutText(shortcut: Shortcut, platform: Snapshot['platform']): string {
  const names: Readonly<Record<string, string>> = signs[platform];
  const keys = shortcut.split('+').map((key) => names[key] ?? key);
  return keys.join(platform === 'darwin' ? '' : '+');
}

/** The keys of which a shortcut takes two or more. */
export function modifiersText(platform: Snapshot['platform']): string {
  return shortcutModifiers.map((modifier) => signs[platform][modifier]).join(', ');
}
