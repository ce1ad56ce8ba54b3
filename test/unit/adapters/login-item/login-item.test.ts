import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import { expect, test, vi } from 'vitest';
import { appImageOf } from '../../../../main/adapters/login-item/app-image.ts';
import { desktopEntry } from '../../../../main/adapters/login-item/desktop-entry.ts';
import {
  isLoginItemOn,
  renewLoginItem,
  setLoginItem,
  wasOpenedAtLogin,
  type LoginItemPorts,
} from '../../../../main/adapters/login-item/login-item.ts';
import { createLoginItem } from '../../../stand-in/rooms/login-item.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function ports(part: Partial<LoginItemPorts>, environment: Readonly<Record<string, string>> = {}) {
  const app = createLoginItem(environment);
  const given = vi.spyOn(app, 'setLoginItemSettings');
  const all: LoginItemPorts = {
    platform: 'linux',
    app,
    environment: {},
    home: '/nowhere',
    executable: '/opt/Import Watch/import-watch',
    ...part,
  };
  return { given, all };
}

const execOf = (program: string) =>
  /^Exec=(.*)$/m.exec(desktopEntry({ program, arguments: ['--hidden'] }))?.[1];

test.for([
  ['/usr/bin/import-watch', '/usr/bin/import-watch --hidden'],
  ['/opt/Import Watch/import-watch', '"/opt/Import Watch/import-watch" --hidden'],
  ['/home/100%/app', '/home/100%%/app --hidden'],
  ['/a "b" $c/`d`', '"/a \\\\"b\\\\" \\\\$c/\\\\`d\\\\`" --hidden'],
  ['/a\\b', '"/a\\\\\\\\b" --hidden'],
  ['/a\nExec=/bin/evil', '"/a\\nExec=/bin/evil" --hidden'],
])('%s is started as %s', ([program, exec]) => {
  expect(execOf(program!)).toBe(exec);
});

test('on Linux the autostart file is written and taken away', () => {
  const home = temporaryFolder();
  const file = join(home, '.config/autostart/com.importwatch.app.desktop');
  expect(setLoginItem(ports({ home }).all, true)).toEqual({ kind: 'set' });
  expect(readFileSync(file, 'utf8')).toContain('Exec="/opt/Import Watch/import-watch" --hidden');
  expect(setLoginItem(ports({ home }).all, false)).toEqual({ kind: 'set' });
  expect(existsSync(file)).toBe(false);
  expect(setLoginItem(ports({ home }).all, false)).toEqual({ kind: 'set' });
});

test('an AppImage is started from its own file, and XDG_CONFIG_HOME is honoured', () => {
  const folder = temporaryFolder();
  const environment = {
    APPIMAGE: '/apps/iw.AppImage',
    APPDIR: '/tmp/.mount_iw',
    XDG_CONFIG_HOME: folder,
  };
  setLoginItem(ports({ environment, executable: '/tmp/.mount_iw/import-watch' }).all, true);
  const text = readFileSync(join(folder, 'autostart/com.importwatch.app.desktop'), 'utf8');
  expect(text).toContain('Exec=/apps/iw.AppImage --hidden');
});

test.for([
  ['of a terminal that is an AppImage', '/apps/terminal.AppImage', '/tmp/.mount_terminal'],
  ['without a mount', '/tmp/planted.AppImage', undefined],
  ['of a mount beside', '/tmp/planted.AppImage', '/opt/Import'],
  ['that is no path', 'planted.AppImage', '/opt/Import Watch'],
] as const)('an APPIMAGE %s is not believed', ([, APPIMAGE, APPDIR]) => {
  expect(appImageOf({ APPIMAGE, APPDIR }, '/opt/Import Watch/import-watch')).toBeNull();
});

/** What an AppImage is started with. */
const appImage = (file: string) => ({
  environment: { APPIMAGE: file, APPDIR: '/tmp/.mount_iw' },
  executable: '/tmp/.mount_iw/import-watch',
});

test('an autostart file names the AppImage that took the place of the old one, and keeps what a desktop wrote', () => {
  const home = temporaryFolder();
  const file = join(home, '.config/autostart/com.importwatch.app.desktop');
  setLoginItem(ports({ home, ...appImage('/my apps/iw-1.AppImage') }).all, true);
  const before = readFileSync(file, 'utf8').replace('enabled=true', 'enabled=false');
  writeFileSync(file, before);
  renewLoginItem(ports({ home, ...appImage('/apps/iw-$&2.AppImage') }).all);
  const renewed = before.replace(/^Exec=.*$/m, () => 'Exec="/apps/iw-\\\\$&2.AppImage" --hidden');
  expect(readFileSync(file, 'utf8')).toBe(renewed);
  const { mtimeNs } = statSync(file, { bigint: true });
  renewLoginItem(ports({ home, ...appImage('/apps/iw-$&2.AppImage') }).all);
  expect(statSync(file, { bigint: true }).mtimeNs).toBe(mtimeNs);
  expect(readdirSync(join(file, '..'))).toEqual(['com.importwatch.app.desktop']);
});

test('an autostart file that a person took away, links elsewhere, or wrote otherwise is left as it is', () => {
  const home = temporaryFolder();
  const file = join(home, '.config/autostart/com.importwatch.app.desktop');
  const renew = () => renewLoginItem(ports({ home, ...appImage('/apps/iw.AppImage') }).all);
  renew();
  expect(existsSync(file)).toBe(false);
  mkdirSync(join(file, '..'), { recursive: true });
  const own = 'Exec=sh -c "sleep 9; /old.AppImage --hidden"\n';
  writeFileSync(file, own);
  renew();
  expect(readFileSync(file, 'utf8')).toBe(own);
  const target = join(home, 'precious');
  writeFileSync(target, 'Exec=/old.AppImage --hidden\n');
  rmSync(file);
  symlinkSync(target, file);
  renew();
  expect(readFileSync(target, 'utf8')).toContain('/old.AppImage');
});

test('a relative XDG_CONFIG_HOME is ignored, and without a home it is a value', () => {
  const home = temporaryFolder();
  const environment = { XDG_CONFIG_HOME: 'config' };
  setLoginItem(ports({ home, environment }).all, true);
  expect(existsSync(join(home, '.config/autostart/com.importwatch.app.desktop'))).toBe(true);
  expect(setLoginItem(ports({ home: null }).all, true)).toMatchObject({ kind: 'not-set', reason: 'failed' });
});

test('a link in the place of the autostart file is replaced, and not written through', () => {
  const home = temporaryFolder();
  const target = join(home, 'precious');
  writeFileSync(target, 'precious');
  mkdirSync(join(home, '.config/autostart'), { recursive: true });
  const file = join(home, '.config/autostart/com.importwatch.app.desktop');
  symlinkSync(target, file);
  setLoginItem(ports({ home }).all, true);
  expect(readFileSync(target, 'utf8')).toBe('precious');
  expect(readFileSync(file, 'utf8')).toContain('Exec=');
});

const snap = { environment: { SNAP: '/snap/iw/7' }, executable: '/snap/iw/7/import-watch' };

test.for([
  ['a snap', () => snap],
  [
    'a Flatpak',
    () => {
      const flatpakInfo = join(temporaryFolder(), '.flatpak-info');
      writeFileSync(flatpakInfo, '[Application]');
      return { flatpakInfo };
    },
  ],
] as const)('in %s it is refused, and what an earlier package left can be turned off', ([, sandbox]) => {
  const home = temporaryFolder();
  const { all } = ports({ home, ...sandbox() });
  expect(setLoginItem(all, true)).toEqual({ kind: 'not-set', reason: 'sandboxed' });
  setLoginItem(ports({ home }).all, true);
  expect(isLoginItemOn(all)).toBe(true);
  expect(setLoginItem(all, false)).toEqual({ kind: 'set' });
  expect(isLoginItemOn(all)).toBe(false);
});

test.for([
  { SNAP: '/snap/code/200', SNAP_NAME: 'code' },
  { SNAP: '/opt/Import' },
  { SNAP: 'opt' },
  { SNAP: '' },
  { FLATPAK_ID: 'com.visualstudio.code' },
])('started from an editor or a terminal with %o it is set', (environment) => {
  expect(setLoginItem(ports({ home: temporaryFolder(), environment }).all, true)).toEqual({ kind: 'set' });
});

test('a folder that cannot be made is a value', () => {
  const home = temporaryFolder();
  writeFileSync(join(home, '.config'), 'in the way');
  expect(setLoginItem(ports({ home }).all, true)).toMatchObject({ kind: 'not-set', reason: 'failed' });
});

test.for([
  ['enabled', { kind: 'set' }],
  ['requires-approval', { kind: 'not-set', reason: 'needs-approval' }],
  ['not-found', { kind: 'not-set', reason: 'failed' }],
] as const)('on macOS the status %s tells whether it worked', ([status, outcome]) => {
  const { all } = ports({ platform: 'darwin' }, { STAND_IN_LOGIN_ITEM: status });
  expect(setLoginItem(all, true)).toEqual(outcome);
  expect(setLoginItem(all, false)).toEqual({ kind: 'set' });
});

test('macOS and Windows are asked by Electron', () => {
  const mac = ports({ platform: 'darwin' });
  setLoginItem(mac.all, true);
  expect(mac.given).toHaveBeenCalledExactlyOnceWith({ openAtLogin: true, type: 'mainAppService' });
  const windows = ports({ platform: 'win32' });
  setLoginItem(windows.all, false);
  expect(windows.given).toHaveBeenCalledExactlyOnceWith({
    openAtLogin: false,
    enabled: false,
    args: ['--hidden'],
  });
});

test.for([
  ['darwin', { STAND_IN_OPENED_AT_LOGIN: '1' }, true],
  ['darwin', {}, false],
  // These give an argument of their own, and know no more.
  ['win32', { STAND_IN_OPENED_AT_LOGIN: '1' }, false],
  ['linux', { STAND_IN_OPENED_AT_LOGIN: '1' }, false],
] as const)(
  'whether the system opened it at login is known without an argument: %s, %o',
  ([platform, environment, was]) => {
    expect(wasOpenedAtLogin(platform, createLoginItem(environment))).toBe(was);
  },
);

test('on Linux the autostart file says whether the app is going to be started', () => {
  const home = temporaryFolder();
  const file = join(home, '.config/autostart/com.importwatch.app.desktop');
  const { all } = ports({ home });
  expect(isLoginItemOn(all)).toBe(false);
  setLoginItem(all, true);
  expect(isLoginItemOn(all)).toBe(true);
  const text = readFileSync(file, 'utf8');
  for (const line of ['Hidden=true', 'X-GNOME-Autostart-enabled=false', 'Hidden = true ']) {
    writeFileSync(file, `${text}\n${line}\n`);
    expect(isLoginItemOn(all)).toBe(false);
  }
  writeFileSync(file, `${text}\nHidden=false\nX-GNOME-Autostart-enabled=true\n`);
  expect(isLoginItemOn(all)).toBe(true);
  expect(isLoginItemOn(ports({ home: null }).all)).toBe(true);
});

test('macOS and Windows say it themselves', () => {
  const { all } = ports({ platform: 'win32' });
  const asked = vi.spyOn(all.app, 'getLoginItemSettings');
  for (const executableWillLaunchAtLogin of [true, false]) {
    asked.mockReturnValueOnce({ executableWillLaunchAtLogin } as Electron.LoginItemSettings);
    expect(isLoginItemOn(all)).toBe(executableWillLaunchAtLogin);
  }
  expect(asked).toHaveBeenCalledWith({ args: ['--hidden'] });
  for (const status of ['enabled', 'requires-approval', 'not-registered', 'not-found']) {
    asked.mockReturnValueOnce({ status } as Electron.LoginItemSettings);
    expect(isLoginItemOn({ ...all, platform: 'darwin' })).toBe(status === 'enabled');
  }
  asked.mockImplementation(() => {
    throw new Error('no answer');
  });
  expect(isLoginItemOn(all)).toBe(true);
});
