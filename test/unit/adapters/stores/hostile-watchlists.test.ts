import '../../../support/electron-path.ts';
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { temporaryFolderInMemory } from '../../../support/temporary-folder.ts';
import { changesOf, followOf, groupOf, noticeOf, observationOf, seenOf, watchOf } from './entries.ts';
import { copyName, filled, hostileFiles, sql, watches } from './hostile-files.ts';
import { openIn } from './opened.ts';

test.for(hostileFiles)(
  '$what: starts, reports what it set aside, and saves',
  async ({ spoil, left, aside }) => {
    const folder = temporaryFolderInMemory();
    const file = await filled(folder);
    await spoil(file);
    const before = existsSync(file) && lstatSync(file).isFile() ? readFileSync(file) : null;

    const { stored, warnings, ...store } = await openIn(folder);
    const told = warnings.flatMap((warning) => (warning.kind === 'store-unreadable' ? [warning.copy] : []));
    expect(told).toEqual(aside.map((name) => join(folder, name)));
    // A damaged file may also hold damaged rows.
    if (left !== 'some') expect(warnings).toHaveLength(aside.length);
    for (const name of aside) expect(readdirSync(folder)).toContain(name);
    if (aside.includes(copyName) && before !== null)
      expect(readFileSync(join(folder, copyName)).equals(before)).toBe(true);
    expect(watches).toEqual(expect.arrayContaining([...stored.watches]));
    const [least, most] = { all: [300, 300], some: [100, 299], none: [0, 0] }[left] as [number, number];
    expect(stored.watches.length).toBeGreaterThanOrEqual(least);
    expect(stored.watches.length).toBeLessThanOrEqual(most);

    await store.save(changesOf({ watches: [watchOf(1_000)] }));
    await store.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const next = await openIn(folder);
    expect(next.warnings).toEqual([]);
    expect(next.stored.watches).toEqual([...stored.watches, watchOf(1_000)]);
  },
);

const of = (row: object, part: object) => JSON.stringify({ ...row, ...part });
const answer = { assetId: 301, status: 'COMPLETED', text: null, metaData: null, receivedAt: 1 };
const watch = watchOf(301);
const notice = noticeOf(1);
const rows: readonly (readonly [what: string, kind: string, key: string, json: string])[] = [
  ['a time too late for a Date', 'watches', watch.id, of(watch, { endedAt: 8.7e15 })],
  ['a time far too early', 'watches', watch.id, of(watch, { addedAt: -1e300 })],
  ['a time that is no number', 'watches', watch.id, of(watch, { startedAt: NaN })],
  ['a time as text', 'watches', watch.id, of(watch, { startedAt: '1' })],
  ['infinity', 'watches', watch.id, of(watch, {}).replace('"addedAt":301', '"addedAt":1e999')],
  [
    'an answer from the far future',
    'watches',
    watch.id,
    of(watch, { known: { ...answer, receivedAt: 1e300 } }),
  ],
  ['an id below zero', 'watches', 'a1:films/-1', of(watchOf(-1), {})],
  ['an id of zero', 'watches', 'a1:films/0', of(watchOf(0), {})],
  ['an id too large', 'watches', `a1:films/${2 ** 53}`, of(watchOf(2 ** 53), {})],
  ['an id that is broken', 'watches', 'a1:films/1.5', of(watchOf(1.5), {})],
  ['an id of another asset', 'watches', watch.id, of(watchOf(302), { id: watch.id })],
  ['an answer about another asset', 'watches', watch.id, of(watch, { known: { ...answer, assetId: 1 } })],
  ['another row’s key', 'watches', 'a1:films/999', of(watch, {})],
  ['no fields', 'watches', watch.id, '{}'],
  ['a list', 'watches', watch.id, `[${of(watch, {})}]`],
  ['nothing', 'watches', watch.id, ''],
  ['null', 'watches', watch.id, 'null'],
  ['half a row', 'watches', watch.id, of(watch, {}).slice(0, -9)],
  ['two rows', 'watches', watch.id, of(watch, {}).repeat(2)],
  ['a very deep list', 'watches', watch.id, '['.repeat(500_000)],
  [
    'a very deep label',
    'watches',
    watch.id,
    of(watch, { label: 0 }).replace('"label":0', `"label":${'['.repeat(9_999)}${']'.repeat(9_999)}`),
  ],
  ['a very long label', 'watches', watch.id, of(watch, { label: 'x'.repeat(2_000_000) })],
  ['a very long key', 'watches', 'k'.repeat(1_000_000), of(watch, {})],
  ['a sign that ends texts', 'watches', watch.id, `${of(watch, {})}\0`],
  ['a missing field', 'watches', watch.id, of(watch, { toldLate: undefined })],
  ['a yes for a number', 'watches', watch.id, of(watch, { attempt: true })],
  ['an unknown notice', 'notices', notice.key, of(notice, { about: 'weather' })],
  ['an unknown fate', 'notices', notice.key, of(notice, { fate: { kind: 'eaten' } })],
  ['an unknown notifier', 'notices', notice.key, of(notice, { fate: { kind: 'shown', by: 'bell', at: 1 } })],
  ['an unknown cause', 'notices', notice.key, of(notice, { fate: { kind: 'held', reason: 'moon', at: 1 } })],
  ['a notice from the far future', 'notices', notice.key, of(notice, { at: 8.7e15 })],
  ['a notice of another asset', 'notices', notice.key, of(notice, { reference: watch.reference })],
  ['a duration without end', 'observations', observationOf(1).key, of(observationOf(1), { atMostMs: 1e300 })],
  [
    'a size without end',
    'observations',
    observationOf(1).key,
    of(observationOf(1), { size: 0 }).replace('"size":0', '"size":1e999'),
  ],
  ['a project of another follow', 'follows', followOf(1).id, of(followOf(2), { id: followOf(1).id })],
  ['an answer that nobody gives', 'follows', followOf(1).id, of(followOf(1), { runningListed: 'maybe' })],
  ['ranges that overlap', 'seen', seenOf(1).follow, of(seenOf(1, [1, 5, 3, 9]), {})],
  ['a range without end', 'seen', seenOf(1).follow, of(seenOf(1, [1]), {})],
  ['ids below zero', 'seen', seenOf(1).follow, of(seenOf(1, [-5, -3]), {})],
  [
    'a round before the first',
    'groups',
    groupOf(1).id,
    of(groupOf(1), { round: { ...groupOf(1).round, number: 0 } }),
  ],
  ['a group from the far future', 'groups', groupOf(1).id, of(groupOf(1), { createdAt: 8.7e15 })],
  ['a kind of a later version', 'wishes', '1', '{}'],
  ['a kind of the language', '__proto__', 'toString', '{}'],
  ['a text of ten megabytes', 'wishes', '1', 'x'.repeat(10_000_000)],
  ['a count of minus nothing', 'watches', watch.id, of(watch, {}).replace('"attempt":1', '"attempt":-0')],
  ['half a sign in its id', 'watches', 'a1:films\ud800/301', of(watch, { id: 'a1:films\ud800/301' })],
  ['a byte order mark', 'watches', watch.id, `\ufeff${of(watch, {})}`],
  ['a kind in capitals', 'WATCHES', watch.id, of(watch, {})],
  ['no kind at all', '', '', ''],
];

test.for(rows)(
  'a row with %s is reported and kept, and affects no other row',
  async ([, kind, key, json]) => {
    const folder = temporaryFolderInMemory();
    const file = await filled(folder);
    const put = (name: string) => {
      using base = new DatabaseSync(file);
      base.prepare('insert into rows values (?, ?, ?)').run(kind, name, json);
    };
    put(key);
    const before = rowsIn(file);
    const store = await openIn(folder);
    expect(store.warnings).toEqual([{ kind: 'entries-skipped', count: 1 }]);
    expect(store.stored).toEqual({
      watches,
      notices: [],
      observations: [],
      listings: [],
      timelines: [],
      follows: [],
      seen: [],
      groups: [],
      hooks: [],
      deliveries: [],
      lastEnds: [],
      wishes: [],
    });
    await store.save(changesOf({ watches: [watchOf(1, 'Reel')] }));
    await store.close();
    expect(rowsIn(file).filter((row) => row['kind'] === kind && row['key'] === key)).toEqual(
      before.filter((row) => row['kind'] === kind && row['key'] === key),
    );
    expect((await openIn(folder)).warnings).toEqual([{ kind: 'entries-skipped', count: 1 }]);
  },
);

test('replaces and deletes rows that it cannot read', async () => {
  const folder = temporaryFolderInMemory();
  const file = await filled(folder);
  sql(file, "update rows set row = '{}' where key in ('a1:films/7', 'a1:films/8')");
  const store = await openIn(folder);
  expect(store.warnings).toEqual([{ kind: 'entries-skipped', count: 2 }]);
  await store.save(changesOf({ watches: [watchOf(7)] }, { watches: [watchOf(8).id] }));
  await store.close();
  const next = await openIn(folder);
  expect(next.warnings).toEqual([]);
  expect(next.stored.watches).toEqual(watches.filter(({ id }) => id !== watchOf(8).id));
});

test.for(['', '-wal', '-journal'])(
  'sets aside a symbolic link in place of watchlist.db%s and never writes through it',
  async (end) => {
    const folder = temporaryFolderInMemory();
    const file = await filled(folder);
    const elsewhere = join(temporaryFolderInMemory(), 'elsewhere.db');
    sql(elsewhere, 'create table t(a)');
    const before = readFileSync(elsewhere);
    rmSync(`${file}${end}`, { force: true });
    symlinkSync(elsewhere, `${file}${end}`);

    const store = await openIn(folder);
    expect(store.warnings).toHaveLength(1);
    expect(store.stored.watches).toEqual(end === '' ? [] : watches);
    await store.save(changesOf({ watches: [watchOf(1)] }));
    expect(lstatSync(file).isFile()).toBe(true);
    await store.close();
    expect(readFileSync(elsewhere).equals(before)).toBe(true);
    expect(readdirSync(join(elsewhere, '..'))).toEqual(['elsewhere.db']);
  },
);

test('starts if a file is in place of the folder, and says why it cannot save', async () => {
  const folder = join(temporaryFolderInMemory(), 'user');
  writeFileSync(folder, 'in the way');
  const store = await openIn(folder);
  expect(store.warnings).toHaveLength(1);
  await expect(store.save(changesOf({ watches: [watchOf(1)] }))).rejects.toThrow('in-the-way');
  expect(readFileSync(folder, 'utf8')).toBe('in the way');
});

function rowsIn(file: string) {
  using base = new DatabaseSync(file, { readOnly: true });
  return base.prepare('select * from rows').all();
}
