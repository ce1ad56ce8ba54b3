import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { startBanners } from '../test/support/notification-daemon.ts';
import { findElectron } from './start/find-electron.ts';

/** `npm run self-check`: the real app goes through what only a real system shows, and ends with 0 only if nothing failed. */
const root = resolve(import.meta.dirname, '..');
const built = spawnSync(process.execPath, [join(root, 'tools/build.ts')], { cwd: root, stdio: 'ignore' });
if (built.status !== 0) throw new Error('npm run build fails');
const electron = findElectron();
// The stand-in has no desktop of its own; Electron is to show what this one does.
const desktop = electron === null ? await startBanners() : null;
const environment = { STAND_IN_NOTIFICATION: 'send', STAND_IN_KEYRING: 'ready', ...desktop?.environment };
const child = spawn(electron ?? join(root, 'test/stand-in/electron'), [root, '--self-check'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...(desktop !== null && environment) },
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
  void desktop?.stop();
});
