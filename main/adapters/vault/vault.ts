import type Electron from 'electron';
import type { KeyStorage } from '../../contract.ts';
import type { KeyVault } from '../../desk/accounts.ts';
import type { Keys } from '../../mi/keys.ts';
import type { AccountId } from '../../monitor/asset.ts';
import { backendName, probeKeyProtection, type KeyProtection } from './key-protection.ts';
import { unseal } from './unseal.ts';
import type { SealedKeys, VaultStore } from './vault-store.ts';

export interface VaultPorts {
  readonly platform: NodeJS.Platform;
  /** The asynchronous half only: the synchronous one is deprecated in Electron 45 and gone in 46. */
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >;
  readonly store: Pick<VaultStore, 'get' | 'set'>;
  /** Milliseconds between two tries while the keyring is locked. */
  readonly wait: (delayMs: number) => Promise<void>;
}

/** How long to wait for a locked keyring; the last one repeats until it opens or `credentials` gives up. */
const lockedDelaysMs = [1_000, 2_000, 5_000, 10_000, 30_000];

/** Keeps key pairs: encrypted by the system where it has a keyring, else for this run only unless the person chose otherwise. */
export function createVault(ports: VaultPorts): KeyVault & { readonly ready: () => Promise<KeyProtection> } {
  const { safeStorage, store } = ports;
  const session = new Map<AccountId, Keys>();
  const unreadable = new Set<AccountId>();
  const locked = new Set<AccountId>();
  let protection: KeyProtection | null = null;
  let probing: Promise<KeyProtection> | null = null;

  function ready(): Promise<KeyProtection> {
    probing ??= probeKeyProtection(ports).then((found) => (protection = found));
    return probing;
  }

  async function seal(keys: Keys, scheme: SealedKeys['scheme']): Promise<SealedKeys | null> {
    try {
      const ciphertext = await safeStorage.encryptStringAsync(JSON.stringify(keys));
      return { scheme, backend: backendName(ports), data: ciphertext.toString('base64') };
    } catch {
      // The system's own words are dropped: they may quote what it was given.
      return null;
    }
  }

  async function sealAgain(account: AccountId, before: SealedKeys, keys: Keys): Promise<void> {
    const sealed = await seal(keys, before.scheme);
    if (sealed === null || store.get(account) !== before) return;
    try {
      store.set(account, sealed);
    } catch {
      // The old ciphertext is still there and readable; the next start tries again.
      return;
    }
  }

  async function fromStore(
    account: AccountId,
    sealed: SealedKeys,
    toldLocked: (() => void) | undefined,
  ): Promise<Keys | null> {
    for (let tries = 0; store.get(account) === sealed && !session.has(account); tries += 1) {
      const unsealed = await unseal(safeStorage, sealed);
      if (unsealed.kind === 'locked') {
        locked.add(account);
        if (tries === 0) toldLocked?.();
        await ports.wait(lockedDelaysMs[Math.min(tries, lockedDelaysMs.length - 1)]!);
        continue;
      }
      locked.delete(account);
      if (unsealed.kind === 'unreadable') {
        unreadable.add(account);
        return null;
      }
      unreadable.delete(account);
      if (unsealed.stale) await sealAgain(account, sealed, unsealed.keys);
      return unsealed.keys;
    }
    return session.get(account) ?? null;
  }

  function keepForThisRun(account: AccountId, keys: Keys): KeyStorage {
    session.set(account, keys);
    // An unreadable ciphertext stays: the keyring that can read it may be back at the next start.
    if (!unreadable.has(account) && store.get(account) !== null) store.set(account, null);
    return 'session';
  }

  return {
    ready,
    async credentials(account, toldLocked) {
      await ready();
      const kept = session.get(account);
      if (kept !== undefined) return kept;
      const sealed = store.get(account);
      return sealed === null ? null : fromStore(account, sealed, toldLocked);
    },
    async keep(account, keys, { weakAllowed }) {
      const found = await ready();
      if (found === 'none' || (found === 'weak' && !weakAllowed)) return keepForThisRun(account, keys);
      const sealed = await seal(keys, found === 'weak' ? 'weak' : 'os');
      if (sealed === null) return keepForThisRun(account, keys);
      store.set(account, sealed);
      session.delete(account);
      unreadable.delete(account);
      locked.delete(account);
      return storageOfSealed(sealed);
    },
    forget(account) {
      session.delete(account);
      unreadable.delete(account);
      locked.delete(account);
      if (store.get(account) !== null) store.set(account, null);
      return Promise.resolve();
    },
    storageOf(account) {
      if (session.has(account)) return 'session';
      const sealed = store.get(account);
      if (sealed === null) return 'none';
      if (locked.has(account)) return 'locked';
      return unreadable.has(account) ? 'unreadable' : storageOfSealed(sealed);
    },
    keyringMissing: () => protection === 'weak',
  };
}

function storageOfSealed(sealed: SealedKeys): KeyStorage {
  return sealed.scheme === 'weak' ? 'weak' : 'keyring';
}
