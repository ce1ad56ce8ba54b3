import '../../../support/electron-path.ts';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CannotSave } from '../../../../main/adapters/stores/cannot-save.ts';
import { openSettingsStore } from '../../../../main/adapters/stores/settings-store.ts';
import { openVaultStore } from '../../../../main/adapters/vault/vault-store.ts';
import { warningText } from '../../../../words/warning-text.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const now = () => 0;
const modeOf = (path: string) => statSync(path).mode & 0o777;
const sealed = { scheme: 'os', data: 'AAAA' } as const;

/** The two stores of one shape, each with a change that writes it. */
const stores = [
  {
    file: 'settings.json',
    open(folder: string) {
      const store = openSettingsStore({ folder, now });
      return { ...store, change: () => store.change({ pausedUntil: 5 }) };
    },
  },
  {
    file: 'vault.json',
    open(folder: string) {
      const store = openVaultStore({ folder, now });
      return { ...store, change: () => store.keys.set('a1', sealed) };
    },
  },
] as const;

describe.skipIf(process.platform === 'win32').each(stores)('$file', ({ file, open }) => {
  test('that others may read or change becomes its owner’s alone again, with its copies and its folder', () => {
    const folder = temporaryFolder();
    const copy = file.replace('.json', '.corrupt-2026.json');
    for (const name of [file, copy, 'other.json']) {
      writeFileSync(join(folder, name), '{}');
      chmodSync(join(folder, name), 0o666);
    }
    chmodSync(folder, 0o777);
    open(folder);
    expect(['', file, copy, 'other.json'].map((name) => modeOf(join(folder, name)))).toEqual([
      0o700, 0o600, 0o600, 0o666,
    ]);
  });

  test('that cannot be read is its owner’s alone also where it was set aside', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, file), 'half');
    chmodSync(join(folder, file), 0o644);
    expect(modeOf(open(folder).unreadable!.copy)).toBe(0o600);
  });

  test('in a folder that is a link is read there', () => {
    const folder = temporaryFolder();
    const target = join(folder, 'elsewhere');
    mkdirSync(target, { mode: 0o755 });
    const link = join(folder, 'import-watch');
    symlinkSync(target, link);
    open(link).change();
    expect(open(link).unreadable).toBeNull();
    expect(modeOf(join(target, file))).toBe(0o600);
    expect(modeOf(target)).toBe(0o700);
  });

  test.each([
    [
      'to a file elsewhere',
      (outside: string) => writeFileSync(outside, '{"settings":{},"more":1}', { mode: 0o644 }),
    ],
    ['to a folder', (outside: string) => mkdirSync(outside, { mode: 0o755 })],
    ['to nothing', () => undefined],
  ])('that is a link %s is set aside and told, and nothing is done to where it leads', (_name, make) => {
    const [folder, outside] = [temporaryFolder(), join(temporaryFolder(), 'outside')];
    make(outside);
    const before = lstatSync(outside, { throwIfNoEntry: false });
    symlinkSync(outside, join(folder, file));
    const store = open(folder);
    expect(readlinkSync(store.unreadable!.copy)).toBe(outside);
    store.change();
    open(folder);
    const { atimeMs: _seen, ...after } = lstatSync(outside, { throwIfNoEntry: false }) ?? { atimeMs: 0 };
    expect(before ?? {}).toMatchObject(after);
    expect(lstatSync(join(folder, file)).isFile()).toBe(true);
  });

  test('is not written through a link that took its place meanwhile', () => {
    const [folder, outside] = [temporaryFolder(), join(temporaryFolder(), 'outside')];
    writeFileSync(outside, 'untouched');
    const store = open(folder);
    store.change();
    renameSync(join(folder, file), join(folder, 'kept'));
    symlinkSync(outside, join(folder, file));
    expect(store.change).toThrow('in-the-way');
    expect(readFileSync(outside, 'utf8')).toBe('untouched');
  });

  test('that could be neither read nor set aside at the start is not written over, and is read at the next', () => {
    const [folder, away] = [join(temporaryFolder(), 'import-watch'), temporaryFolder()];
    open(away).change();
    const before = readFileSync(join(away, file), 'utf8');
    // Nothing behind it can be looked at, as in a home folder on another computer that is not there yet.
    symlinkSync(folder, folder);
    const store = open(folder);
    const path = join(folder, file);
    expect(store.unreadable).toEqual({ kind: 'store-unreadable', file: path, copy: path });
    expect(warningText(store.unreadable!, 'en').advice).toContain('nothing is saved over it');
    expect(store.change).toThrow(CannotSave);
    rmSync(folder);
    symlinkSync(away, folder);
    expect(store.change).toThrow('not-read');
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(open(folder).unreadable).toBeNull();
  });

  test('that is a pipe is set aside instead of waited for', () => {
    const folder = temporaryFolder();
    execFileSync('mkfifo', [join(folder, file)]);
    const store = open(folder);
    expect(lstatSync(store.unreadable!.copy).isFIFO()).toBe(true);
    store.change();
    expect(open(folder).unreadable).toBeNull();
  });

  test('that is larger than any of the app’s own is set aside unread', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, file), `{}${' '.repeat(16 * 1_024 * 1_024)}`);
    const store = open(folder);
    expect(statSync(store.unreadable!.copy).size).toBeGreaterThan(16_000_000);
    store.change();
    expect(open(folder).unreadable).toBeNull();
  });
});
