import { rename, rm, writeFile } from 'node:fs/promises';
import { cannotSave } from '../stores/cannot-save.ts';

/** Writes the whole file or nothing, so that a full disk leaves an older file intact. Rejects with `CannotSave`. */
export async function writeWholeFile(path: string, text: string): Promise<void> {
  // A name that nobody can lay a link at, in a file that must be new: else whatever the link leads to would be overwritten.
  const half = `${path}.${crypto.randomUUID()}.part`;
  try {
    await writeFile(half, text, { flag: 'wx', mode: 0o600 });
    await rename(half, path);
  } catch (error) {
    // The reason why the file could not be written is reported; failing to remove its half as well adds nothing to it.
    await rm(half, { force: true }).catch(() => undefined);
    throw cannotSave(error);
  }
}
