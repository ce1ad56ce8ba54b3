import { closeSync, lstatSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Warning } from '../../contract.ts';
import {
  noRows,
  storedKeys,
  storedKinds,
  type Stored,
  type StoredChanges,
  type StoredKind,
} from '../../model/stored.ts';
import { cannotSave, CannotSave } from './cannot-save.ts';
import { makeOwnFilesPrivate } from './private-files.ts';
import { setAside } from './set-aside.ts';
import { readRow } from './read-row.ts';
import {
  inSlices,
  isDamage,
  openDatabase,
  openOnceFree,
  readUnwritable,
  salvage,
  type RawRow,
  type RowChange,
  type WatchlistDatabase,
} from './watchlist-database.ts';

export interface WatchlistStoreOptions {
  /** Absolute. */
  readonly folder: string;
  /** Epoch milliseconds, for the name of a damaged file's copy. */
  readonly now: () => number;
  /** Called while opening, and later if a damaged file has to be set aside. */
  readonly warn: (warning: Warning) => void;
  /** Resolves after that many milliseconds; by itself with the system's clock. */
  readonly wait?: (ms: number) => Promise<unknown>;
}

export interface WatchlistStore {
  /** What was on disk when the store was opened, oldest first. */
  readonly stored: Stored;
  /** Whether what is stored is not known, because the file could not be read: as long as it is there, nothing is saved in this run. */
  readonly isUnread: boolean;
  /**
   * Resolves once all changes are on disk. Otherwise rejects with `CannotSave`, and the caller passes the changes in again with the
   * next save. The maps must not change until then.
   */
  readonly save: (changes: StoredChanges) => Promise<void>;
  /** Waits for pending saves. Leaves a single file; if the app is killed instead, the next start also reads the log. */
  readonly close: () => Promise<void>;
}

/**
 * Opens `watchlist.db`. Never rejects because of what it finds there and never deletes it; writes nothing before the first save. While it reads
 * a long list, other work runs.
 */
export async function openWatchlistStore(options: WatchlistStoreOptions): Promise<WatchlistStore> {
  const { folder, now, warn, wait = setTimeout } = options;
  const path = join(folder, 'watchlist.db');
  let database: WatchlistDatabase | null = null;
  /** Of the file, to notice that it was deleted or replaced. */
  let inode: bigint | undefined;
  /** Everything that is on disk, to write a new file if the old one is lost. The rows are shared with the monitor. */
  const known = noRows();
  /** Whether the file has everything in `known`. */
  let isComplete = true;
  let isUnread = false;
  await readAtStart();
  const stored: Stored = {
    watches: sorted(known.watches, ({ addedAt }) => addedAt),
    notices: sorted(known.notices, ({ at }) => at),
    observations: sorted(known.observations, ({ startedAt, atMostMs }) => startedAt + atMostMs),
    listings: [...known.listings.values()],
    follows: sorted(known.follows, ({ since }) => since),
    seen: [...known.seen.values()],
    groups: sorted(known.groups, ({ createdAt }) => createdAt),
    hooks: [...known.hooks.values()],
    deliveries: sorted(known.deliveries, ({ at }) => at),
    lastEnds: [...known.lastEnds.values()],
    wishes: sorted(known.wishes, ({ wishedAt }) => wishedAt),
    timelines: sorted(known.timelines, ({ entries }) => entries[0]?.at ?? 0),
  };
  // Salvaged rows go back to disk at once. If that fails, the next save reports why.
  let turn: Promise<unknown> = isComplete ? Promise.resolve() : write(known).catch(() => undefined);

  async function readAtStart(): Promise<void> {
    const skipped = new Set<string>();
    const take = (rows: Iterable<RawRow>) =>
      inSlices(rows, ([kind, key, json]) => {
        if (!isKind(kind) || !recall(kind, key, json)) skipped.add(`${String(kind)} ${String(key)}`);
      });
    try {
      secureFiles();
      inode = inodeOf(path);
      if (inode === undefined) return;
      database = await openOnceFree(path, wait);
      await take(database.rows());
    } catch (error) {
      closeDatabase();
      const rows = isDamage(error) ? salvage(path) : readUnwritable(path);
      await take(rows ?? []);
      if (isDamage(error)) setFileAside();
      else if (rows === null) {
        isUnread = true;
        warn({ kind: 'store-unreadable', file: path, copy: path });
      }
    }
    // They stay in the file, for a version that can read them.
    if (skipped.size > 0) warn({ kind: 'entries-skipped', count: skipped.size });
  }

  function recall<Kind extends StoredKind>(kind: Kind, key: unknown, json: unknown): boolean {
    const row = readRow(kind, key, json);
    if (row !== null) known[kind].set(storedKeys[kind](row), row);
    return row !== null;
  }

  async function write(changes: StoredChanges): Promise<void> {
    try {
      const present = inodeOf(path);
      // A list that begins empty would go on blind, write over what is known of each import, and take a crash's log for another file's.
      if (isUnread && present !== undefined) throw new CannotSave('not-read', 'still in its place');
      if (present !== inode) {
        closeDatabase();
        // SQLite leaves the log of a file that was moved away, and would apply it to the file that took its place.
        rmSync(`${path}-wal`, { force: true });
        isComplete = false;
      }
      const all = isComplete ? [changes] : [known, changes];
      if (all.every(isEmpty)) return;
      database ??= begin();
      await database.write(rowsOf(all));
    } catch (error) {
      // The next save starts from a clean state.
      closeDatabase();
      if (isDamage(error)) setFileAside();
      throw cannotSave(error);
    }
    isComplete = true;
    for (const kind of storedKinds) remember(kind, changes);
  }

  function remember<Kind extends StoredKind>(kind: Kind, changes: StoredChanges): void {
    for (const [key, row] of changes[kind])
      if (row === null) known[kind].delete(key);
      else known[kind].set(key, row);
  }

  function begin(): WatchlistDatabase {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    secureFiles();
    // Sets their modes, and reports why a file cannot be opened, which SQLite does not.
    for (const name of [path, `${path}-wal`]) closeSync(openSync(name, 'a', 0o600));
    inode = inodeOf(path);
    return openDatabase(path);
  }

  /** Makes the files private, as the copies beside them. Sets aside what is not a file, such as a symbolic link, which could lead out of the folder. */
  function secureFiles(): void {
    makeOwnFilesPrivate(folder);
    for (const name of [path, `${path}-wal`, `${path}-journal`]) {
      const entry = lstatSync(name, { throwIfNoEntry: false });
      if (entry === undefined || entry.isFile()) continue;
      const unreadable = setAside(name, now());
      warn(unreadable);
      if (unreadable.copy === name) throw new CannotSave('in-the-way', 'no file');
    }
  }

  /** Sets aside the file and its log under matching names, so that they can be opened together. */
  function setFileAside(): void {
    const at = now();
    warn(setAside(path, at));
    setAside(`${path}-wal`, at);
    isComplete = false;
  }

  function closeDatabase(): void {
    database?.close();
    database = null;
  }

  return {
    stored,
    isUnread,
    save(changes) {
      const saving = turn.then(() => write(changes));
      turn = saving.catch(() => undefined);
      return saving;
    },
    close: () => (turn = turn.then(closeDatabase)).then(() => undefined),
  };
}

const isKind = (kind: unknown): kind is StoredKind => (storedKinds as readonly unknown[]).includes(kind);

const isEmpty = (changes: StoredChanges) => storedKinds.every((kind) => changes[kind].size === 0);

function* rowsOf(all: readonly StoredChanges[]): Generator<RowChange> {
  for (const changes of all)
    for (const kind of storedKinds) for (const [key, row] of changes[kind]) yield [kind, key, row];
}

function sorted<Row>(rows: ReadonlyMap<string, Row>, age: (row: Row) => number): Row[] {
  return [...rows.values()].sort((one, other) => age(one) - age(other));
}

function inodeOf(path: string): bigint | undefined {
  return lstatSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}
