import * as v from 'valibot';
import { exactly } from '../../model/exactly.ts';
import { openStore } from '../stores/open-store.ts';
import type { StoreUnreadable } from '../stores/set-aside.ts';
import { entriesOf, writable, type Stored } from '../stores/stored.ts';

const schemes = ['os', 'weak'] as const;

/** A key pair as it lies on disk. `weak`: encrypted with a key that every computer has, because the person chose so. */
export interface SealedKeys {
  readonly scheme: (typeof schemes)[number];
  /** Base64 of the ciphertext. */
  readonly data: string;
}

export interface VaultStore {
  readonly get: (account: string) => SealedKeys | null;
  /** Null takes it out. Throws `CannotSave` where it could not be written. */
  readonly set: (account: string, sealed: SealedKeys | null) => void;
  readonly unreadable: StoreUnreadable | null;
}

/**
 * `vault.json`: ciphertext only, apart from the settings, so that putting those back never touches a key. Keys that this version does
 * not understand cost no others and stay until the account gets new ones or is forgotten.
 */
export function openVaultStore(options: { folder: string; now: () => number }): VaultStore {
  const store = openStore<Stored>({ ...options, name: 'vault', read: writable, defaults: {} });
  let stored = store.content;
  const keys = new Map<string, SealedKeys>();
  for (const [account, entry] of Object.entries(entriesOf(stored['keys']))) {
    const sealed = v.safeParse(sealedKeys, entry);
    if (sealed.success) keys.set(account, sealed.output);
  }
  return {
    get: (account) => keys.get(account) ?? null,
    set(account, sealed) {
      const { [account]: before, ...others } = entriesOf(stored['keys']);
      if (sealed === null && before === undefined) return;
      const changed = { ...stored, keys: sealed === null ? others : { ...others, [account]: sealed } };
      store.write(changed);
      stored = changed;
      if (sealed === null) keys.delete(account);
      else keys.set(account, sealed);
    },
    unreadable: store.unreadable,
  };
}

const sealedKeys = exactly<SealedKeys>()(v.object({ scheme: v.picklist(schemes), data: v.string() }));
