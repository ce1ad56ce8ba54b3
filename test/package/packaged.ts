import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');

export interface Packaged {
  /** Holds all that was made; to be removed at the end. */
  readonly folder: string;
  readonly executable: string;
  readonly archive: string;
  readonly unpacked: string;
  readonly locales: string;
}

/** Packages what `npm run build` made for Linux, with the stand-in in the place of Electron's runtime. */
export async function packageApp(): Promise<Packaged> {
  const folder = mkdtempSync(join(tmpdir(), 'import-watch-package-'));
  const runtime = join(folder, 'runtime');
  cpSync(join(root, 'test/stand-in'), runtime, { recursive: true });
  // electron-builder trims the languages of the runtime and stops where it finds none.
  mkdirSync(join(runtime, 'locales'));
  for (const language of ['en-US', 'ko', 'ja', 'fr'])
    writeFileSync(join(runtime, 'locales', `${language}.pak`), '');
  await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      ...['--linux', 'dir', '--x64', '--publish', 'never'],
      `-c.electronDist=${runtime}`,
      `-c.directories.output=${join(folder, 'dist')}`,
    ],
    { cwd: root },
  );
  const made = join(folder, 'dist/linux-unpacked');
  const archive = join(made, 'resources/app.asar');
  return {
    folder,
    executable: join(made, 'import-watch'),
    archive,
    unpacked: `${archive}.unpacked`,
    locales: join(made, 'locales'),
  };
}
