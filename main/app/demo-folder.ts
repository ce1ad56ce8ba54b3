import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from '../adapters/stores/names-in.ts';

const folderName = 'import-watch-demo-';
const oldAfterMs = 24 * 3_600_000;

/** A folder for one run, so that the demo cannot touch anything of the person's own. Those of old runs go: Windows keeps open files. */
export function makeDemoFolder(parent: string): string {
  for (const name of namesIn(parent)) if (name.startsWith(folderName)) removeIfOld(join(parent, name));
  return mkdtempSync(join(parent, folderName));
}

/** Whatever else has such a name there, anybody may have laid it; it must not keep the demo from starting. */
function removeIfOld(folder: string): void {
  try {
    const found = lstatSync(folder);
    // Windows has no such ids: there the folder is the person's own.
    const isOwn = found.isDirectory() && found.uid === (process.geteuid?.() ?? found.uid);
    if (isOwn && Date.now() - found.mtimeMs > oldAfterMs) removeDemoFolder(folder);
  } catch {
    // It has just gone, or it may not be removed.
    return;
  }
}

export function removeDemoFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
