import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** What a disk holds of a folder: each file's path in it, and its bytes. */
export type FolderImage = ReadonlyMap<string, Buffer>;

export function imageOf(folder: string): FolderImage {
  const image = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const bytes = entry.isFile() ? bytesOf(path) : null;
    if (bytes !== null) image.set(relative(folder, path), bytes);
  }
  return image;
}

/** An image at each turn of the event loop until the promise resolves, and one after it. */
export async function imagesUntil(folder: string, end: Promise<void>): Promise<FolderImage[]> {
  const images: FolderImage[] = [];
  let isOver = false;
  void end.then(() => (isOver = true));
  while (!isOver) {
    images.push(imageOf(folder));
    await setImmediate();
  }
  await end;
  return [...images, imageOf(folder)];
}

/** Makes the folder hold the image and nothing else, as a disk does that comes back after a power loss. */
export function restore(image: FolderImage, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of image) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

/** Null where the file was deleted since it was listed. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
