import type Electron from 'electron';
import type { KeyStorage } from '../../contract.ts';
import type { KeyVault } from '../../desk/accounts.ts';
import type { Keys } from '../../mi/keys.ts';
import type { AccountId } from '../../monitor/asset.ts';
import { backendName, isWeak, probeKeyProtection, type KeyProtection } from './key-protection.ts';
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
  /** What a ciphertext is known to hold: it was read or written in this run. */
  const contents = new WeakMap<SealedKeys, Keys>();
  let protection: KeyProtection | null = null;

  /** A keyring that was found stays; one that was locked when it was looked for may be open by now. */
  async function ready(): Promise<KeyProtection> {
    if (protection !== 'keyring') protection = await probeKeyProtection(ports);
    return protection;
  }

  async function seal(keys: Keys, scheme: SealedKeys['scheme']): Promise<SealedKeys | null> {
    try {
      const ciphertext = await safeStorage.encryptStringAsync(JSON.stringify(keys));
      // The keyring may have been locked since it was found.
      if (scheme === 'os' && isWeak(ports, ciphertext)) return null;
      return { scheme, backend: backendName(ports), data: ciphertext.toString('base64') };
    } catch {
      // The system's own words are dropped: they may quote what it was given.
      return null;
    }
  }

  function write(account: AccountId, sealed: SealedKeys, keys: Keys): void {
    store.set(account, sealed);
    contents.set(sealed, keys);
  }

  async function sealAgain(account: AccountId, before: SealedKeys, keys: Keys): Promise<void> {
    const sealed = await seal(keys, before.scheme);
    if (sealed === null || store.get(account) !== before) return;
    try {
      write(account, sealed, keys);
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
      contents.set(sealed, unsealed.keys);
      // It could be read, so the keyring is there; where it was looked for while it was locked, it is looked for again.
      await ready();
      if (unsealed.stale) await sealAgain(account, sealed, unsealed.keys);
      return unsealed.keys;
    }
    return session.get(account) ?? null;
  }

  function isHeld(account: AccountId, keys: Keys): boolean {
    const sealed = store.get(account);
    const held = sealed === null ? undefined : contents.get(sealed);
    return held?.accessKey === keys.accessKey && held.secretKey === keys.secretKey;
  }

  /** A ciphertext that is on disk stays in any case: the keyring that can read it may be back at the next start. */
  function keepForThisRun(account: AccountId, keys: Keys): KeyStorage {
    session.set(account, keys);
    return 'session';
  }

  return {
    ready,
    async credentials(account, toldLocked) {
      if (protection === null) await ready();
      const kept = session.get(account);
      if (kept !== undefined) return kept;
      const sealed = store.get(account);
      return sealed === null ? null : fromStore(account, sealed, toldLocked);
    },
    async keep(account, keys, { weakAllowed }) {
      const scheme = schemeFor(await ready(), weakAllowed);
      const sealed = scheme === null ? null : await seal(keys, scheme);
      // A locked keyring takes nothing, and has these keys already.
      const stays = isHeld(account, keys) && sealed?.scheme !== 'os';
      if (!stays) {
        if (sealed === null) return keepForThisRun(account, keys);
        write(account, sealed, keys);
      }
      session.delete(account);
      unreadable.delete(account);
      locked.delete(account);
      return storageOfSealed(store.get(account)!);
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

/** How keys may be encrypted where the system protects them so well; null where they may not be written. */
function schemeFor(found: KeyProtection, weakAllowed: boolean): SealedKeys['scheme'] | null {
  if (found === 'keyring') return 'os';
  return found === 'weak' && weakAllowed ? 'weak' : null;
}
