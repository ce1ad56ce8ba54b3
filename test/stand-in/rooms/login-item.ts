import type Electron from 'electron';

type Status = Electron.LoginItemSettings['status'];

/**
 * The login item of `app`, as on macOS: setting it reports nothing, and the status tells what the system made of it (docs/api/app.md). On
 * Linux nothing calls it, because Electron has none there (shell/browser/browser_linux.cc). `STAND_IN_LOGIN_ITEM`: what becomes of it, `enabled`
 * (the default), `requires-approval` or `not-found`. `STAND_IN_OPENED_AT_LOGIN=1`: the system started the app, without any argument.
 */
export function createLoginItem(environment: Readonly<Record<string, string | undefined>> = process.env) {
  let status: Status = 'not-registered';
  return {
    setLoginItemSettings({ openAtLogin = false }: Electron.Settings) {
      status = openAtLogin ? ((environment['STAND_IN_LOGIN_ITEM'] ?? 'enabled') as Status) : 'not-registered';
    },
    getLoginItemSettings: () =>
      ({
        status,
        openAtLogin: status === 'enabled',
        wasOpenedAtLogin: environment['STAND_IN_OPENED_AT_LOGIN'] === '1',
      }) as Electron.LoginItemSettings,
  };
}
