import '../../../support/electron-path.ts';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { defaultSettings, openSettingsStore } from '../../../../main/adapters/stores/settings-store.ts';

const now = () => Date.UTC(2026, 0, 2, 3, 4, 5);
const defaults = { settings: defaultSettings, accounts: [], pausedUntil: null };

test('a folder without a file gives the defaults', () => {
  const store = openSettingsStore({ folder: temporaryFolder(), now });
  expect(store.get()).toEqual(defaults);
  expect(store.unreadable).toBeNull();
});

test('what was changed is read by the next run, from a file that only its owner may read', () => {
  const folder = temporaryFolder();
  openSettingsStore({ folder, now }).change({
    settings: { ...defaultSettings, theme: 'dark' },
    pausedUntil: 7,
  });
  const next = openSettingsStore({ folder, now }).get();
  expect(next.settings.theme).toBe('dark');
  expect(next.pausedUntil).toBe(7);
  expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600);
});

test('a file of version 1 loads', () => {
  const folder = temporaryFolder();
  copyFileSync(
    join(import.meta.dirname, '../../fixtures/stores/settings-1.json'),
    join(folder, 'settings.json'),
  );
  const store = openSettingsStore({ folder, now });
  expect(store.unreadable).toBeNull();
  expect(store.get().settings).toEqual({
    floorMs: 10_000,
    noticeCompleted: false,
    noticeFailed: true,
    noticeLate: false,
    sound: false,
    notifier: 'electron',
    language: 'ko',
    theme: 'dark',
    startAtLogin: true,
  });
  expect(store.get().accounts).toEqual([
    {
      id: 'a1',
      name: 'Studio',
      apiUrl: 'https://mi.example.invalid',
      accessKeyEnding: 'wxyz',
      workspaces: ['films'],
      weakAllowed: false,
    },
  ]);
});

test('a setting that the file does not name takes its default', () => {
  const folder = temporaryFolder();
  const text = '{"version":1,"settings":{"theme":"light"},"accounts":[],"pausedUntil":null}';
  writeFileSync(join(folder, 'settings.json'), text);
  expect(openSettingsStore({ folder, now }).get().settings).toEqual({ ...defaultSettings, theme: 'light' });
});

test.for([
  ['half written', '{"version":1,"settings":{"floo'],
  ['empty', ''],
  ['an array', '[1,2]'],
  ['null', 'null'],
  ['a string', '"hello"'],
  ['foreign', '{"window":{"width":3}}'],
  ['an empty object', '{}'],
  ['not text', '\u0000\u0001\u0002'],
  ['a wrong type', '{"version":1,"settings":{"sound":"loud"},"accounts":[],"pausedUntil":null}'],
  ['accounts that are none', '{"version":1,"settings":{},"accounts":[{"id":5}],"pausedUntil":null}'],
  ['a newer version', '{"version":2,"settings":{},"accounts":[],"pausedUntil":null}'],
  ['version 0', '{"version":0,"settings":{},"accounts":[],"pausedUntil":null}'],
])('a file that is %s is put aside whole, told, and the defaults are used', ([, text]) => {
  const folder = temporaryFolder();
  const file = join(folder, 'settings.json');
  writeFileSync(file, text!);
  const store = openSettingsStore({ folder, now });
  const copy = join(folder, 'settings.corrupt-2026-01-02T03-04-05-000Z.json');
  expect(store.unreadable).toEqual({ kind: 'store-unreadable', file, copy });
  expect(readFileSync(copy, 'utf8')).toBe(text);
  expect(store.get()).toEqual(defaults);

  store.change({ pausedUntil: 5 });
  expect(openSettingsStore({ folder, now }).get().pausedUntil).toBe(5);
});

test('two unreadable files of one moment are both kept', () => {
  const folder = temporaryFolder();
  for (const text of ['first', 'second']) {
    writeFileSync(join(folder, 'settings.json'), text);
    openSettingsStore({ folder, now });
  }
  const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(kept.toSorted()).toEqual(['first', 'second']);
});

test('a folder in the place of the file is put aside too', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'settings.json'));
  const store = openSettingsStore({ folder, now });
  expect(store.unreadable?.kind).toBe('store-unreadable');
  store.change({ pausedUntil: 5 });
  expect(openSettingsStore({ folder, now }).get().pausedUntil).toBe(5);
});

test('a change that cannot be written is refused with a plain reason and changes nothing', () => {
  const folder = join(temporaryFolder(), 'user');
  const store = openSettingsStore({ folder, now });
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(folder, 'in the way');
  expect(() => store.change({ pausedUntil: 5 })).toThrow(/in-the-way \(E/);
  expect(store.get().pausedUntil).toBeNull();
});
