import type Electron from 'electron';
import * as v from 'valibot';
import type { Keys } from '../../mi/keys.ts';
import type { SealedKeys } from './vault-store.ts';

export type Unsealed =
  /** `stale`: the keyring has a new key, so the keys should be encrypted again. */
  | { readonly kind: 'keys'; readonly keys: Keys; readonly stale: boolean }
  /** The keyring is locked; it may open later. */
  | { readonly kind: 'locked' }
  | { readonly kind: 'unreadable' };

/** Decrypts. The system's message about a failure is dropped, because nothing that was near a key may reach a log. */
export async function unseal(
  safeStorage: Pick<Electron.SafeStorage, 'decryptStringAsync'>,
  sealed: SealedKeys,
): Promise<Unsealed> {
  try {
    const answer = await safeStorage.decryptStringAsync(Buffer.from(sealed.data, 'base64'));
    const keys = v.parse(keyPair, JSON.parse(answer.result));
    return { kind: 'keys', keys, stale: answer.shouldReEncrypt };
  } catch (error) {
    return { kind: isTemporary(error) ? 'locked' : 'unreadable' };
  }
}

const keyPair = v.object({ accessKey: v.string(), secretKey: v.string() });

/** Only this sentence distinguishes a locked keyring from a lost key (`electron_api_safe_storage.cc`, Electron 45). */
function isTemporary(error: unknown): boolean {
  return error instanceof Error && /temporarily unavailable/i.test(error.message);
}
