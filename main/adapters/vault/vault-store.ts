import * as v from 'valibot';
import { openStore } from '../stores/open-store.ts';
import type { StoreUnreadable } from '../stores/set-aside.ts';

/** A key pair as it lies on disk. `weak`: encrypted with a key that every computer has, because the person chose so. */
export interface SealedKeys {
  readonly scheme: 'os' | 'weak';
  /** What encrypted it, so that a change of keyring can be named. */
  readonly backend: string;
  /** Base64 of the ciphertext. */
  readonly data: string;
}

export interface VaultStore {
  readonly get: (account: string) => SealedKeys | null;
  /** Null takes it out. Throws `CannotSave` where it could not be written. */
  readonly set: (account: string, sealed: SealedKeys | null) => void;
  readonly unreadable: StoreUnreadable | null;
}

/** `vault.json`: ciphertext only, apart from the settings, so that putting those back never touches a key. */
export function openVaultStore(options: { folder: string; now: () => number }): VaultStore {
  const store = openStore({
    ...options,
    name: 'vault',
    shape,
    version: 1,
    migrations: {},
    defaults: { keys: {} },
  });
  let keys = new Map(Object.entries(store.content.keys));
  return {
    get: (account) => keys.get(account) ?? null,
    set(account, sealed) {
      const changed = new Map(keys);
      if (sealed === null) changed.delete(account);
      else changed.set(account, sealed);
      store.write({ keys: Object.fromEntries(changed) });
      keys = changed;
    },
    unreadable: store.unreadable,
  };
}

const sealedKeys: v.GenericSchema<unknown, SealedKeys> = v.object({
  scheme: v.picklist(['os', 'weak']),
  backend: v.string(),
  data: v.string(),
});

const shape: v.GenericSchema<unknown, { keys: Record<string, SealedKeys> }> = v.object({
  keys: v.record(v.string(), sealedKeys),
});
