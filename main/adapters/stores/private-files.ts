import { chmodSync, lstatSync, statSync } from 'node:fs';

/** So that no other user of the computer can list or enter the folder. One behind a link is meant too. */
export function makeFolderPrivate(folder: string): void {
  attempt(() => {
    if ((statSync(folder).mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
  });
}

/** So that no other user can read or change the file. A link is left alone: what it leads to may be anybody's. */
export function makeFilePrivate(file: string): void {
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
