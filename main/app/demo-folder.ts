import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folderName = 'import-watch-demo-';
const oldAfterMs = 24 * 3_600_000;

/** A folder for one run, so that the demo cannot touch anything of the person's own. Those of old runs go: Windows keeps open files. */
export function makeDemoFolder(parent: string): string {
  for (const name of globSync(`${folderName}*`, { cwd: parent }))
    if (Date.now() - statSync(join(parent, name)).mtimeMs > oldAfterMs) removeDemoFolder(join(parent, name));
  return mkdtempSync(join(parent, folderName));
}

export function removeDemoFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
