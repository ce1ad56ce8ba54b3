import type Electron from 'electron';
import * as v from 'valibot';
import type { Keys } from '../../mi/keys.ts';
import type { KeyOwner } from '../../model/account.ts';
import type { SealedKeys } from './vault-store.ts';

export type Unsealed =
  /** `stale`: the keyring has a new key, so the keys should be encrypted again. */
  | { readonly kind: 'keys'; readonly keys: Keys; readonly stale: boolean }
  /** The keyring gave no key: it is locked, or not there. The next process may get it. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' }
  /** They were sealed for another account or another address. */
  | { readonly kind: 'other-address' };

export interface UnsealPorts {
  readonly platform: NodeJS.Platform;
  readonly safeStorage: Pick<Electron.SafeStorage, 'decryptStringAsync'>;
}

/** Decrypts. The system's message about a failure is dropped, because nothing that was near a key may reach a log. */
export async function unseal(
  { platform, safeStorage }: UnsealPorts,
  sealed: SealedKeys,
  owner: KeyOwner,
): Promise<Unsealed> {
  const ciphertext = Buffer.from(sealed.data, 'base64');
  // Anybody who can write the file can make ciphertext of the key that every computer has, and so put keys of their own in its place.
  if (sealed.scheme === 'os' && isWeak({ platform }, ciphertext)) return { kind: 'unreadable' };
  try {
    const answer = await safeStorage.decryptStringAsync(ciphertext);
    const { account, origin, ...keys } = v.parse(ownedKeys, JSON.parse(answer.result));
    if (origin === null || account !== owner.account || origin !== owner.origin)
      return { kind: 'other-address' };
    return { kind: 'keys', keys, stale: answer.shouldReEncrypt };
  } catch (error) {
    return { kind: isTemporary(error) ? 'locked' : 'unreadable' };
  }
}

const ownedKeys = v.object({
  account: v.string(),
  origin: v.nullable(v.string()),
  accessKey: v.string(),
  secretKey: v.string(),
});

/** True for ciphertext that any computer could decrypt: on Linux that of Chromium's hard-coded key. Elsewhere `v10` is the normal prefix. */
export function isWeak({ platform }: Pick<UnsealPorts, 'platform'>, ciphertext: Buffer): boolean {
  return platform === 'linux' && ciphertext.toString('latin1', 0, 3) === 'v10';
}

/** Only this sentence distinguishes a locked keyring from a lost key (`electron_api_safe_storage.cc`, Electron 45). */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message);
}
