import { constants } from 'node:fs';
import { mkdir, open, rename, rm, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { cannotSave } from './cannot-save.ts';
import { lineOf } from './journal-line.ts';
import { journalPath, readJournal, type JournalOptions } from './read-journal.ts';
import type { StoreUnreadable } from './set-aside.ts';
import { syncFolder } from './sync-folder.ts';

export interface Journal<Entry> {
  /** What former runs wrote, oldest first, without a last entry that was torn. */
  readonly entries: readonly Entry[];
  /** Files that were damaged before their end; what could be read of them is in `entries`. */
  readonly unreadable: readonly StoreUnreadable[];
  /** Bytes on disk. */
  readonly size: () => number;
  /** Whether there are files that are never written to again: of former runs, or after a failure. */
  readonly hasClosed: () => boolean;
  /** Resolves once the entry, as JSON, is on disk. Rejects with `CannotSave`; a later run finds all of such an entry or nothing. */
  readonly append: (json: string) => Promise<void>;
  /** Deletes all of it. To be called while nothing is appended, and once what it holds is on disk elsewhere. */
  readonly drop: () => Promise<void>;
}

interface OpenFile {
  readonly path: string;
  /** Of entries that are on disk. */
  bytes: number;
}

/**
 * Opens `FOLDER/changes-NUMBER.jsonl`. Nothing is written before the first entry, and a file of a former run is never
 * written to again, so its torn end stays at its end.
 */
export function openJournal<Entry>(options: JournalOptions<Entry>): Journal<Entry> {
  const read = readJournal(options);
  let closed = read.files;
  let { next } = read;
  let current: OpenFile | null = null;

  async function begin(): Promise<OpenFile> {
    current = { path: journalPath(options.folder, next++), bytes: 0 };
    await createFile(current.path);
    return current;
  }

  function close(): void {
    if (current !== null) closed = [...closed, { ...current, copy: null }];
    current = null;
  }

  /** What a failed write left behind is unknown, also to the system after a failed fsync: the file is not added to. */
  async function abandon(): Promise<void> {
    if (current !== null && (await cutOff(current)) === 'gone') current = null;
    close();
  }

  return {
    entries: read.entries,
    unreadable: read.unreadable,
    size: () => closed.reduce((sum, file) => sum + file.bytes, current?.bytes ?? 0),
    hasClosed: () => closed.length > 0,
    async append(json) {
      const line = Buffer.from(lineOf(json));
      try {
        const file = current ?? (await begin());
        await writeThrough(file.path, line);
        file.bytes += line.length;
      } catch (error) {
        await abandon();
        throw cannotSave(error);
      }
    },
    async drop() {
      close();
      for (const { path, copy } of closed) {
        if (copy === null) await rm(path, { force: true });
        else await rename(path, copy);
        // One after another, also on disk: an old file that came back without a later one would undo what the later one says.
        await syncFolder(options.folder);
        closed = closed.slice(1);
      }
    },
  };
}

async function createFile(path: string): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  await (await open(path, 'ax', 0o600)).close();
  await syncFolder(folder);
  if (made !== undefined) await syncFolder(dirname(folder));
}

/** Opened for each entry, so that a file or folder which somebody took away is noticed and not written to unseen. */
async function writeThrough(path: string, line: Buffer): Promise<void> {
  const handle = await open(path, constants.O_WRONLY | constants.O_APPEND);
  try {
    await handle.writeFile(line);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/**
 * Takes half an entry away again; an outage of hours must not leave a file for each try. Where that fails, the torn line
 * stays, and whoever reads the file skips it.
 */
async function cutOff({ path, bytes }: OpenFile): Promise<'gone' | 'kept'> {
  try {
    if (bytes > 0) await truncate(path, bytes);
    else await rm(path, { force: true });
  } catch {
    return 'kept';
  }
  return bytes > 0 ? 'kept' : 'gone';
}
