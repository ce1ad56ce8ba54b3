import '../../../support/electron-path.ts';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lineOf } from '../../../../main/adapters/stores/journal-line.ts';
import { openWatchlistStore } from '../../../../main/adapters/stores/watchlist-store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { changesOf, noticeOf, settled, watchOf } from './entries.ts';
import { filesIn, journals } from './watchlist-folder.ts';

const now = () => 0;
const many = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('what a crash left half-written beside a file is taken away', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now, journalLimit: 1 });
  await store.save(changesOf({ watches: [watchOf(1)] }));
  await settled(store);
  const before = filesIn(folder);
  writeFileSync(join(folder, 'watchlist', `${before[0]}.tmp-1234567890abcdef`), '{"ver');
  expect(openWatchlistStore({ folder, now }).watches).toEqual([watchOf(1)]);
  expect(filesIn(folder)).toEqual(before);
});

test.for([
  ['an id that is no number', { reference: { workspace: 'films', projectId: 1, assetId: '1' } }],
  ['an unknown fate', { fate: { kind: 'eaten' } }],
])('a file with %s is put aside', ([, part]) => {
  const folder = temporaryFolder();
  const notice = { ...noticeOf(1), ...(part as object) };
  const text = JSON.stringify({ version: 2, watches: {}, notices: { [notice.key]: notice }, groups: {} });
  writeFileSync(join(folder, 'watchlist.json'), text);
  const store = openWatchlistStore({ folder, now });
  expect(store.notices).toEqual([]);
  expect(readFileSync(store.unreadable[0]!.copy, 'utf8')).toBe(text);
});

test('of a damaged part only its own entries are missing, and each is told', async () => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now, journalLimit: 1 });
  await store.save(changesOf({ watches: many(200).map((id) => watchOf(id)) }));
  await settled(store);
  const path = join(folder, 'watchlist', 'part-7.json');
  const lost = Object.keys((JSON.parse(readFileSync(path, 'utf8')) as { watches: object }).watches);
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, -20));

  const next = openWatchlistStore({ folder, now });
  const copy = join(folder, 'watchlist', 'part-7.corrupt-1970-01-01T00-00-00-000Z.json');
  expect(next.unreadable).toEqual([{ kind: 'store-unreadable', file: path, copy }]);
  expect(lost.length).toBeGreaterThan(0);
  expect(next.watches).toEqual(
    store.watches.concat(many(200).map((id) => watchOf(id))).filter(({ id }) => !lost.includes(id)),
  );
});

test.for([
  ['damaged in its midst', (text: string) => text.replace('"label":null', '"label":nuII')],
  ['of a newer version', (text: string) => text + lineOf('{"version":3,"watches":[]}')],
  ['of something else', (text: string) => text + lineOf('["hello"]')],
])('a journal %s is told, read as far as it can be, and kept', async ([, damage]) => {
  const folder = temporaryFolder();
  const store = openWatchlistStore({ folder, now });
  for (const id of many(3)) await store.save(changesOf({ watches: [watchOf(id)] }));
  const path = join(folder, 'watchlist', 'changes-1.jsonl');
  const text = (damage as (text: string) => string)(readFileSync(path, 'utf8'));
  writeFileSync(path, text);

  const next = openWatchlistStore({ folder, now });
  const copy = join(folder, 'watchlist', 'changes-1.corrupt-1970-01-01T00-00-00-000Z.jsonl');
  expect(next.unreadable).toEqual([{ kind: 'store-unreadable', file: path, copy }]);
  const readable = text.includes('nuII') ? [watchOf(2), watchOf(3)] : many(3).map((id) => watchOf(id));
  expect(next.watches).toEqual(readable);
  expect(existsSync(copy)).toBe(false);

  await next.save(changesOf({ watches: [watchOf(4)] }));
  await settled(next);
  expect(readFileSync(copy, 'utf8')).toBe(text);
  const later = openWatchlistStore({ folder, now });
  expect(later.unreadable).toEqual([]);
  expect(later.watches).toEqual([...readable, watchOf(4)]);
});

test('a folder in the place of a journal is put aside', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'watchlist', 'changes-1.jsonl'), { recursive: true });
  const store = openWatchlistStore({ folder, now });
  expect(store.unreadable).toHaveLength(1);
  expect(journals(folder)).toEqual(['changes-1.corrupt-1970-01-01T00-00-00-000Z.jsonl']);
});

test('a torn end is not damage', async () => {
  const folder = temporaryFolder();
  await openWatchlistStore({ folder, now }).save(changesOf({ watches: [watchOf(1)] }));
  appendFileSync(join(folder, 'watchlist', 'changes-1.jsonl'), '0123abcd {"version":1,"wat');
  const store = openWatchlistStore({ folder, now });
  expect(store.unreadable).toEqual([]);
  expect(store.watches).toEqual([watchOf(1)]);
});
