import type Electron from 'electron';
import type { KeyStorage } from '../../contract.ts';
import { isSamePair, type Keys } from '../../mi/keys.ts';
import type { KeyOwner } from '../../model/account.ts';
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

type Owned = KeyOwner & Keys;

/** The waits between attempts while the keyring is locked; the last one repeats until it opens or the keys are replaced. */
const lockedDelaysMs = [1_000, 2_000, 5_000, 10_000, 30_000];

/** Keeps key pairs: encrypted by the system where it has a keyring, else for this run only unless the person chose otherwise. */
export function createVault(ports: VaultPorts) {
  const { safeStorage, store } = ports;
  const session = new Map<AccountId, Owned>();
  /** Why the keys on disk are not given out. */
  const withheld = new Map<AccountId, 'unreadable' | 'other-address'>();
  const locked = new Set<AccountId>();
  /** The contents of each ciphertext that was read or written in this run. */
  const contents = new WeakMap<SealedKeys, Owned>();
  let protection: KeyProtection | null = null;

  /** A keyring that was found stays found; one that was locked at the last probe may be open by now. */
  async function ready(): Promise<KeyProtection> {
    if (protection !== 'keyring') protection = await probeKeyProtection(ports);
    return protection;
  }

  async function seal(owned: Owned, scheme: SealedKeys['scheme']): Promise<SealedKeys | null> {
    try {
      const ciphertext = await safeStorage.encryptStringAsync(JSON.stringify(owned));
      // The keyring may have been locked since the probe.
      if (scheme === 'os' && isWeak(ports, ciphertext)) return null;
      return { scheme, backend: backendName(ports), data: ciphertext.toString('base64') };
    } catch {
      // The system's message is dropped: it may quote the keys.
      return null;
    }
  }

  function write(sealed: SealedKeys, owned: Owned): void {
    store.set(owned.account, sealed);
    contents.set(sealed, owned);
  }

  async function sealAgain(before: SealedKeys, owned: Owned): Promise<void> {
    const sealed = await seal(owned, before.scheme);
    if (sealed === null || store.get(owned.account) !== before) return;
    try {
      write(sealed, owned);
    } catch {
      // The old ciphertext is still there and readable; the next start tries again.
      return;
    }
  }

  async function fromStore(
    owner: KeyOwner,
    sealed: SealedKeys,
    toldLocked: (() => void) | undefined,
  ): Promise<Keys | null> {
    const { account } = owner;
    for (let tries = 0; store.get(account) === sealed && !session.has(account); tries += 1) {
      const unsealed = await unseal(ports, sealed, owner);
      if (unsealed.kind === 'locked') {
        locked.add(account);
        if (tries === 0) toldLocked?.();
        await ports.wait(lockedDelaysMs[Math.min(tries, lockedDelaysMs.length - 1)]!);
        continue;
      }
      locked.delete(account);
      if (unsealed.kind !== 'keys') {
        withheld.set(account, unsealed.kind);
        return null;
      }
      withheld.delete(account);
      const owned = { ...owner, ...unsealed.keys };
      contents.set(sealed, owned);
      // The keys could be read, so there is a keyring; the last probe may have met it locked.
      await ready();
      if (unsealed.stale) await sealAgain(sealed, owned);
      return unsealed.keys;
    }
    return fromSession(owner);
  }

  function fromSession({ account, origin }: KeyOwner): Keys | null {
    const kept = session.get(account);
    if (kept === undefined || kept.origin !== origin) return null;
    return { accessKey: kept.accessKey, secretKey: kept.secretKey };
  }

  function isHeld(owned: Owned): boolean {
    const sealed = store.get(owned.account);
    const held = sealed === null ? undefined : contents.get(sealed);
    return held?.origin === owned.origin && isSamePair(held, owned);
  }

  /** Leaves any ciphertext on disk: the keyring that can read it may be back at the next start. */
  function keepForThisRun(owned: Owned): KeyStorage {
    session.set(owned.account, owned);
    return 'session';
  }

  return {
    ready,
    async credentials(owner: KeyOwner, toldLocked?: () => void): Promise<Keys | null> {
      if (protection === null) await ready();
      if (session.has(owner.account)) return fromSession(owner);
      const sealed = store.get(owner.account);
      return sealed === null ? null : fromStore(owner, sealed, toldLocked);
    },
    async keep(
      { account, origin }: KeyOwner,
      { accessKey, secretKey }: Keys,
      { weakAllowed }: { readonly weakAllowed: boolean },
    ): Promise<KeyStorage> {
      const owned = { account, origin, accessKey, secretKey };
      const scheme = schemeFor(await ready(), weakAllowed);
      const sealed = scheme === null ? null : await seal(owned, scheme);
      // A locked keyring accepts nothing, but it holds these very keys already.
      const stays = isHeld(owned) && sealed?.scheme !== 'os';
      if (!stays) {
        if (sealed === null) return keepForThisRun(owned);
        write(sealed, owned);
      }
      session.delete(account);
      withheld.delete(account);
      locked.delete(account);
      return storageOfSealed(store.get(account)!);
    },
    forget(account: AccountId): Promise<void> {
      session.delete(account);
      withheld.delete(account);
      locked.delete(account);
      store.set(account, null);
      return Promise.resolve();
    },
    storageOf(owner: KeyOwner): KeyStorage {
      const { account } = owner;
      if (session.has(account)) return fromSession(owner) === null ? 'other-address' : 'session';
      const sealed = store.get(account);
      if (sealed === null) return 'none';
      if (locked.has(account)) return 'locked';
      return withheld.get(account) ?? storageOfSealed(sealed);
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
