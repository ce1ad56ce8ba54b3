import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { hasTrayHost } from '../main/adapters/tray/tray-host.ts';
import { startBanners, type Banners } from '../test/support/notification-daemon.ts';
import { startTrayHost } from '../test/support/tray-host.ts';
import { playForPictures } from './demo/pictures.ts';
import { findElectron } from './start/find-electron.ts';

/** `npm run demo`: the real app on the simulator. With `--until-settled` it needs no display and no person, and ends by itself. */
const root = resolve(import.meta.dirname, '..');

const built = spawnSync(process.execPath, [join(root, 'tools/build.ts')], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status !== 0) process.exitCode = 1;
else if (process.argv.includes('--until-settled'))
  process.exitCode = await playForPictures(join(root, 'out/demo'));
else await runForPerson();

async function runForPerson(): Promise<void> {
  const electron = findElectron();
  const hasDisplay = Boolean(process.env['DISPLAY']);
  if (electron === null)
    console.log(
      hasDisplay
        ? 'On the stand-in: the real app in a Chromium window, and its tray in another beside it.'
        : 'On the stand-in, and without a display: what happens is printed here, no window is seen.',
    );
  const desktop = await ownDesktop();
  const environment = { ...process.env, ...desktop?.environment };
  const leaveTray = electron === null && hasDisplay ? await standForTray(environment) : null;
  const child = spawn(electron ?? join(root, 'test/stand-in/electron'), [root, '--demo'], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...environment,
      ...(hasDisplay && { STAND_IN_VISIBLE: '1', STAND_IN_TRAY: '1' }),
    },
  });
  process.on('SIGINT', () => child.kill('SIGINT'));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
    void leaveTray?.();
    void desktop?.stop();
  });
}

/** A bus and a notification daemon on the person's display where nothing takes a banner, as in a container or a bare window manager. */
async function ownDesktop(): Promise<Banners | null> {
  const display = process.env['DISPLAY'];
  if (process.platform !== 'linux' || !display || takesBanners()) return null;
  return startBanners(display).catch(() => null);
}

/** The tray stands in a window of its own: on a desktop without tray icons, such as GNOME, the app would warn that nobody sees it. */
async function standForTray(environment: NodeJS.ProcessEnv): Promise<(() => Promise<void>) | null> {
  const bus = environment['DBUS_SESSION_BUS_ADDRESS'];
  if (bus === undefined || (await hasTrayHost(environment)) !== false) return null;
  return startTrayHost(bus, true).catch(() => null);
}

/** Whether something answers for notifications, or is started by being asked. */
function takesBanners(): boolean {
  const name = 'org.freedesktop.Notifications';
  const path = '/org/freedesktop/Notifications';
  const asked = ['--dest', name, '--object-path', path, '--method', `${name}.GetServerInformation`];
  return spawnSync('gdbus', ['call', '--session', '--timeout', '5', ...asked]).status === 0;
}
