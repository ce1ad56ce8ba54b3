import { statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { isSqliteBusy, isSqliteDamage, isSqliteError } from './cannot-save.ts';

/** Exactly as SQLite stores it. A trigger or an index on this table is not the app's own, and could change or block every save. */
const table =
  'CREATE TABLE rows(kind text not null, key text not null, row text not null, primary key(kind, key)) strict, without rowid';

/**
 * With `normal`, SQLite syncs its log only for checkpoints. `write` syncs it after each commit, off the main thread, because a busy
 * disk can take 100 ms. Together this is as durable as `full`.
 */
const settings =
  'pragma journal_mode = wal; pragma synchronous = normal; pragma fullfsync = on; pragma wal_autocheckpoint = 0';

/** Milliseconds of work after which a large save, and reading a long list, let other work run. */
const sliceMs = 6;
/** Bytes. A checkpoint blocks while it copies the log, so the limit is larger than any single save makes it. */
const logLimit = 16 * 1_024 * 1_024;

/** Kind, key and JSON as read from the file, unchecked. */
export type RawRow = readonly unknown[];

/** Deletes the row if it is null. */
export type RowChange = readonly [kind: string, key: string, row: object | null];

class NotAWatchlist extends Error {}

/** Whether the error means that the file is damaged or is not a watchlist at all. */
export function isDamage(error: unknown): boolean {
  return error instanceof NotAWatchlist || isSqliteDamage(error);
}

export type WatchlistDatabase = ReturnType<typeof openDatabase>;

/** Opens a file that exists; an empty one gets its table. Throws SQLite's errors, and for a file to be set aside one that `isDamage`. */
export function openDatabase(path: string) {
  const base = connect(path);
  try {
    // `quick_check` takes as long and misses rows that are out of order.
    if (base.prepare('pragma integrity_check(1)').get()?.['integrity_check'] !== 'ok')
      throw new NotAWatchlist();
    base.exec(settings);
    if (tablesIn(base).length === 0) base.exec(table);
  } catch (error) {
    base.close();
    throw error;
  }
  const put = base.prepare('insert into rows values (?, ?, ?) on conflict do update set row = excluded.row');
  const take = base.prepare('delete from rows where kind = ? and key = ?');
  let logBytes = 0;

  /** Opens the log by name each time, so that a deleted log or folder is noticed. */
  async function syncLog(): Promise<void> {
    const log = await open(`${path}-wal`, 'r+');
    try {
      await log.datasync();
      logBytes = (await log.stat()).size;
    } finally {
      await log.close();
    }
  }

  return {
    rows: () => rowsIn(base),
    /**
     * Resolves once all changes are on disk. Lets other work run in the middle of its transaction, so calls must not overlap. If it
     * rejects, close the database to roll back.
     */
    async write(changes: Iterable<RowChange>): Promise<void> {
      if (logBytes > logLimit) base.exec('pragma wal_checkpoint(truncate)');
      base.exec('begin immediate');
      await inSlices(changes, ([kind, key, row]) => {
        if (row === null) take.run(kind, key);
        else put.run(kind, key, JSON.stringify(row));
      });
      base.exec('commit');
      await syncLog();
    },
    /** Copies the log into the file and removes it. */
    close: () => base.close(),
  };
}

/** A backup, or a scan for viruses, holds a file for a moment; SQLite does not wait for it by itself. */
const busy = { askedAgainMs: 250, tries: 60 };

/** Opens a file that another program may hold at first. `wait` resolves after that many milliseconds. */
export async function openOnceFree(
  path: string,
  wait: (ms: number) => Promise<unknown>,
): Promise<WatchlistDatabase> {
  for (let left = busy.tries; ; left -= 1) {
    try {
      return openDatabase(path);
    } catch (error) {
      if (!isSqliteBusy(error) || left === 0) throw error;
    }
    await wait(busy.askedAgainMs);
  }
}

/** Does this for each, and lets other work run in the midst of many. */
export async function inSlices<Item>(items: Iterable<Item>, act: (item: Item) => void): Promise<void> {
  let since = performance.now();
  for (const item of items) {
    act(item);
    if (performance.now() - since < sliceMs) continue;
    await setImmediate();
    since = performance.now();
  }
}

/**
 * Reads a file that is not writable, and that SQLite therefore cannot lock. Null if that fails, or if a log is left beside it, which
 * holds newer rows and cannot be merged without writing.
 */
export function readUnwritable(path: string): readonly RawRow[] | null {
  try {
    if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return null;
    using base = connect(new URL(`${pathToFileURL(path).href}?immutable=1`));
    return [...rowsIn(base)];
  } catch {
    return null;
  }
}

/** Reads a damaged file from both ends up to the damage. A row may come twice. */
export function salvage(path: string): RawRow[] {
  const found: RawRow[] = [];
  for (const order of ['asc', 'desc'] as const) {
    try {
      using base = connect(path, 'damaged');
      for (const row of rowsIn(base, order)) found.push(row);
    } catch {
      // This is where the damage begins.
      continue;
    }
  }
  return found;
}

function connect(path: string | URL, expected: 'whole' | 'damaged' = 'whole'): DatabaseSync {
  const base = new DatabaseSync(path, { defensive: expected === 'whole' });
  try {
    // Without it, SQLite reads nothing of a truncated file.
    if (expected === 'damaged') base.exec('pragma writable_schema = on');
    // Keeps out a second instance, which would tell everything twice. It also needs no shared memory, which network drives lack.
    base.exec('pragma locking_mode = exclusive');
    const tables = tablesIn(base);
    if (tables.length > 0 && tables.join() !== table) throw new NotAWatchlist();
    return base;
  } catch (error) {
    base.close();
    // The queries are right, so that the file is wrong: its schema has a format that only a later SQLite knows.
    throw isSqliteError(error) ? new NotAWatchlist() : error;
  }
}

/** The SQL of everything defined on our table, or of all tables if ours is missing. */
function tablesIn(base: DatabaseSync): readonly unknown[] {
  const all = base.prepare('select tbl_name, sql from sqlite_schema').all();
  const ours = all.filter((each) => each['tbl_name'] === 'rows');
  return (ours.length > 0 ? ours : all).map((each) => each['sql']);
}

function rowsIn(base: DatabaseSync, order: 'asc' | 'desc' = 'asc'): Iterable<RawRow> {
  const rows = base.prepare(`select kind, key, row from rows order by kind ${order}, key ${order}`);
  // Much faster than objects. The types do not know of it.
  rows.setReturnArrays(true);
  return rows.iterate() as Iterable<unknown> as Iterable<RawRow>;
}
