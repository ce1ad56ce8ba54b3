import type { SettingName, Settings, Shortcut } from '../contract.ts';
import type { MonitorSetting } from '../desk/desk.ts';
import { refuse } from '../desk/refusal.ts';
import type { Computer } from './computer.ts';
import type { BannerSetting } from './notifying.ts';
import type { UpdateSetting } from './updates.ts';
import type { Warnings } from './warnings.ts';

export interface PreferencePorts {
  readonly nativeTheme: { themeSource: Settings['theme'] };
  readonly computer: Pick<Computer, 'setLoginItem' | 'renewLoginItem' | 'isLoginItemOn'>;
  readonly languageChanged: () => void;
  readonly zoomChanged: () => void;
  /** False where these keys cannot be had. */
  readonly openWith: (shortcut: Shortcut | null) => boolean;
  readonly warn: Pick<Warnings, 'raise' | 'withdraw'>;
}

/** The settings that neither the monitor nor banners nor updates read. The compiler names this file for one that nothing reads. */
type Preference = Exclude<SettingName, MonitorSetting | BannerSetting | UpdateSetting>;

/** What the system may refuse, so that it is done before the settings are saved. */
type Asked = 'startAtLogin' | 'openShortcut';

/** Brings the settings of the app itself into force: theme, language, zoom, start at login, the keys that open the window. */
export function createPreferences(ports: PreferencePorts) {
  /** Done once the settings are saved, so that a full disk leaves everything as it was. */
  const afterSaving: { readonly [Name in Exclude<Preference, Asked>]: (after: Settings) => void } = {
    theme: ({ theme }) => {
      ports.nativeTheme.themeSource = theme;
    },
    language: ports.languageChanged,
    zoom: ports.zoomChanged,
  };

  return {
    /** Before there is a window, which would be drawn in another theme at first. Like the keys it lasts for one run only. */
    startTheme: afterSaving.theme,
    /** Once the window may be shown. A login item outlives the run, but perhaps not the program that it starts. */
    start({ openShortcut, startAtLogin }: Settings): void {
      if (startAtLogin) ports.computer.renewLoginItem();
      // Never turned on by itself: the person may have meant it.
      if (startAtLogin && !ports.computer.isLoginItemOn()) ports.warn.raise({ kind: 'not-at-login' });
      if (!ports.openWith(openShortcut)) ports.warn.raise({ kind: 'no-shortcut' });
    },
    /** `keep` writes the settings; it is not called if one of them could not be applied. */
    change(before: Settings, after: Settings, keep: () => void): void {
      const hasOtherStart = after.startAtLogin !== before.startAtLogin;
      const hasOtherKeys = after.openShortcut !== before.openShortcut;
      // Where the system had it turned off, it is not turned on by being put back.
      const wasAtLogin = hasOtherStart && before.startAtLogin && ports.computer.isLoginItemOn();
      if (hasOtherStart) setStartAtLogin(after.startAtLogin);
      try {
        if (hasOtherKeys && !ports.openWith(after.openShortcut)) throw refuse('shortcut-refused');
        keep();
      } catch (error) {
        if (hasOtherStart) ports.computer.setLoginItem(wasAtLogin);
        if (hasOtherKeys) ports.openWith(before.openShortcut);
        throw error;
      }
      if (hasOtherStart) ports.warn.withdraw('not-at-login');
      if (hasOtherKeys) ports.warn.withdraw('no-shortcut');
      for (const name of Object.keys(afterSaving) as (keyof typeof afterSaving)[])
        if (after[name] !== before[name]) afterSaving[name](after);
    },
  };

  function setStartAtLogin(wanted: boolean): void {
    const outcome = ports.computer.setLoginItem(wanted);
    if (outcome.kind !== 'set') throw refuse(`login-item-${outcome.reason}`);
  }
}
