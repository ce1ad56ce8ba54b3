import * as v from 'valibot';
import { exactly } from '../../model/exactly.ts';
import { openStore } from '../stores/open-store.ts';
import type { StoreUnreadable } from '../stores/set-aside.ts';
import { entriesOf, writable, type Stored } from '../stores/stored.ts';

const schemes = ['os', 'weak'] as const;

/** A key pair, or a webhook’s address with its secret, as it lies on disk. `weak`: encrypted with a key that every computer has, because the person chose so. */
export interface Sealed {
  readonly scheme: (typeof schemes)[number];
  /** Base64 of the ciphertext. */
  readonly data: string;
}

export interface Shelf {
  readonly get: (owner: string) => Sealed | null;
  /** Null takes it out. Throws `CannotSave` where it could not be written. */
  readonly set: (owner: string, sealed: Sealed | null) => void;
}

export interface VaultStore {
  readonly keys: Shelf;
  readonly webhooks: Shelf;
  readonly unreadable: StoreUnreadable | null;
}

/**
 * `vault.json`: ciphertext only, apart from the settings, so that putting those back never touches a key. What this version does not
 * understand costs nothing else and stays until its owner gets new keys or is forgotten.
 */
export function openVaultStore(options: { folder: string; now: () => number }): VaultStore {
  const store = openStore<Stored>({ ...options, name: 'vault', read: writable, defaults: {} });
  let stored = store.content;

  function shelf(part: string): Shelf {
    const read = new Map<string, Sealed>();
    for (const [owner, entry] of Object.entries(entriesOf(stored[part]))) {
      const sealed = v.safeParse(sealedEntry, entry);
      if (sealed.success) read.set(owner, sealed.output);
    }
    return {
      get: (owner) => read.get(owner) ?? null,
      set(owner, sealed) {
        const { [owner]: before, ...others } = entriesOf(stored[part]);
        if (sealed === null && before === undefined) return;
        const changed = { ...stored, [part]: sealed === null ? others : { ...others, [owner]: sealed } };
        store.write(changed);
        stored = changed;
        if (sealed === null) read.delete(owner);
        else read.set(owner, sealed);
      },
    };
  }

  return { keys: shelf('keys'), webhooks: shelf('webhooks'), unreadable: store.unreadable };
}

const sealedEntry = exactly<Sealed>()(v.object({ scheme: v.picklist(schemes), data: v.string() }));
