import { linkSync, renameSync, rmSync } from 'node:fs';

/**
 * Replaces the file of an AppImage, which is as it was where that fails. electron-updater removes it before the new one is in its place, so
 * that a full disk would leave half of one, and no app any more. A second name costs no room; some disks know none, and have to do without.
 */
export async function keepingOld(file: string, replace: () => Promise<boolean>): Promise<boolean> {
  const kept = `${file}.old`;
  const isKept = succeeds(() => {
    rmSync(kept, { force: true });
    linkSync(file, kept);
  });
  let isReplaced = false;
  try {
    isReplaced = await replace();
  } finally {
    if (isKept) succeeds(() => (isReplaced ? rmSync(kept) : renameSync(kept, file)));
  }
  return isReplaced;
}

function succeeds(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
