import { describe, expect, it, vi } from 'vitest';
import type { LoginItemOutcome } from '../../../main/adapters/login-item/login-item.ts';
import { createPreferences } from '../../../main/app/preferences.ts';
import type { Settings } from '../../../main/contract.ts';

const defaultSettings = { theme: 'system', language: 'system', startAtLogin: false } as Settings;

function preferencesWith(outcome: LoginItemOutcome = { kind: 'set' }) {
  const nativeTheme = { themeSource: 'system' as Settings['theme'] };
  const setLoginItem = vi.fn(() => outcome);
  const languageChanged = vi.fn();
  const keep = vi.fn();
  const preferences = createPreferences({ nativeTheme, setLoginItem, languageChanged });
  const change = (part: Partial<Settings>) =>
    preferences.change(defaultSettings, { ...defaultSettings, ...part }, keep);
  return { preferences, nativeTheme, setLoginItem, languageChanged, keep, change };
}

describe('preferences', () => {
  it('brings the kept theme into force at start, and touches no login item', () => {
    const { preferences, nativeTheme, setLoginItem } = preferencesWith();
    preferences.start({ ...defaultSettings, theme: 'dark', startAtLogin: true });
    expect(nativeTheme.themeSource).toBe('dark');
    expect(setLoginItem).not.toHaveBeenCalled();
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
    const { change, keep } = preferencesWith({ kind: 'not-set', reason: 'sandboxed', detail: 'SNAP' });
    expect(() => change({ startAtLogin: true })).toThrow(
      expect.objectContaining({ error: { code: 'login-item-sandboxed' } }),
    );
    expect(keep).not.toHaveBeenCalled();
  });
});
