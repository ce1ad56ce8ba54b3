import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import ShortcutList from '../../../../renderer/views/shell/ShortcutList.svelte';
import { nextZoom, shortcutOf } from '../../../../renderer/views/shell/shortcuts.ts';
import { words } from '../../../../words/words.ts';

type Held = Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>>;
const press = (key: string, held: Held = {}, code = '') => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('shortcutOf', () => {
  it.each([
    ['1', 'watchlist'],
    ['2', 'inbox'],
    ['3', 'account'],
    ['4', 'settings'],
  ])('opens a view by Ctrl or Cmd and %s, also while typing', (key, view) => {
    expect(shortcutOf(press(key, { ctrlKey: true }), true)).toEqual({ kind: 'show', view });
    expect(shortcutOf(press(key, { metaKey: true }), false)).toEqual({ kind: 'show', view });
  });

  it.each(['5', '9', 'a', 'Enter'])('leaves Ctrl and %s to the system', (key) => {
    expect(shortcutOf(press(key, { ctrlKey: true }), false)).toBeNull();
  });

  it('searches, adds and closes by single keys outside of fields', () => {
    expect(shortcutOf(press('/'), false)).toEqual({ kind: 'search' });
    expect(shortcutOf(press('a'), false)).toEqual({ kind: 'show', view: 'add' });
    expect(shortcutOf(press('Escape'), false)).toEqual({ kind: 'close' });
    expect(shortcutOf(press('?'), false)).toEqual({ kind: 'list' });
  });

  it.each(['/', '?', 'a', 'Escape', '1'])('takes %s for text while typing', (key) => {
    expect(shortcutOf(press(key), true)).toBeNull();
  });

  it('takes back the last action, but in a field what was typed there', () => {
    expect(shortcutOf(press('z', { ctrlKey: true }), false)).toEqual({ kind: 'undo' });
    expect(shortcutOf(press('z', { ctrlKey: true }), true)).toBeNull();
  });

  it.each([
    ['Z', 'KeyZ'],
    ['ㅋ', 'KeyZ'],
    // German keyboards have the Z where others have the Y.
    ['z', 'KeyY'],
  ])('takes back also by %s of %s', (key, code) => {
    expect(shortcutOf(press(key, { ctrlKey: true }, code), false)).toEqual({ kind: 'undo' });
    expect(shortcutOf(press(key, { ctrlKey: true, shiftKey: true }, code), false)).toBeNull();
  });

  it('adds also by an A with Caps Lock or in a Korean input mode, and not with Shift', () => {
    const add = { kind: 'show', view: 'add' };
    expect(shortcutOf(press('A', {}, 'KeyA'), false)).toEqual(add);
    expect(shortcutOf(press('ㅁ', {}, 'KeyA'), false)).toEqual(add);
    expect(shortcutOf(press('A', { shiftKey: true }, 'KeyA'), false)).toBeNull();
  });

  it('leaves presses with Alt to the system', () => {
    expect(shortcutOf(press('1', { ctrlKey: true, altKey: true }), false)).toBeNull();
  });
});

describe('zoom', () => {
  it.each([
    ['+', 1],
    ['=', 1],
    ['-', -1],
    ['0', 0],
  ])('changes by Ctrl or Cmd and %s, also while typing', (key, by) => {
    expect(shortcutOf(press(key, { ctrlKey: true }), true)).toEqual({ kind: 'zoom', by });
    expect(shortcutOf(press(key, { metaKey: true }), false)).toEqual({ kind: 'zoom', by });
    expect(shortcutOf(press(key), false)).toBeNull();
  });

  it('goes in steps, not beyond its ends, and back at once', () => {
    expect([nextZoom(1, 1), nextZoom(1, -1), nextZoom(1.75, 0)]).toEqual([1.1, 0.9, 1]);
    expect([nextZoom(2, 1), nextZoom(0.8, -1)]).toEqual([2, 0.8]);
  });
});

describe('the list of shortcuts', () => {
  it.each([
    ['darwin', '⌘⌫'],
    ['win32', 'Delete'],
    ['linux', 'Delete'],
  ] as const)('names the key that stops watching as it is on the keyboards of %s', (platform, key) => {
    render(ShortcutList, { language: 'en', platform, openShortcut: null, onclose: () => undefined });
    expect(screen.getByText(words.en.watchlist.stopWatching).previousElementSibling?.textContent).toBe(key);
  });
});
