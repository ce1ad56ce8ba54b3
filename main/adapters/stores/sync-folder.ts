import { open } from 'node:fs/promises';

/** What a file system answers that cannot do it, as some of the network cannot. */
const notForFolders = new Set<unknown>(['EINVAL', 'ENOTSUP']);

/**
 * Returns when the names in a folder are on disk: a new file is there after a power loss only once its folder is written
 * too. Windows gives no handle on a folder and writes names through its own journal.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && notForFolders.has(error.code))) throw error;
  } finally {
    await handle.close();
  }
}
