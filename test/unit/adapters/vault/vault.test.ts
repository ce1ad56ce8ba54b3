import '../../../support/electron-path.ts';
import { createCipheriv, pbkdf2Sync } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createVault, keyPair, type VaultPorts } from '../../../../main/adapters/vault/vault.ts';
import { openVaultStore } from '../../../../main/adapters/vault/vault-store.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const now = () => 0;
const keys = { accessKey: 'ACCESS-canary-0001', secretKey: 'SECRET-canary-0002' };
const a1 = { account: 'a1', origin: 'https://mi.example.com' };
/** The person vouches for what no keyring does. */
const yes = { confirm: () => Promise.resolve(true) };
type SafeStorage = VaultPorts['safeStorage'];

/** Like Chromium's OSCrypt: a prefix that names the provider, and text that nobody can read. */
function keyring(prefix: string, part: Partial<SafeStorage> = {}): SafeStorage {
  const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  return {
    encryptStringAsync: (text) =>
      Promise.resolve(Buffer.concat([Buffer.from(prefix), turned(Buffer.from(text))])),
    decryptStringAsync: (bytes) =>
      bytes.subarray(0, 3).toString() === prefix
        ? Promise.resolve({ shouldReEncrypt: false, result: turned(bytes.subarray(3)).toString() })
        : Promise.reject(new Error('Error while decrypting the ciphertext.')),
    ...part,
  };
}

function open(folder: string, safeStorage: SafeStorage, part: Partial<VaultPorts> = {}) {
  const store = openVaultStore({ folder, now }).keys;
  return createVault(
    { platform: 'linux', safeStorage, store, after: () => () => undefined, ...part },
    keyPair,
  );
}

const onDisk = (folder: string) => readFileSync(join(folder, 'vault.json'), 'utf8');

test('with a keyring the keys come back in the next run, and only ciphertext is on disk', async () => {
  const folder = temporaryFolder();
  expect(await open(folder, keyring('v11')).keep(a1, keys, { mayBeWeak: async () => false })).toBe('keyring');
  const text = onDisk(folder);
  expect(text).not.toContain('canary');
  expect(Buffer.from(JSON.parse(text).keys.a1.data, 'base64').toString()).not.toContain('canary');
  expect(JSON.parse(text).keys.a1).toMatchObject({ scheme: 'os' });
  expect(statSync(join(folder, 'vault.json')).mode & 0o777).toBe(0o600);

  const next = open(folder, keyring('v11'));
  expect(await next.credentials(a1, yes)).toEqual(keys);
  expect(next.storageOf(a1)).toBe('keyring');
  expect(next.keyringMissing()).toBe(false);
});

test('with the hard-coded key only, the keys live for this run only, unless the person chose otherwise', async () => {
  const folder = temporaryFolder();
  const vault = open(folder, keyring('v10'));
  expect(await vault.keep(a1, keys, { mayBeWeak: async () => false })).toBe('session');
  expect(vault.storageOf(a1)).toBe('session');
  expect(vault.keyringMissing()).toBe(true);
  expect(await vault.credentials(a1, yes)).toEqual(keys);
  expect(await open(folder, keyring('v10')).credentials(a1, yes)).toBeNull();

  expect(await vault.keep(a1, keys, { mayBeWeak: async () => true })).toBe('weak');
  const next = open(folder, keyring('v10'));
  expect(await next.credentials(a1, yes)).toEqual(keys);
  expect(next.storageOf(a1)).toBe('weak');
});

test.for([
  ['another account', { ...a1, account: 'a2' }],
  ['another address', { ...a1, origin: 'https://attacker.example' }],
  ['an address that is none', { ...a1, origin: null }],
] as const)('keys are given out to nobody else: %s', async ([, owner]) => {
  const folder = temporaryFolder();
  const first = open(folder, keyring('v11'));
  await first.keep(a1, keys, { mayBeWeak: async () => false });
  // As somebody does who can write the app's files while it is closed.
  const file = JSON.parse(onDisk(folder)) as { keys: Record<string, unknown> };
  file.keys[owner.account] = file.keys['a1'];
  writeFileSync(join(folder, 'vault.json'), JSON.stringify(file));
  const next = open(folder, keyring('v11'));
  expect(await next.credentials(owner, yes)).toBeNull();
  expect(next.storageOf(owner)).toBe('other-address');
  expect(await next.credentials(a1, yes)).toEqual(keys);
});

test('keys for this run only are given out for their address only', async () => {
  const vault = open(temporaryFolder(), keyring('v10'));
  await vault.keep(a1, keys, { mayBeWeak: async () => false });
  const elsewhere = { ...a1, origin: 'https://attacker.example' };
  expect(await vault.credentials(elsewhere, yes)).toBeNull();
  expect(vault.storageOf(elsewhere)).toBe('other-address');
  expect(await vault.credentials(a1, yes)).toEqual(keys);
});

test('keys without an owner, as somebody could have sealed them, are none', async () => {
  const folder = temporaryFolder();
  await open(folder, keyring('v11')).keep(a1, keys, { mayBeWeak: async () => false });
  const ownerless = keyring('v11', {
    decryptStringAsync: () => Promise.resolve({ shouldReEncrypt: false, result: JSON.stringify(keys) }),
  });
  expect(await open(folder, ownerless).credentials(a1, yes)).toBeNull();
});

test('ciphertext of the key that every computer has is refused where the keyring is said to have made it', async () => {
  const folder = temporaryFolder();
  await open(folder, keyring('v10')).keep(a1, keys, { mayBeWeak: async () => true });
  const planted = onDisk(folder).replace('"weak"', '"os"');
  writeFileSync(join(folder, 'vault.json'), planted);
  // Chromium decrypts it all the same, with a keyring beside it.
  const vault = open(folder, keyring('v10'));
  expect(await vault.credentials(a1, yes)).toBeNull();
  expect(vault.storageOf(a1)).toBe('unreadable');
  expect(onDisk(folder)).toBe(planted);
  expect(await open(folder, keyring('v10'), { platform: 'darwin' }).credentials(a1, yes)).toEqual(keys);
});

test.for([
  ['the person vouches for them', true, keys],
  ['the person does not', false, null],
] as const)(
  'keys that the file itself calls weak are given out where %s, and the keyring takes no others into its care',
  async ([, isTheirs, given]) => {
    const folder = temporaryFolder();
    const theirs = { account: 'a1', origin: 'https://attacker.example' };
    await open(folder, keyring('v10')).keep(theirs, keys, { mayBeWeak: async () => true });
    const planted = onDisk(folder);
    // Chromium decrypts it beside a keyring, too, and wants it encrypted again.
    const { decryptStringAsync } = keyring('v10');
    const vault = open(
      folder,
      keyring('v11', {
        decryptStringAsync: async (bytes) => ({
          ...(await decryptStringAsync(bytes)),
          shouldReEncrypt: true,
        }),
      }),
    );
    const answer = Promise.withResolvers<boolean>();
    const found = vault.credentials(theirs, { confirm: () => answer.promise });
    await vi.waitFor(() => expect(vault.storageOf(theirs)).toBe('unconfirmed'));
    expect(onDisk(folder)).toBe(planted);
    answer.resolve(isTheirs);
    expect(await found).toEqual(given);
    expect(vault.storageOf(theirs)).toBe(isTheirs ? 'keyring' : 'unconfirmed');
    expect(onDisk(folder) === planted).toBe(!isTheirs);
  },
);

test('what the person did to the account while the question stood open stands', async () => {
  const folder = temporaryFolder();
  await open(folder, keyring('v10')).keep(a1, keys, { mayBeWeak: async () => true });
  const vault = open(folder, keyring('v10'));
  const answer = Promise.withResolvers<boolean>();
  const confirm = vi.fn(() => answer.promise);
  const found = vault.credentials(a1, { confirm });
  await vi.waitFor(() => expect(confirm).toHaveBeenCalled());
  await vault.forget('a1');
  answer.resolve(true);
  expect(await found).toBeNull();
  expect(vault.storageOf(a1)).toBe('none');
});

test('what the keyring vouches for is given out without a question', async () => {
  const folder = temporaryFolder();
  await open(folder, keyring('v11')).keep(a1, keys, { mayBeWeak: async () => false });
  const confirm = vi.fn();
  expect(await open(folder, keyring('v11')).credentials(a1, { confirm })).toEqual(keys);
  expect(confirm).not.toHaveBeenCalled();
});

test.for([
  ['linux', 'v11'],
  ['darwin', 'v10'],
] as const)(
  'ciphertext of an empty password, which Chromium opens beside the keyring’s, is weak as well: %s',
  async ([platform, prefix]) => {
    const folder = temporaryFolder();
    const text = JSON.stringify({ ...a1, ...keys });
    const key = pbkdf2Sync('', 'saltysalt', 1, 16, 'sha1');
    const cipher = createCipheriv('aes-128-cbc', key, Buffer.alloc(16, ' '));
    const data = Buffer.concat([Buffer.from(prefix), cipher.update(text), cipher.final()]).toString('base64');
    const opens = keyring(prefix, {
      decryptStringAsync: () => Promise.resolve({ shouldReEncrypt: false, result: text }),
    });
    const plant = (scheme: string) =>
      writeFileSync(join(folder, 'vault.json'), JSON.stringify({ keys: { a1: { scheme, data } } }));
    plant('os');
    const said = open(folder, opens, { platform });
    expect(await said.credentials(a1, yes)).toBeNull();
    expect(said.storageOf(a1)).toBe('unreadable');
    plant('weak');
    const confirm = vi.fn(() => Promise.resolve(false));
    expect(await open(folder, opens, { platform }).credentials(a1, { confirm })).toBeNull();
    expect(confirm).toHaveBeenCalledOnce();
  },
);

test('v10 is the protected prefix on macOS and Windows', async () => {
  const folder = temporaryFolder();
  for (const platform of ['darwin', 'win32'] as const) {
    const vault = open(folder, keyring('v10'), { platform });
    expect(await vault.keep({ ...a1, account: platform }, keys, { mayBeWeak: async () => false })).toBe(
      'keyring',
    );
  }
  expect(JSON.parse(onDisk(folder)).keys).toMatchObject({
    darwin: { scheme: 'os' },
    win32: { scheme: 'os' },
  });
});

test('a ciphertext that cannot be decrypted is kept, said, and read again once its keyring is back', async () => {
  const folder = temporaryFolder();
  await open(folder, keyring('v11')).keep(a1, keys, { mayBeWeak: async () => false });
  const before = onDisk(folder);

  const other = open(folder, keyring('v12'));
  expect(await other.credentials(a1, yes)).toBeNull();
  expect(other.storageOf(a1)).toBe('unreadable');
  expect(onDisk(folder)).toBe(before);

  expect(await open(folder, keyring('v11')).credentials(a1, yes)).toEqual(keys);
});

test('keys for this run only leave an unreadable ciphertext where it is', async () => {
  const folder = temporaryFolder();
  await open(folder, keyring('v11')).keep(a1, keys, { mayBeWeak: async () => false });
  const before = onDisk(folder);
  const without = open(folder, keyring('v10'));
  await without.credentials(a1, yes);
  expect(await without.keep(a1, keys, { mayBeWeak: async () => false })).toBe('session');
  expect(onDisk(folder)).toBe(before);
});

test('weak ciphertext goes where the person wants none of the keys that take its place', async () => {
  const folder = temporaryFolder();
  await open(folder, keyring('v10')).keep(a1, keys, { mayBeWeak: async () => true });
  const vault = open(folder, keyring('v10'));
  const newer = { ...keys, accessKey: 'ACCESS-canary-0003' };
  expect(await vault.keep(a1, newer, { mayBeWeak: async () => false })).toBe('session');
  expect(await vault.credentials(a1, yes)).toEqual(newer);
  const next = open(folder, keyring('v10'));
  expect(await next.credentials(a1, yes)).toBeNull();
  expect(next.storageOf(a1)).toBe('none');
});

test('weak ciphertext stays where nothing can be encrypted, which nobody was asked about', async () => {
  const folder = temporaryFolder();
  await open(folder, keyring('v10')).keep(a1, keys, { mayBeWeak: async () => true });
  const refuses = keyring('v10', { encryptStringAsync: () => Promise.reject(new Error('not now')) });
  expect(await open(folder, refuses).keep(a1, keys, { mayBeWeak: async () => true })).toBe('session');
  expect(await open(folder, keyring('v10')).credentials(a1, yes)).toEqual(keys);
});

test('keys are encrypted again when the system asks for it', async () => {
  const folder = temporaryFolder();
  await open(folder, keyring('v11')).keep(a1, keys, { mayBeWeak: async () => false });
  const result = JSON.stringify({ ...a1, ...keys });
  const renewed = keyring('v12', {
    decryptStringAsync: () => Promise.resolve({ shouldReEncrypt: true, result }),
  });
  expect(await open(folder, renewed).credentials(a1, yes)).toEqual(keys);
  expect(
    Buffer.from(JSON.parse(onDisk(folder)).keys.a1.data, 'base64')
      .subarray(0, 3)
      .toString(),
  ).toBe('v12');
});

test('a system that refuses to encrypt keeps the keys for this run, also where weak storage was chosen, and its words go nowhere', async () => {
  const refuses = keyring('v11', {
    encryptStringAsync: (text) => Promise.reject(new Error(`cannot encrypt ${text}`)),
  });
  const vault = open(temporaryFolder(), refuses);
  expect(await vault.keep(a1, keys, { mayBeWeak: async () => true })).toBe('session');
  expect(vault.keyringMissing()).toBe(false);
});

test('forgotten keys are gone from disk and memory', async () => {
  const folder = temporaryFolder();
  const vault = open(folder, keyring('v11'));
  await vault.keep(a1, keys, { mayBeWeak: async () => false });
  await vault.forget('a1');
  expect(vault.storageOf(a1)).toBe('none');
  expect(await vault.credentials(a1, yes)).toBeNull();
  expect(JSON.parse(onDisk(folder)).keys).toEqual({});
});

test('keys that another version sealed cost no others, and stay until their account gets new ones or is forgotten', async () => {
  const folder = temporaryFolder();
  const sealed = { scheme: 'os', data: 'djExc2VhbGVk' } as const;
  const theirs = { a2: { scheme: 'passkey', data: [1] }, a3: null, a4: 'sealed' };
  const file = { version: 2, keys: { a1: { ...sealed, madeAt: 5 }, ...theirs }, more: true };
  writeFileSync(join(folder, 'vault.json'), JSON.stringify(file));
  const store = openVaultStore({ folder, now });
  expect(store.unreadable).toBeNull();
  expect(['a1', 'a2', 'a3', 'a4'].map(store.keys.get)).toEqual([sealed, null, null, null]);

  store.keys.set('a5', sealed);
  expect(JSON.parse(onDisk(folder))).toEqual({ ...file, keys: { ...file.keys, a5: sealed } });
  store.keys.set('a2', sealed);
  await open(folder, keyring('v11')).forget('a3');
  expect(JSON.parse(onDisk(folder)).keys).toEqual({ a1: file.keys.a1, a2: sealed, a4: 'sealed', a5: sealed });
});

test('forgetting an account that has no keys writes nothing', async () => {
  const folder = temporaryFolder();
  await open(folder, keyring('v11')).forget('a1');
  expect(readdirSync(folder)).toEqual([]);
});

test('an unreadable vault is put aside, not overwritten', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'vault.json'), '{"version":1,"keys":{"a1":"half');
  const store = openVaultStore({ folder, now });
  expect(readFileSync(store.unreadable!.copy, 'utf8')).toContain('half');
  expect(store.keys.get('a1')).toBeNull();
});
