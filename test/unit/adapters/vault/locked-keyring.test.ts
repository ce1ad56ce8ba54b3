import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import '../../../support/electron-path.ts';
import { expect, test, vi } from 'vitest';
import { createVault, keyPair } from '../../../../main/adapters/vault/vault.ts';
import { openVaultStore } from '../../../../main/adapters/vault/vault-store.ts';
import { createSafeStorage } from '../../../stand-in/rooms/safe-storage.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const keys = { accessKey: 'ACCESS-canary-0001', secretKey: 'SECRET-canary-0002' };
const otherKeys = { ...keys, secretKey: 'SECRET-canary-0003' };
const a1 = { account: 'a1', origin: 'https://mi.example.com' };
/** The person vouches for what no keyring does. */
const yes = { confirm: () => Promise.resolve(true) };

/** One process on a folder, with a keyring as Electron shows it. `goOn`: the time comes after which waiting is said. */
function start(folder: string, keyring: 'none' | 'ready' | 'locked' | 'prompts', desktop = 'GNOME') {
  const environment = { STAND_IN_KEYRING: keyring, XDG_CURRENT_DESKTOP: desktop };
  const safeStorage = createSafeStorage(() => folder, environment);
  const encrypt = vi.spyOn(safeStorage, 'encryptStringAsync');
  const decrypt = vi.spyOn(safeStorage, 'decryptStringAsync');
  let goOn: () => void = () => undefined;
  const vault = createVault(
    {
      platform: 'linux',
      safeStorage,
      store: openVaultStore({ folder, now: () => 0 }).keys,
      after(_delayMs, run) {
        goOn = run;
        return () => (goOn = () => undefined);
      },
    },
    keyPair,
  );
  return { vault, safeStorage, encrypt, decrypt, goOn: () => goOn() };
}

async function installed(): Promise<string> {
  const folder = temporaryFolder();
  expect(await start(folder, 'ready').vault.keep(a1, keys, { mayBeWeak: async () => false })).toBe('keyring');
  return folder;
}

const onDisk = (folder: string) => readFileSync(join(folder, 'vault.json'), 'utf8');

test('the keyring is not touched where no key is sealed: it might ask the person for a password', async () => {
  const { vault, encrypt, decrypt } = start(temporaryFolder(), 'prompts');
  expect(await vault.credentials(a1, yes)).toBeNull();
  expect(vault.storageOf(a1)).toBe('none');
  expect(encrypt).not.toHaveBeenCalled();
  expect(decrypt).not.toHaveBeenCalled();
});

test.for([
  ['a desktop that Electron does not know, with a keyring', 'ready', 'sway', 'keyring', false],
  ['GNOME whose keyring is not there', 'none', 'GNOME', 'session', true],
  ['a keyring that stays locked', 'locked', 'GNOME', 'session', true],
] as const)(
  'what was sealed tells whether there is a keyring, and no name of one: %s',
  async ([, keyring, desktop, storage, isMissing]) => {
    const { vault } = start(temporaryFolder(), keyring, desktop);
    expect(await vault.keep(a1, keys, { mayBeWeak: async () => false })).toBe(storage);
    expect(vault.keyringMissing()).toBe(isMissing);
  },
);

test('a prompt that stays open is said after a while, and the keys come once it is answered', async () => {
  const { vault, safeStorage, goOn } = start(await installed(), 'prompts');
  const toldWaiting = vi.fn();
  const found = vault.credentials(a1, { ...yes, waiting: toldWaiting });
  expect(vault.storageOf(a1)).toBe('keyring');
  goOn();
  expect(toldWaiting).toHaveBeenCalledOnce();
  expect(vault.storageOf(a1)).toBe('waiting');
  safeStorage.answerPrompt(true);
  expect(await found).toEqual(keys);
  expect(vault.storageOf(a1)).toBe('keyring');
});

test('a keyring that answers at once is not said to be waited for', async () => {
  const { vault, goOn } = start(await installed(), 'ready');
  const toldWaiting = vi.fn();
  expect(await vault.credentials(a1, { ...yes, waiting: toldWaiting })).toEqual(keys);
  goOn();
  expect(toldWaiting).not.toHaveBeenCalled();
});

test.for(['locked', 'none'] as const)(
  'a keyring that refuses is asked once, since the process gets no other answer; the next one does (%s)',
  async (keyring) => {
    const folder = await installed();
    const before = onDisk(folder);
    const { vault, decrypt } = start(folder, keyring);
    expect(await vault.credentials(a1, yes)).toBeNull();
    expect(vault.storageOf(a1)).toBe('locked');
    expect(decrypt).toHaveBeenCalledOnce();
    expect(onDisk(folder)).toBe(before);
    expect(await start(folder, 'ready').vault.credentials(a1, yes)).toEqual(keys);
  },
);

test('keys entered while the keyring is locked are used, and those on disk stay', async () => {
  const folder = await installed();
  const before = onDisk(folder);
  const { vault } = start(folder, 'locked');
  await vault.credentials(a1, yes);
  expect(await vault.keep(a1, otherKeys, { mayBeWeak: async () => false })).toBe('session');
  expect(await vault.credentials(a1, yes)).toEqual(otherKeys);
  expect(vault.storageOf(a1)).toBe('session');
  expect(onDisk(folder)).toBe(before);
});

test('what the person did to the account while the prompt was open stands', async () => {
  const folder = await installed();
  const { vault, safeStorage, goOn } = start(folder, 'prompts');
  const toldWaiting = vi.fn();
  const found = vault.credentials(a1, { ...yes, waiting: toldWaiting });
  await vault.forget('a1');
  goOn();
  safeStorage.answerPrompt(true);
  expect(await found).toBeNull();
  expect(toldWaiting).not.toHaveBeenCalled();
  expect(vault.storageOf(a1)).toBe('none');
});

test('keys that were weakly kept are protected as soon as there is a keyring', async () => {
  const folder = temporaryFolder();
  expect(await start(folder, 'none').vault.keep(a1, keys, { mayBeWeak: async () => true })).toBe('weak');
  const { vault } = start(folder, 'ready');
  expect(await vault.credentials(a1, yes)).toEqual(keys);
  expect(vault.storageOf(a1)).toBe('keyring');
  expect(onDisk(folder)).toContain('"os"');
});

test('keys of the keyring are never sealed anew with less', async () => {
  const folder = await installed();
  const { vault, safeStorage } = start(folder, 'ready');
  const weaker = createSafeStorage(() => folder, { STAND_IN_KEYRING: 'none' });
  vi.spyOn(safeStorage, 'encryptStringAsync').mockImplementation(weaker.encryptStringAsync);
  const { decryptStringAsync } = createSafeStorage(() => folder, { STAND_IN_KEYRING: 'ready' });
  vi.spyOn(safeStorage, 'decryptStringAsync').mockImplementation(async (bytes) => ({
    ...(await decryptStringAsync(bytes)),
    shouldReEncrypt: true,
  }));
  const before = onDisk(folder);
  expect(await vault.credentials(a1, yes)).toEqual(keys);
  expect(onDisk(folder)).toBe(before);
});
