import type { LoginItemOutcome } from '../adapters/login-item/login-item.ts';
import type { SettingName, Settings } from '../contract.ts';
import type { MonitorSetting } from '../desk/desk.ts';
import { refuse } from '../desk/refusal.ts';
import type { BannerSetting } from './notifying.ts';

export interface PreferencePorts {
  readonly nativeTheme: { themeSource: Settings['theme'] };
  readonly setLoginItem: (wanted: boolean) => LoginItemOutcome;
  readonly languageChanged: () => void;
}

/** The settings that neither the monitor nor the banners read. The compiler names this file for one that nothing reads. */
type Preference = Exclude<SettingName, MonitorSetting | BannerSetting>;

/** Brings the settings of the app itself into force: theme, start at login, language. */
export function createPreferences(ports: PreferencePorts) {
  /** Done once the settings are saved, so that a full disk leaves everything as it was. */
  const afterSaving: { readonly [Name in Exclude<Preference, 'startAtLogin'>]: (after: Settings) => void } = {
    theme: ({ theme }) => {
      ports.nativeTheme.themeSource = theme;
    },
    language: ports.languageChanged,
  };

  return {
    /** The theme lasts for one run only; a login item outlives the run and need not be set again. */
    start(settings: Settings): void {
      afterSaving.theme(settings);
    },
    /** `keep` writes the settings; it is not called if one of them could not be applied. */
    change(before: Settings, after: Settings, keep: () => void): void {
      if (after.startAtLogin !== before.startAtLogin) startAtLogin(after.startAtLogin);
      keep();
      for (const name of Object.keys(afterSaving) as (keyof typeof afterSaving)[])
        if (after[name] !== before[name]) afterSaving[name](after);
    },
  };

  function startAtLogin(wanted: boolean): void {
    const outcome = ports.setLoginItem(wanted);
    if (outcome.kind === 'set') return;
    throw refuse(`login-item-${outcome.reason}`);
  }
}
