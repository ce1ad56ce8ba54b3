import { describe, expect, it, vi } from 'vitest';
import type { LoginItemOutcome } from '../../../main/adapters/login-item/login-item.ts';
import { createPreferences } from '../../../main/app/preferences.ts';
import type { Settings, Shortcut } from '../../../main/contract.ts';

const defaultSettings = {
  theme: 'system',
  language: 'system',
  zoom: 1,
  openShortcut: null,
  startAtLogin: false,
} as Settings;
const openShortcut = 'Control+Shift+I';

function preferencesWith(outcome: LoginItemOutcome = { kind: 'set' }, isLoginItemOn = true) {
  const nativeTheme = { themeSource: 'system' as Settings['theme'] };
  const setLoginItem = vi.fn((_wanted: boolean) => outcome);
  const renewLoginItem = vi.fn();
  const languageChanged = vi.fn();
  const keep = vi.fn();
  const zoomChanged = vi.fn();
  const openWith = vi.fn<(shortcut: Shortcut | null) => boolean>(() => true);
  const warn = { raise: vi.fn(), withdraw: vi.fn() };
  const preferences = createPreferences({
    nativeTheme,
    computer: { setLoginItem, renewLoginItem, isLoginItemOn: () => isLoginItemOn },
    languageChanged,
    zoomChanged,
    openWith,
    warn,
  });
  const change = (part: Partial<Settings>) =>
    preferences.change(defaultSettings, { ...defaultSettings, ...part }, keep);
  return {
    preferences,
    nativeTheme,
    setLoginItem,
    renewLoginItem,
    languageChanged,
    zoomChanged,
    openWith,
    warn,
    keep,
    change,
  };
}

describe('preferences', () => {
  it('brings the kept theme into force at start, and renews a login item alone that is wanted', () => {
    const { preferences, nativeTheme, setLoginItem, renewLoginItem } = preferencesWith();
    preferences.startTheme({ ...defaultSettings, theme: 'dark' });
    preferences.start(defaultSettings);
    expect(renewLoginItem).not.toHaveBeenCalled();
    preferences.start({ ...defaultSettings, startAtLogin: true });
    expect(nativeTheme.themeSource).toBe('dark');
    expect(renewLoginItem).toHaveBeenCalledOnce();
    expect(setLoginItem).not.toHaveBeenCalled();
  });

  it('says that the system has the start at login turned off, until the person turns it on again', () => {
    const { preferences, warn, change, setLoginItem } = preferencesWith({ kind: 'set' }, false);
    preferences.start(defaultSettings);
    expect(warn.raise).not.toHaveBeenCalled();
    preferences.start({ ...defaultSettings, startAtLogin: true });
    expect(warn.raise).toHaveBeenCalledExactlyOnceWith({ kind: 'not-at-login' });
    expect(setLoginItem).not.toHaveBeenCalled();
    change({ startAtLogin: true });
    expect(warn.withdraw).toHaveBeenCalledExactlyOnceWith('not-at-login');
  });

  it('changes what was changed and nothing else', () => {
    const { change, nativeTheme, setLoginItem, languageChanged, keep } = preferencesWith();
    change({ theme: 'light' });
    expect([nativeTheme.themeSource, keep.mock.calls.length]).toEqual(['light', 1]);
    change({ startAtLogin: true });
    expect(setLoginItem).toHaveBeenCalledExactlyOnceWith(true);
    expect(languageChanged).not.toHaveBeenCalled();
    change({ language: 'ko' });
    expect(languageChanged).toHaveBeenCalledOnce();
  });

  it('keeps nothing of what the system refuses, and says so', () => {
    const { change, keep } = preferencesWith({ kind: 'not-set', reason: 'sandboxed' });
    expect(() => change({ startAtLogin: true })).toThrow(
      expect.objectContaining({ error: { code: 'login-item-sandboxed' } }),
    );
    expect(keep).not.toHaveBeenCalled();
  });

  it('zooms once the size is saved', () => {
    const { change, keep, zoomChanged } = preferencesWith();
    change({ zoom: 1.5 });
    expect(zoomChanged).toHaveBeenCalledOnce();
    expect(keep.mock.invocationCallOrder[0]).toBeLessThan(zoomChanged.mock.invocationCallOrder[0]!);
  });

  it('takes the kept keys at start, and warns where they cannot be had', () => {
    const { preferences, openWith, warn } = preferencesWith();
    preferences.start({ ...defaultSettings, openShortcut: 'Control+Shift+I' });
    expect(openWith).toHaveBeenCalledExactlyOnceWith('Control+Shift+I');
    expect(warn.raise).not.toHaveBeenCalled();
    openWith.mockReturnValue(false);
    preferences.start({ ...defaultSettings, openShortcut: 'Control+Shift+I' });
    expect(warn.raise).toHaveBeenCalledExactlyOnceWith({ kind: 'no-shortcut' });
  });

  it('keeps no keys that cannot be had, and says so', () => {
    const { change, keep, openWith } = preferencesWith();
    openWith.mockReturnValue(false);
    expect(() => change({ openShortcut: 'Control+Shift+I' })).toThrow(
      expect.objectContaining({ error: { code: 'shortcut-refused' } }),
    );
    expect(keep).not.toHaveBeenCalled();
  });

  it('takes the warning back once other keys work', () => {
    const { change, warn } = preferencesWith();
    change({ openShortcut: 'Control+Shift+I' });
    expect(warn.withdraw).toHaveBeenCalledExactlyOnceWith('no-shortcut');
  });

  it.each([
    ['what could not be saved', { startAtLogin: true }, true, 'the disk is full'],
    [
      'what came with keys that cannot be had',
      { startAtLogin: true, openShortcut },
      false,
      'shortcut-refused',
    ],
  ] as const)('does not start at login by %s', (_what, part, hasKeys, refusal) => {
    const { change, keep, openWith, setLoginItem, warn } = preferencesWith();
    openWith.mockReturnValue(hasKeys);
    keep.mockImplementation(() => {
      throw new Error('the disk is full');
    });
    expect(() => change(part)).toThrow(refusal);
    expect(setLoginItem.mock.calls).toEqual([[true], [false]]);
    expect(warn.withdraw).not.toHaveBeenCalled();
  });

  it.each([
    ['as before', true],
    ['no more than the system let it', false],
  ])('starts at login %s where turning that off could not be saved', (_how, isLoginItemOn) => {
    const { preferences, setLoginItem } = preferencesWith({ kind: 'set' }, isLoginItemOn);
    const full = () => {
      throw new Error('the disk is full');
    };
    const before = { ...defaultSettings, startAtLogin: true };
    expect(() => preferences.change(before, defaultSettings, full)).toThrow('the disk is full');
    expect(setLoginItem.mock.calls).toEqual([[false], [isLoginItemOn]]);
  });

  it('has the keys of before again where the new ones could not be saved', () => {
    const { change, keep, openWith } = preferencesWith();
    keep.mockImplementation(() => {
      throw new Error('the disk is full');
    });
    expect(() => change({ openShortcut: 'Control+Shift+I' })).toThrow('the disk is full');
    expect(openWith.mock.calls).toEqual([['Control+Shift+I'], [null]]);
  });
});
