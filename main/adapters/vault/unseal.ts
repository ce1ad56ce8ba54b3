import { createDecipheriv } from 'node:crypto';
import type Electron from 'electron';
import * as v from 'valibot';
import type { KeyOwner } from '../../model/account.ts';
import type { Sealed } from './vault-store.ts';

export type Unsealed<Kept> =
  /** `stale`: the keyring has a new key, so what is kept should be encrypted again. `isWeak`: anybody could have sealed it. */
  | { readonly kind: 'opened'; readonly kept: Kept; readonly stale: boolean; readonly isWeak: boolean }
  /** The keyring gave no key: it is locked, or not there. The next process may get it. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' }
  /** They were sealed for another account or another address. */
  | { readonly kind: 'other-address' };

export interface UnsealPorts {
  readonly platform: NodeJS.Platform;
  readonly safeStorage: Pick<Electron.SafeStorage, 'decryptStringAsync'>;
}

/** What is kept for an owner, from `unknown`. */
export type KeptSchema<Kept> = v.GenericSchema<unknown, Kept>;

/** Decrypts. The system's message about a failure is dropped, because nothing that was near a key may reach a log. */
export async function unseal<Kept>(
  { platform, safeStorage }: UnsealPorts,
  schema: KeptSchema<Kept>,
  sealed: Sealed,
  owner: KeyOwner,
): Promise<Unsealed<Kept>> {
  const ciphertext = Buffer.from(sealed.data, 'base64');
  // Anybody who can write the file can make ciphertext of the key that every computer has, and say there that it is weak.
  const weak = isWeak({ platform }, ciphertext);
  if (weak && sealed.scheme === 'os') return { kind: 'unreadable' };
  try {
    const answer = await safeStorage.decryptStringAsync(ciphertext);
    const opened: unknown = JSON.parse(answer.result);
    const { account, origin } = v.parse(keyOwner, opened);
    const kept = v.parse(schema, opened);
    if (origin === null || account !== owner.account || origin !== owner.origin)
      return { kind: 'other-address' };
    return { kind: 'opened', kept, stale: answer.shouldReEncrypt, isWeak: weak };
  } catch (error) {
    return { kind: isTemporary(error) ? 'locked' : 'unreadable' };
  }
}

const keyOwner = v.object({ account: v.string(), origin: v.nullable(v.string()) });

/**
 * True for ciphertext that anybody could have made: on Linux with Chromium's hard-coded key (elsewhere `v10` is the normal prefix), on
 * Linux and macOS with the key of an empty password.
 */
export function isWeak({ platform }: Pick<UnsealPorts, 'platform'>, ciphertext: Buffer): boolean {
  if (platform === 'win32') return false;
  const isHardCoded = platform === 'linux' && ciphertext.toString('latin1', 0, 3) === 'v10';
  return isHardCoded || opensWithoutPassword(ciphertext);
}

/** PBKDF2-HMAC-SHA1 of an empty password, once, with the salt `saltysalt`. */
const emptyKey = Buffer.from('d0d0ec9c7d77d43ac54187fa4818d17f', 'hex');

/** What the keyring's key does not decrypt, Chromium tries with this one, and says nothing of it (`kEmptyKey` in its `encryptor.cc`). */
function opensWithoutPassword(ciphertext: Buffer): boolean {
  try {
    const decipher = createDecipheriv('aes-128-cbc', emptyKey, Buffer.alloc(16, ' '));
    const opened = Buffer.concat([decipher.update(ciphertext.subarray(3)), decipher.final()]);
    // One wrong key in some two hundred fits by chance, and gives no JSON.
    JSON.parse(opened.toString());
    return true;
  } catch {
    return false;
  }
}

/** Only this sentence distinguishes a locked keyring from a lost key (`electron_api_safe_storage.cc`, Electron 45). */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message);
}
