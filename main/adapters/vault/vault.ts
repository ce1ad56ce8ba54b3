import type Electron from 'electron';
import type { KeyStorage } from '../../contract.ts';
import type { Keys } from '../../mi/keys.ts';
import type { AccountId } from '../../model/asset.ts';
import { backendName, isWeak, probeKeyProtection, type KeyProtection } from './key-protection.ts';
import { unseal } from './unseal.ts';
import type { SealedKeys, VaultStore } from './vault-store.ts';

export interface VaultPorts {
  readonly platform: NodeJS.Platform;
  /** The asynchronous methods only: the synchronous ones are deprecated in Electron 45 and gone in 46. */
  readonly safeStorage: Pick<
    Electron.SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >;
  readonly store: Pick<VaultStore, 'get' | 'set'>;
  /** Waits that many ms between two attempts while the keyring is locked. */
  readonly wait: (delayMs: number) => Promise<void>;
}

/** The waits between attempts while the keyring is locked; the last one repeats until it opens or the keys are replaced. */
const lockedDelaysMs = [1_000, 2_000, 5_000, 10_000, 30_000];

/** Keeps key pairs: encrypted by the system where it has a keyring, else for this run only unless the person chose otherwise. */
export function createVault(ports: VaultPorts) {
  const { safeStorage, store } = ports;
  const session = new Map<AccountId, Keys>();
  const unreadable = new Set<AccountId>();
  const locked = new Set<AccountId>();
  /** The contents of each ciphertext that was read or written in this run. */
  const contents = new WeakMap<SealedKeys, Keys>();
  let protection: KeyProtection | null = null;

  /** A keyring that was found stays found; one that was locked at the last probe may be open by now. */
  async function ready(): Promise<KeyProtection> {
    if (protection !== 'keyring') protection = await probeKeyProtection(ports);
    return protection;
  }

  async function seal(keys: Keys, scheme: SealedKeys['scheme']): Promise<SealedKeys | null> {
    try {
      const ciphertext = await safeStorage.encryptStringAsync(JSON.stringify(keys));
      // The keyring may have been locked since the probe.
      if (scheme === 'os' && isWeak(ports, ciphertext)) return null;
      return { scheme, backend: backendName(ports), data: ciphertext.toString('base64') };
    } catch {
      // The system's message is dropped: it may quote the keys.
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
      // The keys could be read, so there is a keyring; the last probe may have met it locked.
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

  /** Leaves any ciphertext on disk: the keyring that can read it may be back at the next start. */
  function keepForThisRun(account: AccountId, keys: Keys): KeyStorage {
    session.set(account, keys);
    return 'session';
  }

  return {
    ready,
    async credentials(account: AccountId, toldLocked?: () => void): Promise<Keys | null> {
      if (protection === null) await ready();
      const kept = session.get(account);
      if (kept !== undefined) return kept;
      const sealed = store.get(account);
      return sealed === null ? null : fromStore(account, sealed, toldLocked);
    },
    async keep(
      account: AccountId,
      keys: Keys,
      { weakAllowed }: { readonly weakAllowed: boolean },
    ): Promise<KeyStorage> {
      const scheme = schemeFor(await ready(), weakAllowed);
      const sealed = scheme === null ? null : await seal(keys, scheme);
      // A locked keyring accepts nothing, but it holds these very keys already.
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
    forget(account: AccountId): Promise<void> {
      session.delete(account);
      unreadable.delete(account);
      locked.delete(account);
      store.set(account, null);
      return Promise.resolve();
    },
    storageOf(account: AccountId): KeyStorage {
      if (session.has(account)) return 'session';
      const sealed = store.get(account);
      if (sealed === null) return 'none';
      if (locked.has(account)) return 'locked';
      return unreadable.has(account) ? 'unreadable' : storageOfSealed(sealed);
    },
    keyringMissing: (): boolean => protection === 'weak',
  };
}

function storageOfSealed(sealed: SealedKeys): KeyStorage {
  return sealed.scheme === 'weak' ? 'weak' : 'keyring';
}

/** How keys may be encrypted with this protection; null if they must not be written. */
function schemeFor(found: KeyProtection, weakAllowed: boolean): SealedKeys['scheme'] | null {
  if (found === 'keyring') return 'os';
  return found === 'weak' && weakAllowed ? 'weak' : null;
}
