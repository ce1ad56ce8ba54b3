import type { LoginItemOutcome } from '../adapters/login-item/login-item.ts';
import type { Settings } from '../contract.ts';
import { refuse } from '../desk/refusal.ts';

export interface PreferencePorts {
  readonly nativeTheme: { themeSource: Settings['theme'] };
  readonly setLoginItem: (wanted: boolean) => LoginItemOutcome;
  readonly languageChanged: () => void;
}

/** Brings into force the settings that the monitor does not know: theme, start at login, language. */
export function createPreferences(ports: PreferencePorts) {
  return {
    /** The theme lasts for one run only; a login item outlives it and is not set again at each start. */
    start(settings: Settings): void {
      ports.nativeTheme.themeSource = settings.theme;
    },
    /** `keep` writes the settings; it is not called where one of them could not be brought into force. */
    change(before: Settings, after: Settings, keep: () => void): void {
      if (after.startAtLogin !== before.startAtLogin) startAtLogin(after.startAtLogin);
      keep();
      ports.nativeTheme.themeSource = after.theme;
      if (after.language !== before.language) ports.languageChanged();
    },
  };

  function startAtLogin(wanted: boolean): void {
    const outcome = ports.setLoginItem(wanted);
    if (outcome.kind === 'set') return;
    throw refuse(`login-item-${outcome.reason}`);
  }
}
