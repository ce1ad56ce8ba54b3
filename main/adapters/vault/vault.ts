import type Electron from 'electron';
import * as v from 'valibot';
import type { KeyStorage } from '../../contract.ts';
import type { Keys } from '../../mi/keys.ts';
import type { KeyOwner } from '../../model/account.ts';
import type { AccountId } from '../../model/asset.ts';
import type { WebhookSecrets } from '../../model/hook.ts';
import { exactly } from '../../model/exactly.ts';
import { isWeak, unseal, type KeptSchema } from './unseal.ts';
import type { Sealed, Shelf } from './vault-store.ts';

export interface VaultPorts {
  readonly platform: NodeJS.Platform;
  /** The asynchronous methods only: the synchronous ones are deprecated in Electron 45 and gone in 46. */
  readonly safeStorage: Pick<Electron.SafeStorage, 'encryptStringAsync' | 'decryptStringAsync'>;
  readonly store: Shelf;
  /** Runs `run` after that many milliseconds; the returned function cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

/** What is to be asked before something is given out. */
export interface Asks {
  /** Whether the owner may have what only weak ciphertext holds: anybody who can write the file could have made it for any address. */
  readonly confirm: () => Promise<boolean>;
  /** Told once where the keyring takes long. */
  readonly waiting?: () => void;
}

/** What is kept of an account. */
export const keyPair = exactly<Keys>()(v.object({ accessKey: v.string(), secretKey: v.string() }));

/** What is kept of a webhook, or of a program. */
export const webhookSecrets = exactly<WebhookSecrets>()(
  v.object({ address: v.string(), secret: v.nullable(v.string()) }),
);

/** A keyring that takes longer probably asks the person for a password. */
const promptMs = 5_000;

/**
 * Keeps key pairs, or what else `schema` reads: encrypted by the system where it has a keyring, else for this run only unless the person chose otherwise. The first
 * use may open a prompt of the keyring, so there is none before a key is to be read or kept; nothing may wait for it that can do without.
 */
export function createVault<Kept extends object>(ports: VaultPorts, schema: KeptSchema<Kept>) {
  const { safeStorage, store } = ports;
  const session = new Map<AccountId, KeyOwner & { readonly kept: Kept }>();
  /** Why the keys on disk are not given out. */
  const withheld = new Map<
    AccountId,
    'waiting' | 'locked' | 'unconfirmed' | 'unreadable' | 'other-address'
  >();
  let keyringMissing = false;

  /**
   * Null if the system encrypts nothing. Only the ciphertext tells whether a keyring was used: the name of the backend says what Electron
   * expects on this desktop, which may have another keyring, or that one locked.
   */
  async function seal({ account, origin }: KeyOwner, kept: Kept): Promise<Sealed | null> {
    try {
      const ciphertext = await safeStorage.encryptStringAsync(JSON.stringify({ account, origin, ...kept }));
      keyringMissing = isWeak(ports, ciphertext);
      return { scheme: keyringMissing ? 'weak' : 'os', data: ciphertext.toString('base64') };
    } catch {
      // The system's message is dropped: it may quote the keys.
      return null;
    }
  }

  async function sealAgain(before: Sealed, owner: KeyOwner, kept: Kept): Promise<void> {
    const sealed = await seal(owner, kept);
    if (sealed === null || store.get(owner.account) !== before) return;
    if (sealed.scheme === 'weak' && before.scheme === 'os') return;
    try {
      store.set(owner.account, sealed);
    } catch {
      // The old ciphertext is still there and readable; the next start tries again.
      return;
    }
  }

  /** A refusal is not asked about again: Electron keeps the keyring's first answer until the process ends. */
  async function fromStore(
    owner: KeyOwner,
    sealed: Sealed,
    { confirm, waiting }: Asks,
  ): Promise<Kept | null> {
    const { account } = owner;
    // A prompt or a dialog can stay open for hours, in which the person may connect or forget the account.
    const isWanted = () => store.get(account) === sealed && !session.has(account);
    const stopWaiting = ports.after(promptMs, () => {
      if (!isWanted()) return;
      withheld.set(account, 'waiting');
      waiting?.();
    });
    const unsealed = await unseal(ports, schema, sealed, owner);
    stopWaiting();
    if (!isWanted()) return fromSession(owner);
    if (unsealed.kind !== 'opened') {
      withheld.set(account, unsealed.kind);
      return null;
    }
    if (unsealed.isWeak) {
      withheld.set(account, 'unconfirmed');
      const isConfirmed = await confirm();
      if (!isWanted()) return fromSession(owner);
      if (!isConfirmed) return null;
    }
    withheld.delete(account);
    // Not before it is confirmed: from then on the keyring vouches for it.
    if (unsealed.stale) await sealAgain(sealed, owner, unsealed.kept);
    return unsealed.kept;
  }

  function fromSession({ account, origin }: KeyOwner): Kept | null {
    const kept = session.get(account);
    return kept === undefined || kept.origin !== origin ? null : kept.kept;
  }

  return {
    /** Waits for the keyring and for what is asked. Null where nothing is kept for this owner, or it may not be given out now. */
    async credentials(owner: KeyOwner, asks: Asks): Promise<Kept | null> {
      if (session.has(owner.account)) return fromSession(owner);
      const sealed = store.get(owner.account);
      return sealed === null ? null : fromStore(owner, sealed, asks);
    },
    async keep(
      owner: KeyOwner,
      kept: Kept,
      { mayBeWeak }: { readonly mayBeWeak: () => Promise<boolean> },
    ): Promise<KeyStorage> {
      const { account } = owner;
      const sealed = await seal(owner, kept);
      const isRefused = sealed?.scheme === 'weak' && !(await mayBeWeak());
      if (sealed === null || isRefused) {
        // What a keyring made stays on disk: it may be back at the next start. What is weak the person does not want there, nor used again.
        if (isRefused && store.get(account)?.scheme === 'weak') store.set(account, null);
        session.set(account, { ...owner, kept });
        return 'session';
      }
      store.set(account, sealed);
      session.delete(account);
      withheld.delete(account);
      return storageOfSealed(sealed);
    },
    forget(account: AccountId): Promise<void> {
      session.delete(account);
      withheld.delete(account);
      store.set(account, null);
      return Promise.resolve();
    },
    storageOf(owner: KeyOwner): KeyStorage {
      const { account } = owner;
      if (session.has(account)) return fromSession(owner) === null ? 'other-address' : 'session';
      const sealed = store.get(account);
      if (sealed === null) return 'none';
      return withheld.get(account) ?? storageOfSealed(sealed);
    },
    keyringMissing: (): boolean => keyringMissing,
  };
}

function storageOfSealed(sealed: Sealed): KeyStorage {
  return sealed.scheme === 'weak' ? 'weak' : 'keyring';
}
