import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const installed = join(root, 'node_modules/electron');

/** The path of Electron's executable, or null. The npm package brings it at first use and not at install (since Electron 42). */
export function findElectron(): string | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder) return existing(join(folder, nameOfExecutable));
  const found = downloaded();
  if (found !== null) return found;
  spawnSync(process.execPath, [join(installed, 'install.js')], { stdio: 'ignore', timeout: 300_000 });
  return downloaded();
}

/** As `findElectron`; where there is none, one line says so and what can be done. */
export function findElectronOrSay(): string | null {
  const found = findElectron();
  if (found === null)
    console.log(
      'Electron could not be fetched. Set ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron runtime, or try the app with: npm run demo',
    );
  return found;
}

const names: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};
const nameOfExecutable = names[process.platform] ?? 'electron';

function downloaded(): string | null {
  const note = join(installed, 'path.txt');
  return existsSync(note) ? existing(join(installed, 'dist', readFileSync(note, 'utf8').trim())) : null;
}

function existing(path: string): string | null {
  return existsSync(path) ? path : null;
}
