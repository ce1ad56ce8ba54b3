import { expect, test } from 'vitest';
import { programEnvironment } from '../../../../main/adapters/programs/program-environment.ts';

const mount = '/tmp/.mount_iw';
const own = {
  PATH: '/usr/local/bin:/usr/bin',
  HOME: '/home/kim',
  DISPLAY: ':0',
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus',
  XDG_CURRENT_DESKTOP: 'ubuntu:GNOME',
};
/** As the runtime and electron-builder's AppRun change it. */
const inAppImage = {
  ...own,
  ...{ APPIMAGE: '/home/kim/iw.AppImage', APPDIR: mount, ARGV0: './iw.AppImage', OWD: '/home/kim' },
  PATH: `${mount}:${mount}/usr/sbin:${own.PATH}`,
  XDG_DATA_DIRS: `${mount}/usr/share/:/usr/share/gnome:/usr/local/share/:/usr/share/`,
  LD_LIBRARY_PATH: `${mount}/usr/lib:/opt/codec/lib`,
  GSETTINGS_SCHEMA_DIR: `${mount}/usr/share/glib-2.0/schemas`,
};

test('a program finds nothing of the AppImage, and what was there before', () => {
  const environment = { ...inAppImage };
  expect(programEnvironment(environment, `${mount}/import-watch`)).toEqual({
    ...own,
    XDG_DATA_DIRS: '/usr/share/gnome:/usr/local/share/:/usr/share/',
    LD_LIBRARY_PATH: '/opt/codec/lib',
  });
  // The updater has to know its file.
  expect(environment).toEqual(inAppImage);
});

test('a folder that only begins like the mount is left', () => {
  const environment = { ...inAppImage, PATH: `${mount}:${mount}-tools/bin`, EMPTY: '' };
  expect(programEnvironment(environment, `${mount}/import-watch`)).toMatchObject({
    PATH: `${mount}-tools/bin`,
    EMPTY: '',
  });
});

test.each([own, inAppImage])(
  'an installed app hands on what it was given, also by a terminal that is an AppImage itself: %j',
  (environment) => {
    expect(programEnvironment(environment, '/opt/Import Watch/import-watch')).toEqual(environment);
  },
);
