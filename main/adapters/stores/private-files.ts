import { chmodSync, lstatSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from './names-in.ts';

/** The app's own, with the copies that were set aside; the rest of the folder is Chromium's. */
const ownFiles = /^(?:settings|vault|watchlist|main)[.-]/;

/** The app's folder and its files become private again, whoever copied them here or changed their modes since the last start. */
export function makeOwnFilesPrivate(folder: string): void {
  makeFolderPrivate(folder);
  for (const name of namesIn(folder)) if (ownFiles.test(name)) makeFilePrivate(join(folder, name));
}

/** Takes a link away, so that what is written here stays in the folder. What it leads to is left alone. */
export function removeLink(path: string): void {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true) rmSync(path);
  } catch {
    // A folder that cannot be written to: then nothing is written through the link either.
    return;
  }
}

/** So that no other user of the computer can list or enter the folder. One behind a link is meant too. */
function makeFolderPrivate(folder: string): void {
  attempt(() => {
    if ((statSync(folder).mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
  });
}

/** So that no other user can read or change the file. A link is left alone: what it leads to may be anybody's. */
function makeFilePrivate(file: string): void {
  attempt(() => {
    const found = lstatSync(file);
    if (found.isFile() && (found.mode & 0o777) !== 0o600) chmodSync(file, 0o600);
  });
}

/** Windows has no such modes: a folder there inherits who may read it. */
function attempt(repair: () => void): void {
  if (process.platform === 'win32') return;
  try {
    repair();
  } catch {
    // Not there yet, somebody else's, or on a disk that cannot be written to: the app works as well without, and reading or saving says what is wrong.
    return;
  }
}
