import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startBanners } from '../test/support/notification-daemon.ts';
import { findElectron } from './start/find-electron.ts';

/** `npm run demo`: the real app on the simulator, with a user data folder of its own that is removed at the end. */
const root = resolve(import.meta.dirname, '..');
const words = process.argv.slice(2);
const alone = words.includes('--until-settled');

const built = spawnSync(process.execPath, [join(root, 'tools/build.ts')], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (built.status === 0) await run();
else process.exitCode = 1;

async function run(): Promise<void> {
  // Electron needs a display; a run without a person must not depend on one.
  const electron = alone ? null : findElectron();
  if (electron === null) console.log('On the stand-in: the real app in Chromium, without a tray icon.');
  const userData = mkdtempSync(join(tmpdir(), 'import-watch-demo-'));
  const banners = alone && existsSync('/usr/bin/dunst') ? await startBanners() : null;
  const environment = { ...process.env, STAND_IN_VISIBLE: alone ? '0' : '1', ...banners?.environment };
  const child = spawn(
    electron ?? join(root, 'test/stand-in/electron'),
    [root, `--user-data-dir=${userData}`, '--demo', ...words],
    { cwd: root, stdio: 'inherit', env: environment },
  );
  process.on('SIGINT', () => child.kill('SIGINT'));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
    rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
    void banners?.stop();
  });
}
