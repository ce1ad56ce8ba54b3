import '../../../support/electron-path.ts';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSettingsStore, type SettingsContent } from '../../../../main/adapters/stores/settings-store.ts';
import { asItComes, defaultSettings, type Arrangement } from '../../../../main/contract.ts';
import { pauseEnd } from '../../../../main/desk/pause.ts';
import type { AccountRecord } from '../../../../main/model/account.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const at = Date.UTC(2026, 0, 2, 3, 4, 5);
const now = () => at;
const defaults: SettingsContent = {
  settings: defaultSettings,
  arrangement: asItComes,
  accounts: [],
  forgotten: [],
  pausedUntil: null,
  lookedForUpdateAt: null,
};

const studio: AccountRecord = {
  id: 'a1',
  name: 'Studio',
  apiUrl: 'https://mi.example.invalid',
  accessKeyEnding: 'wxyz',
  fingerprint: 'F1',
  keptAt: 5,
  workspaces: ['films'],
  weakAllowed: false,
  mayRegister: false,
};
const forgotten = { id: 'a8', fingerprint: 'F8' };
const arrangement: Arrangement = {
  order: { by: 'ended', isReversed: true },
  widths: { name: 240, status: 80 },
  hidden: ['project', 'started'],
};
const archive: AccountRecord = { ...studio, id: 'a2', name: 'Archive' };

/** A folder with this as its settings file. */
function folderWith(content: unknown): string {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, 'settings.json'),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return folder;
}

const open = (folder: string) => openSettingsStore({ folder, now });
const onDisk = (folder: string): unknown => JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8'));

test('a folder without a file gives the defaults', () => {
  const store = open(temporaryFolder());
  expect(store.get()).toEqual(defaults);
  expect(store.unreadable).toBeNull();
});

test('what was changed is read by the next run, from a place that only its owner may enter', () => {
  const folder = join(temporaryFolder(), 'import-watch');
  const pausedUntil = at + 7;
  const settings = { ...defaultSettings, theme: 'dark' } as const;
  open(folder).change({ settings, arrangement, accounts: [studio], pausedUntil, lookedForUpdateAt: at });
  expect(open(folder).get()).toEqual({
    settings,
    arrangement,
    accounts: [studio],
    forgotten: [],
    pausedUntil,
    lookedForUpdateAt: at,
  });
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'settings.json')).mode & 0o777).toBe(0o600);
});

test.for([
  ['half written', '{"version":1,"settings":{"floo'],
  ['empty', ''],
  ['an array', '[1,2]'],
  ['null', 'null'],
  ['a string', '"hello"'],
  ['a number', '1e300'],
  ['two files in one', '{"settings":{}}{"settings":{}}'],
  ['not text', '\u0000\u0001\u0002'],
  ['half of a UTF-16 file', Buffer.from([0xfe, 0xff, 0x00, 0x7b, 0x00])],
  ['nested so deep that it could not be saved', `{"more":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
] as const)('a file that is %s is put aside whole, told, and the defaults are used', ([, content]) => {
  const folder = temporaryFolder();
  const file = join(folder, 'settings.json');
  writeFileSync(file, content);
  const store = open(folder);
  const copy = join(folder, 'settings.corrupt-2026-01-02T03-04-05-000Z.json');
  expect(store.unreadable).toEqual({ kind: 'store-unreadable', file, copy });
  expect(readFileSync(copy)).toEqual(Buffer.from(content));
  expect(store.get()).toEqual(defaults);

  store.change({ pausedUntil: at + 5 });
  expect(open(folder).get().pausedUntil).toBe(at + 5);
});

test('two unreadable files of one moment are both kept', () => {
  const folder = temporaryFolder();
  for (const text of ['first', 'second']) {
    writeFileSync(join(folder, 'settings.json'), text);
    open(folder);
  }
  const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  expect(kept.toSorted()).toEqual(['first', 'second']);
});

test('a folder in the place of the file is put aside too', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'settings.json'));
  const store = open(folder);
  expect(store.unreadable?.kind).toBe('store-unreadable');
  store.change({ pausedUntil: at + 5 });
  expect(open(folder).get().pausedUntil).toBe(at + 5);
});

test('a change that cannot be written is refused with a plain reason and changes nothing', () => {
  const folder = join(temporaryFolder(), 'user');
  const store = open(folder);
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(folder, 'in the way');
  expect(() => store.change({ pausedUntil: at + 5 })).toThrow(/in-the-way \(E/);
  expect(store.get().pausedUntil).toBeNull();
});

test.each([
  ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 LE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 BE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['lines that end in CR LF', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
])('a file that an editor saved as %s is read, and goes on as UTF-8', (_name, encoded) => {
  const folder = temporaryFolder();
  const korean = { ...studio, name: '스튜디오 🎬' };
  const text = JSON.stringify({ settings: { theme: 'dark' }, accounts: [korean], more: '더' }, null, 2);
  writeFileSync(join(folder, 'settings.json'), encoded(text));
  const store = open(folder);
  expect(store.unreadable).toBeNull();
  expect(store.get()).toMatchObject({ settings: { theme: 'dark' }, accounts: [korean] });
  store.change({ settings: { ...store.get().settings, sound: false } });
  expect(onDisk(folder)).toEqual({
    settings: { theme: 'dark', sound: false },
    accounts: [korean],
    more: '더',
  });
});

describe('what is not understood', () => {
  const good = { settings: { theme: 'light' }, accounts: [studio, archive], pausedUntil: at + 60_000 };
  const read: SettingsContent = { ...defaults, ...good, settings: { ...defaultSettings, theme: 'light' } };

  // What the file has beside what is good, and what that leaves of it.
  test.for<[string, object, Partial<SettingsContent>]>([
    ['a newer version', { version: 2 }, {}],
    ['a version that is none', { version: 'first' }, {}],
    ['foreign entries', { window: { width: 3 }, __internal__: { migrations: 1 }, constructor: 5 }, {}],
    ['a theme of another version', { settings: { theme: 'high-contrast' } }, { settings: defaultSettings }],
    ['a language of another version', { settings: { theme: 'light', language: 'zh' } }, {}],
    ['a notifier of another version', { settings: { theme: 'light', notifier: 'growl' } }, {}],
    ['a switch that is a text', { settings: { theme: 'light', sound: 'loud' } }, {}],
    ['a number that is a text', { settings: { theme: 'light', floorMs: '60000' } }, {}],
    ['a number out of range', { settings: { theme: 'light', floorMs: 1 } }, {}],
    ['settings that are lists and objects', { settings: { theme: 'light', sound: [], language: {} } }, {}],
    ['settings that are null', { settings: { theme: 'light', sound: null, floorMs: null } }, {}],
    ['a setting of another version', { settings: { theme: 'light', quietAtNight: true } }, {}],
    ['no settings', { settings: undefined }, { settings: defaultSettings }],
    ['settings in a list', { settings: [{ theme: 'light' }] }, { settings: defaultSettings }],
    ['an arrangement that is a text', { arrangement: 'wide' }, {}],
    ['an order of another version', { arrangement: { order: { by: 'size', isReversed: false } } }, {}],
    [
      'widths and columns of another version',
      {
        arrangement: {
          ...arrangement,
          widths: { name: 240, status: -1, size: 9 },
          hidden: ['size', 'project'],
        },
      },
      { arrangement: { ...arrangement, widths: { name: 240 }, hidden: ['project'] } },
    ],
    [
      'columns that are hidden twice',
      { arrangement: { hidden: ['ended', 'ended'] } },
      { arrangement: { ...asItComes, hidden: ['ended'] } },
    ],
    ['no accounts', { accounts: undefined }, { accounts: [] }],
    ['accounts that are null', { accounts: null }, { accounts: [] }],
    ['accounts by name', { accounts: { studio } }, { accounts: [] }],
    ['an account that is null', { accounts: [studio, null, archive] }, {}],
    ['an account without an address', { accounts: [{ id: 'a0', name: 'Old' }, studio, archive] }, {}],
    ['an account whose id is a number', { accounts: [{ ...studio, id: 5 }, studio, archive] }, {}],
    ['an id that the window cannot name', { accounts: [{ ...studio, id: '../a1' }, studio, archive] }, {}],
    ['an id that never ends', { accounts: [{ ...studio, id: 'a'.repeat(41) }, studio, archive] }, {}],
    ['a second account of one id', { accounts: [studio, { ...archive, id: 'a1' }, archive] }, {}],
    [
      'side fields of accounts',
      {
        accounts: [
          { ...studio, workspaces: 'films', weakAllowed: 'yes', accessKeyEnding: 'AKIA0wxyz' },
          archive,
        ],
      },
      { accounts: [{ ...studio, workspaces: [], accessKeyEnding: null }, archive] },
    ],
    [
      'accounts with fewer fields',
      { accounts: [{ id: 'a1', name: 'Studio', apiUrl: studio.apiUrl }] },
      { accounts: [{ ...studio, workspaces: [], accessKeyEnding: null, fingerprint: null, keptAt: null }] },
    ],
    ['an account with more fields', { accounts: [{ ...studio, colour: 'red' }, archive] }, {}],
    [
      'an odd fingerprint',
      { accounts: [{ ...studio, fingerprint: 5 }, archive] },
      { accounts: [{ ...studio, fingerprint: null }, archive] },
    ],
    [
      'disconnected accounts of another version',
      { forgotten: [{ id: 'a7' }, forgotten, null] },
      { forgotten: [forgotten] },
    ],
    ['disconnected accounts by name', { forgotten: { a7: 'F7' } }, {}],
    ['a pause that no date can hold', { pausedUntil: 1e300 }, { pausedUntil: null }],
    ['a pause just beyond what a date can hold', { pausedUntil: 8.64e15 + 2 }, { pausedUntil: null }],
    ['a pause before all dates', { pausedUntil: -1e300 }, { pausedUntil: null }],
    ['a pause that is a text', { pausedUntil: 'tomorrow' }, { pausedUntil: null }],
    ['a pause that is a list', { pausedUntil: [at] }, { pausedUntil: null }],
  ])('%s: costs nothing else, and stays on disk through each change', ([, odd, left]) => {
    const file = { ...good, ...odd };
    const folder = folderWith(file);
    const before = onDisk(folder) as Record<string, unknown>;
    const store = open(folder);
    expect(store.unreadable).toBeNull();
    expect(store.get()).toEqual({ ...read, ...left });

    store.change({ settings: { ...store.get().settings, noticeLate: true } });
    const settings = Array.isArray(before['settings']) ? {} : before['settings'];
    const settled = { ...before, settings: { ...(settings as object), noticeLate: true } };
    expect(onDisk(folder)).toEqual(settled);

    const added = { ...studio, id: 'a9' };
    store.change({ accounts: [...store.get().accounts, added] });
    const accounts = (onDisk(folder) as { accounts: unknown[] }).accounts;
    const entries: unknown[] = [file.accounts ?? []].flat();
    expect(accounts).toHaveLength(entries.length + 1);
    expect(accounts).toEqual(expect.arrayContaining([...entries, added]));
    expect(open(folder).get()).toEqual(store.get());
  });

  test('a value of another version is replaced once the person changes it', () => {
    const folder = folderWith({
      settings: { theme: 'high-contrast', language: 'zh' },
      pausedUntil: 'tomorrow',
    });
    const store = open(folder);
    store.change({ settings: { ...store.get().settings, theme: 'dark' } });
    store.change({ pausedUntil: at + 5 });
    store.change({ pausedUntil: null });
    expect(onDisk(folder)).toEqual({ settings: { theme: 'dark', language: 'zh' }, pausedUntil: null });
  });

  test('of the disconnected accounts stays while they change', () => {
    const odd = { id: 'a7', until: 5 };
    const folder = folderWith({ forgotten: [odd, { ...forgotten, colour: 'red' }] });
    const store = open(folder);
    const next = { id: 'a9', fingerprint: 'F9' };
    store.change({ accounts: [], forgotten: [...store.get().forgotten, next] });
    expect(onDisk(folder)).toEqual({ accounts: [], forgotten: [{ ...forgotten, colour: 'red' }, next, odd] });
    store.change({ forgotten: [] });
    expect(onDisk(folder)).toEqual({ accounts: [], forgotten: [odd] });
  });

  test('of an account stays as long as the account, and goes with it', () => {
    const broken = { id: 'a0' };
    const folder = folderWith({ accounts: [broken, { ...studio, colour: 'red', workspaces: 5 }, archive] });
    const store = open(folder);
    const [first, second] = store.get().accounts;
    store.change({ accounts: [{ ...first!, name: 'Studio 2' }, second!] });
    expect(onDisk(folder)).toEqual({
      accounts: [{ ...studio, name: 'Studio 2', colour: 'red', workspaces: 5 }, archive, broken],
    });
    store.change({ accounts: [second!] });
    expect(onDisk(folder)).toEqual({ accounts: [archive, broken] });
  });
});

describe('the end of a pause', () => {
  test.each(['one-hour', 'until-tomorrow'] as const)('is believed whenever it was chosen: %s', (length) => {
    const lengthFrom = (chosen: number) => pauseEnd(length, chosen) - chosen;
    const aYear = Array.from({ length: 366 * 24 }, (_, hour) => at + hour * 3_600_000);
    const worst = aYear.toSorted((left, right) => lengthFrom(right) - lengthFrom(left))[0]!;
    const pausedUntil = pauseEnd(length, worst);
    const folder = folderWith({ pausedUntil });
    expect(openSettingsStore({ folder, now: () => worst }).get().pausedUntil).toBe(pausedUntil);
    expect(openSettingsStore({ folder, now: () => pausedUntil + 1 }).get().pausedUntil).toBe(pausedUntil);
  });

  test('that a wrong clock set far off is none, and does not begin by itself when its time comes near', () => {
    const pausedUntil = Date.UTC(2026, 11, 24);
    const folder = folderWith({ pausedUntil });
    const store = open(folder);
    expect(store.get().pausedUntil).toBeNull();
    store.change({ settings: { ...defaultSettings, theme: 'dark' } });
    const later = openSettingsStore({ folder, now: () => pausedUntil - 1_000 });
    expect(later.get().pausedUntil).toBeNull();
  });
});
