import { describe, expect, it } from 'vitest';
import { shortcutText } from '../../../../renderer/lib/shortcut-text.ts';
import { pressedShortcut } from '../../../../renderer/views/settings/pressed-shortcut.ts';

const no = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const press = (key: string, code: string, held: Partial<typeof no> = {}) => ({ key, code, ...no, ...held });
const controlShift = { ctrlKey: true, shiftKey: true };

describe('a press as a shortcut', () => {
  it.each([
    [press('I', 'KeyI', controlShift), 'Control+Shift+I'],
    ['ㅑ', 'Control+Shift+I'],
    [press('ˆ', 'KeyI', { altKey: true, metaKey: true }), 'Alt+Super+I'],
    [press('!', 'Digit1', controlShift), 'Control+Shift+1'],
    // French keyboards have the A where others have the Q.
    [press('a', 'KeyQ', { ctrlKey: true, altKey: true }), 'Control+Alt+A'],
    [press('F9', 'F9', { altKey: true, shiftKey: true }), 'Alt+Shift+F9'],
    [press(' ', 'Space', { ctrlKey: true, altKey: true }), 'Control+Alt+Space'],
  ] as const)('%j is %s', (pressed, shortcut) => {
    const given = typeof pressed === 'string' ? press(pressed, 'KeyI', controlShift) : pressed;
    expect(pressedShortcut(given, 'win32')).toEqual(
      shortcut.includes('Super') ? { kind: 'of-system' } : { kind: 'shortcut', shortcut },
    );
    expect(pressedShortcut(given, 'linux')).toEqual({ kind: 'shortcut', shortcut });
  });

  it.each([
    press('a', 'KeyA'),
    press('c', 'KeyC', { ctrlKey: true }),
    press('A', 'KeyA', { shiftKey: true }),
    press('+', 'Equal', controlShift),
    press('1', 'Numpad1', { ctrlKey: true, altKey: true }),
    press('Enter', 'Enter', controlShift),
  ])('%j is too few', (pressed) => {
    expect(pressedShortcut(pressed, 'linux')).toEqual({ kind: 'too-few' });
  });

  it('waits while only modifiers are held', () => {
    expect(pressedShortcut(press('Shift', 'ShiftLeft', controlShift), 'linux')).toEqual({
      kind: 'unfinished',
    });
  });

  it.each([
    ['darwin', press('$', 'Digit4', { shiftKey: true, metaKey: true })],
    ['darwin', press('q', 'KeyQ', { ctrlKey: true, metaKey: true })],
    ['win32', press('I', 'KeyI', { shiftKey: true, metaKey: true })],
    ['linux', press('F2', 'F2', { ctrlKey: true, altKey: true })],
  ] as const)('leaves the system of %s its own', (platform, pressed) => {
    expect(pressedShortcut(pressed, platform)).toEqual({ kind: 'of-system' });
  });
});

it.each([
  ['darwin', '⌃⌥⇧⌘I'],
  ['win32', 'Ctrl+Alt+Shift+Win+I'],
  ['linux', 'Ctrl+Alt+Shift+Super+I'],
] as const)('is written as on %s', (platform, text) => {
  expect(shortcutText('Control+Alt+Shift+Super+I', platform)).toBe(text);
});
