import { execFileSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { changesOf, watchOf } from './entries.ts';
import { openIn } from './opened.ts';

/** They fill about twenty pages of the file. */
export const watches = Array.from({ length: 300 }, (_, index) => watchOf(index + 1));
export const copyName = 'watchlist.corrupt-1970-01-01T00-00-00-000Z.db';
const pageBytes = 4_096;

/** The file of an earlier run. */
export async function filled(folder: string): Promise<string> {
  const store = await openIn(folder);
  await store.save(changesOf({ watches }));
  await store.close();
  return join(folder, 'watchlist.db');
}

export function sql(file: string, ...statements: readonly string[]): void {
  using base = new DatabaseSync(file, { defensive: false });
  for (const statement of statements) base.exec(statement);
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const all = readFileSync(file);
  bytes.copy(all, at);
  writeFileSync(file, all);
}

function tableOf(file: string): string {
  using base = new DatabaseSync(file, { readOnly: true });
  return String(base.prepare("select sql from sqlite_schema where name = 'rows'").get()?.['sql']);
}

const zeros = (length: number) => Buffer.alloc(length);
const noise = (length: number) => randomFillSync(Buffer.alloc(length));
const page = (number: number) => (number - 1) * pageBytes;
const pagesOf = (file: string) => statSync(file).size / pageBytes;

/** Leaves a log as a killed app does: in it watch 1 has a label. */
async function withLog(file: string): Promise<string> {
  const folder = join(file, '..');
  const store = await openIn(folder);
  await store.save(changesOf({ watches: [watchOf(1, 'Reel')] }));
  for (const name of ['watchlist.db', 'watchlist.db-wal'])
    copyFileSync(join(folder, name), join(folder, `${name}-kept`));
  await store.close();
  for (const name of ['watchlist.db', 'watchlist.db-wal'])
    renameSync(join(folder, `${name}-kept`), join(folder, name));
  return `${file}-wal`;
}

export interface HostileFile {
  readonly what: string;
  readonly spoil: (file: string) => void | Promise<void>;
  /** How many of the 300 can still be read. */
  readonly left: 'all' | 'some' | 'none';
  /** Names of the copies that are reported. */
  readonly aside: readonly string[];
}

const set = [copyName];
export const hostileFiles: readonly HostileFile[] = [
  { what: 'an empty file', spoil: (file) => truncateSync(file, 0), left: 'none', aside: [] },
  {
    what: 'a text',
    spoil: (file) => writeFileSync(file, 'hello world\n'.repeat(2_000)),
    left: 'none',
    aside: set,
  },
  { what: 'a short text', spoil: (file) => writeFileSync(file, '{}'), left: 'none', aside: set },
  { what: 'noise', spoil: (file) => writeFileSync(file, noise(100_000)), left: 'none', aside: set },
  {
    what: 'zeros, as a power loss leaves them',
    spoil: (file) => writeFileSync(file, zeros(40_960)),
    left: 'none',
    aside: set,
  },
  { what: 'half a header', spoil: (file) => truncateSync(file, 50), left: 'none', aside: set },
  { what: 'a header alone', spoil: (file) => truncateSync(file, 100), left: 'none', aside: set },
  { what: 'one page', spoil: (file) => truncateSync(file, pageBytes), left: 'none', aside: set },
  {
    what: 'half of it',
    spoil: (file) => truncateSync(file, page(pagesOf(file) >> 1)),
    left: 'none',
    aside: set,
  },
  {
    what: 'all but its last page',
    spoil: (file) => truncateSync(file, page(pagesOf(file))),
    left: 'some',
    aside: set,
  },
  {
    what: 'all but half a page',
    spoil: (file) => truncateSync(file, page(pagesOf(file)) + 2_048),
    left: 'some',
    aside: set,
  },
  {
    what: 'another magic',
    spoil: (file) => overwrite(file, 0, Buffer.from('SQLite format 4')),
    left: 'none',
    aside: set,
  },
  {
    what: 'a page size that is none',
    spoil: (file) => overwrite(file, 16, Buffer.from([3, 7])),
    left: 'none',
    aside: set,
  },
  {
    what: 'a schema of zeros',
    spoil: (file) => overwrite(file, 100, zeros(pageBytes - 100)),
    left: 'none',
    aside: set,
  },
  {
    what: 'a schema of noise',
    spoil: (file) => overwrite(file, 100, noise(pageBytes - 100)),
    left: 'none',
    aside: set,
  },
  {
    what: 'a root of zeros',
    spoil: (file) => overwrite(file, page(2), zeros(pageBytes)),
    left: 'none',
    aside: set,
  },
  {
    what: 'a root of noise',
    spoil: (file) => overwrite(file, page(2), noise(pageBytes)),
    left: 'none',
    aside: set,
  },
  {
    what: 'zeros in its midst',
    spoil: (file) => overwrite(file, page(8), zeros(pageBytes)),
    left: 'some',
    aside: set,
  },
  {
    what: 'noise in its midst',
    spoil: (file) => overwrite(file, page(8), noise(pageBytes)),
    left: 'some',
    aside: set,
  },
  {
    what: 'zeros at its end',
    spoil: (file) => overwrite(file, page(pagesOf(file)), zeros(pageBytes)),
    left: 'some',
    aside: set,
  },
  {
    what: 'two pages that are the same',
    spoil: (file) => overwrite(file, page(8), readFileSync(file).subarray(page(9), page(10))),
    left: 'some',
    aside: set,
  },
  {
    what: 'a free list that is none',
    spoil: (file) => overwrite(file, 32, Buffer.from([0, 0, 0, 5, 0, 0, 0, 9])),
    left: 'all',
    aside: set,
  },
  {
    what: 'pages behind its end',
    spoil: (file) => writeFileSync(file, noise(pageBytes), { flag: 'a' }),
    left: 'all',
    aside: [],
  },
  {
    what: 'a format of the far future',
    spoil: (file) => overwrite(file, 18, Buffer.from([9, 9])),
    left: 'none',
    aside: set,
  },
  {
    what: 'a schema format of the far future',
    spoil: (file) => overwrite(file, 44, Buffer.from([0, 0, 0, 9])),
    left: 'none',
    aside: set,
  },
  {
    what: 'a text encoding that is none',
    spoil: (file) => overwrite(file, 56, Buffer.from([0, 0, 0, 9])),
    left: 'all',
    aside: [],
  },
  {
    what: 'versions of another application',
    spoil: (file) => sql(file, 'pragma user_version = 99', 'pragma application_id = 12345'),
    left: 'all',
    aside: [],
  },
  {
    what: 'UTF-16 inside',
    spoil: (file) => {
      const rows = watches.map((watch) => `('watches', '${watch.id}', '${JSON.stringify(watch)}')`);
      const schema = tableOf(file);
      rmSync(file);
      sql(file, "pragma encoding = 'UTF-16le'", schema, `insert into rows values ${rows.join()}`);
    },
    left: 'all',
    aside: [],
  },
  {
    what: 'a computed column',
    spoil: (file) => {
      rmSync(file);
      sql(file, 'create table rows(kind text, key text, row text generated always as (kind) stored) strict');
    },
    left: 'none',
    aside: set,
  },
  {
    what: 'a view beside its table',
    spoil: (file) => sql(file, 'create view titles as select * from rows'),
    left: 'all',
    aside: [],
  },
  {
    what: 'small pages',
    spoil: (file) => sql(file, 'pragma journal_mode = delete', 'pragma page_size = 512', 'vacuum'),
    left: 'all',
    aside: [],
  },
  {
    what: 'a device in its place',
    spoil: (file) => (rmSync(file), symlinkSync('/dev/zero', file)),
    left: 'none',
    aside: set,
  },
  {
    what: 'a folder in its place',
    spoil: (file) => (rmSync(file), mkdirSync(join(file, 'deep'), { recursive: true })),
    left: 'none',
    aside: set,
  },
  {
    what: 'a pipe in its place',
    spoil: (file) => (rmSync(file), void execFileSync('mkfifo', [file])),
    left: 'none',
    aside: set,
  },
  {
    what: 'a link to nowhere in its place',
    spoil: (file) => (rmSync(file), symlinkSync('/nowhere/at/all', file)),
    left: 'none',
    aside: set,
  },
  {
    what: 'a text as its log',
    spoil: (file) => writeFileSync(`${file}-wal`, 'hello'.repeat(9_999)),
    left: 'all',
    aside: [],
  },
  {
    what: 'noise as its log',
    spoil: (file) => writeFileSync(`${file}-wal`, noise(50_000)),
    left: 'all',
    aside: [],
  },
  {
    what: 'a log that is cut',
    spoil: async (file) => truncateSync(await withLog(file), 3_000),
    left: 'all',
    aside: [],
  },
  {
    what: 'a log with a damaged header',
    spoil: async (file) => overwrite(await withLog(file), 8, noise(16)),
    left: 'all',
    aside: [],
  },
  {
    what: 'a log with a damaged page',
    spoil: async (file) => overwrite(await withLog(file), 2_000, noise(500)),
    left: 'all',
    aside: [],
  },
  {
    what: 'a folder as its log',
    spoil: (file) => mkdirSync(`${file}-wal`),
    left: 'all',
    aside: ['watchlist.corrupt-1970-01-01T00-00-00-000Z.db-wal'],
  },
  {
    what: 'a log without its file',
    spoil: async (file) => (await withLog(file), rmSync(file)),
    left: 'none',
    aside: [],
  },
  {
    what: 'a text as its journal',
    spoil: (file) => writeFileSync(`${file}-journal`, 'hello'.repeat(999)),
    left: 'all',
    aside: [],
  },
  {
    what: 'noise as its journal',
    spoil: (file) => writeFileSync(`${file}-journal`, noise(5_000)),
    left: 'all',
    aside: [],
  },
  {
    what: 'another application’s tables',
    spoil: (file) => (
      rmSync(file),
      sql(
        file,
        'create table moz_places(id integer primary key, url text)',
        "insert into moz_places values (1, 'x')",
      )
    ),
    left: 'none',
    aside: set,
  },
  {
    what: 'another application’s tables, in a log',
    spoil: (file) => (rmSync(file), sql(file, 'pragma journal_mode = wal', 'create table t(a)')),
    left: 'none',
    aside: set,
  },
  {
    what: 'a table of our name with other columns',
    spoil: (file) => (
      rmSync(file),
      sql(file, 'create table rows(id integer primary key, value)', 'insert into rows values (1, 2)')
    ),
    left: 'none',
    aside: set,
  },
  {
    what: 'an endless view of our name',
    spoil: (file) => (
      rmSync(file),
      sql(
        file,
        'create view rows as with recursive n(i) as (select 1 union all select i + 1 from n) select i as kind, i as key, i as row from n',
      )
    ),
    left: 'none',
    aside: set,
  },
  {
    what: 'a search table of our name',
    spoil: (file) => (rmSync(file), sql(file, 'create virtual table rows using fts5(kind, key, row)')),
    left: 'none',
    aside: set,
  },
  {
    what: 'a trigger that forbids every save',
    spoil: (file) =>
      sql(file, "create trigger no before insert on rows begin select raise(abort, 'no'); end"),
    left: 'none',
    aside: set,
  },
  {
    what: 'a trigger that empties the table',
    spoil: (file) => sql(file, 'create trigger all_gone after insert on rows begin delete from rows; end'),
    left: 'none',
    aside: set,
  },
  {
    what: 'an index that lets two rows be there',
    spoil: (file) =>
      sql(
        file,
        'delete from rows where length(key) > 9 or key > "a1:films/2"'.replaceAll('"', "'"),
        'create unique index one on rows(kind, length(key))',
      ),
    left: 'none',
    aside: set,
  },
  {
    what: 'a further table',
    spoil: (file) => sql(file, 'create table notes(a)', 'create view v as select a from gone'),
    left: 'all',
    aside: [],
  },
  { what: 'statistics', spoil: (file) => sql(file, 'analyze'), left: 'all', aside: [] },
  {
    what: 'a schema that is no SQL',
    spoil: (file) =>
      sql(
        file,
        'create table t(a)',
        'pragma writable_schema = on',
        "update sqlite_schema set sql = 'create nonsense' where name = 't'",
      ),
    left: 'all',
    aside: set,
  },
  {
    what: 'a table that lies on the schema',
    spoil: (file) => sql(file, 'pragma writable_schema = on', 'update sqlite_schema set rootpage = 1'),
    left: 'none',
    aside: set,
  },
  {
    what: 'a table that lies nowhere',
    spoil: (file) => sql(file, 'pragma writable_schema = on', 'update sqlite_schema set rootpage = 9999'),
    left: 'none',
    aside: set,
  },
  {
    what: 'large pages',
    spoil: (file) => sql(file, 'pragma journal_mode = delete', 'pragma page_size = 65536', 'vacuum'),
    left: 'all',
    aside: [],
  },
  {
    what: 'modes that let everybody read and write',
    spoil: (file) => (chmodSync(file, 0o666), chmodSync(join(file, '..'), 0o777)),
    left: 'all',
    aside: [],
  },
  { what: 'a mode that lets nobody write', spoil: (file) => chmodSync(file, 0o400), left: 'all', aside: [] },
  { what: 'a mode that lets nobody read', spoil: (file) => chmodSync(file, 0), left: 'all', aside: [] },
];
