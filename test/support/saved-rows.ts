import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** The JSON of all watchlist rows that are on disk, one per line. Reads a copy, because the app locks its file. */
export function savedRows(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'import-watch-rows-'));
  try {
    for (const name of ['watchlist.db', 'watchlist.db-wal'])
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name));
    using base = new DatabaseSync(join(copy, 'watchlist.db'));
    const tables = base.prepare("select * from sqlite_schema where name = 'rows'").all();
    const rows = tables.length > 0 ? base.prepare('select row from rows').all() : [];
    return rows.map(({ row }) => String(row)).join('\n');
  } finally {
    rmSync(copy, { recursive: true });
  }
}
