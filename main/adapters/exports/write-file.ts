import { rename, rm, writeFile } from 'node:fs/promises';
import { cannotSave } from '../stores/cannot-save.ts';

/** Writes a file of the person's own: all of it or nothing, so that a full disk leaves an older one whole. Rejects with `CannotSave`. */
export async function writeWholeFile(path: string, text: string): Promise<void> {
  const half = `${path}.part`;
  try {
    await writeFile(half, text);
    await rename(half, path);
  } catch (error) {
    // What kept the file from being written is told; that its half could not be removed either says nothing more.
    await rm(half, { force: true }).catch(() => undefined);
    throw cannotSave(error);
  }
}
