import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder of its own for one test, gone after it. */
export function temporaryFolder(): string {
  return folderIn(tmpdir());
}

/**
 * The same in memory, where the system has that: for thousands of saves whose power losses are played, so that no disk has to
 * take part. On a busy one each `fsync` takes a tenth of a second.
 */
export function temporaryFolderInMemory(): string {
  const memory = '/dev/shm';
  return folderIn(existsSync(memory) ? memory : tmpdir());
}

function folderIn(parent: string): string {
  const folder = mkdtempSync(join(parent, 'import-watch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
