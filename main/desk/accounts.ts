import {
  defaultApiUrl,
  type AccountCard,
  type AccountDraft,
  type FoundKeys,
  type KeyStorage,
  type RequestOf,
  type TestStep,
} from '../contract.ts';
import type { AccountRecord } from '../model/account.ts';
import type { AccountId } from '../model/asset.ts';
import { readApiAddress } from '../mi/api-address.ts';
import type { MediaIntelligenceClient } from '../mi/client.ts';
import type { Keys } from '../mi/keys.ts';
import type { Happening } from '../monitor/kernel/events.ts';
import { refuse, refuseField } from './refusal.ts';

/** Where keys are kept; see main/adapters/vault. */
export interface KeyVault {
  /** Waits for a keyring that is locked, and says so once. */
  readonly credentials: (account: AccountId, locked?: () => void) => Promise<Keys | null>;
  readonly keep: (account: AccountId, keys: Keys, options: { weakAllowed: boolean }) => Promise<KeyStorage>;
  readonly forget: (account: AccountId) => Promise<void>;
  readonly storageOf: (account: AccountId) => KeyStorage;
  readonly keyringMissing: () => boolean;
}

export interface AccountPorts {
  readonly vault: KeyVault;
  readonly records: () => readonly AccountRecord[];
  readonly writeRecords: (records: readonly AccountRecord[]) => void;
  readonly createClient: (keys: Keys, apiUrl: string) => MediaIntelligenceClient;
  readonly testAccount: (
    draft: { keys: Keys; apiUrl: string },
    tell: (step: TestStep) => void,
  ) => Promise<readonly TestStep[]>;
  /** Tidies and validates; a refusal names the field. */
  readonly checkDraft: (draft: AccountDraft) => AccountDraft;
  readonly foundKeys: () => readonly (FoundKeys & { readonly keys: Keys })[];
  readonly dispatch: (event: Happening) => void;
  /** Keys that no log and no error may show from now on. */
  readonly guardSecret: (secret: string) => void;
  readonly changed: () => void;
}

/** The accounts with their keys and clients. Keys in the clear live here and in the vault, nowhere else. */
export function createAccounts(ports: AccountPorts) {
  const keys = new Map<AccountId, Keys>();
  const clients = new Map<AccountId, MediaIntelligenceClient>();

  const record = (id: AccountId) => ports.records().find((entry) => entry.id === id) ?? null;

  function use(account: AccountRecord, found: Keys | null): void {
    clients.delete(account.id);
    keys.delete(account.id);
    if (found === null) return ports.dispatch({ kind: 'account-not-ready', account: account.id });
    ports.guardSecret(found.secretKey);
    keys.set(account.id, found);
    // What lies on disk may be damaged or changed by hand; no key may go where the form would not let it go.
    const address = readApiAddress(account.apiUrl);
    if (address.kind === 'invalid') return ports.dispatch({ kind: 'account-not-ready', account: account.id });
    clients.set(account.id, ports.createClient(found, address.origin));
    ports.dispatch({ kind: 'account-ready', account: account.id });
  }

  /** A keyring may stay locked for hours; what was done to the account meanwhile stands. */
  async function unlock(id: AccountId): Promise<void> {
    const found = await ports.vault.credentials(id, () => {
      ports.dispatch({ kind: 'account-not-ready', account: id });
      ports.changed();
    });
    const account = record(id);
    if (account === null || clients.has(id)) return;
    use(account, found);
    ports.changed();
  }

  function write(account: AccountRecord): void {
    const others = ports.records().filter((entry) => entry.id !== account.id);
    const position = ports.records().findIndex((entry) => entry.id === account.id);
    others.splice(position < 0 ? others.length : position, 0, account);
    ports.writeRecords(others);
    ports.changed();
  }

  async function keep(account: AccountRecord, wanted: Keys): Promise<KeyStorage> {
    const storage = await ports.vault.keep(account.id, wanted, { weakAllowed: account.weakAllowed });
    write({ ...account, accessKeyEnding: wanted.accessKey.slice(-4) });
    use(account, wanted);
    return storage;
  }

  async function save(raw: AccountDraft): Promise<{ id: AccountId; storage: KeyStorage }> {
    const draft = ports.checkDraft(raw);
    const present = draft.id === null ? null : record(draft.id);
    if (draft.id !== null && present === null) throw refuse('account-gone');
    if (isTaken(draft)) throw refuseField('name', 'name-taken');
    const wanted = keysOf(draft, present);
    const base = { weakAllowed: false, workspaces: [], accessKeyEnding: null, ...present };
    const account = { ...base, id: draft.id ?? nextId(), name: draft.name, apiUrl: draft.apiUrl };
    return { id: account.id, storage: await keep(account, wanted) };
  }

  function keysOf(draft: AccountDraft, present: AccountRecord | null): Keys {
    const stored = present === null ? undefined : keys.get(present.id);
    const accessKey = draft.accessKey ?? stored?.accessKey;
    const secretKey = draft.secretKey ?? stored?.secretKey;
    if (accessKey === undefined) throw refuseField('accessKey', 'empty');
    if (secretKey === undefined) throw refuseField('secretKey', 'empty');
    return { accessKey, secretKey };
  }

  /** Two accounts of one name could not be told apart in a list, nor could two that differ in capitals only. */
  function isTaken({ id, name }: AccountDraft): boolean {
    const sameName = (entry: AccountRecord) => entry.name.toLowerCase() === name.toLowerCase();
    return ports.records().some((entry) => entry.id !== id && sameName(entry));
  }

  function nextId(): AccountId {
    const numbers = ports.records().map((entry) => Number(entry.id.slice(1)));
    return `a${Math.max(0, ...numbers) + 1}`;
  }

  return {
    client: (id: AccountId): MediaIntelligenceClient | null => clients.get(id) ?? null,
    cards: (): readonly AccountCard[] =>
      ports.records().map(({ id, name, apiUrl, accessKeyEnding, workspaces }) => ({
        id,
        name,
        apiUrl,
        workspaces,
        accessKeyEnding,
        storage: ports.vault.storageOf(id),
        keyringMissing: ports.vault.keyringMissing(),
      })),
    /** Unlocks every account's key, all side by side. One that cannot be read leaves the account in the list, without a client. */
    async open(): Promise<void> {
      await Promise.all(ports.records().map(({ id }) => unlock(id)));
    },
    save,
    async useFoundKeys({ source, name }: RequestOf<'useFoundKeys'>): Promise<{ id: AccountId }> {
      const found = ports.foundKeys().find((entry) => entry.source === source);
      if (found === undefined) throw refuse('found-keys-gone');
      const { accessKey, secretKey } = found.keys;
      return save({ id: null, name, accessKey, secretKey, apiUrl: defaultApiUrl });
    },
    async forget(id: AccountId): Promise<null> {
      await ports.vault.forget(id);
      keys.delete(id);
      clients.delete(id);
      ports.writeRecords(ports.records().filter((entry) => entry.id !== id));
      ports.dispatch({ kind: 'account-removed', account: id });
      ports.changed();
      return null;
    },
    async keepWeakly(id: AccountId): Promise<{ storage: KeyStorage }> {
      const account = record(id);
      const known = keys.get(id);
      if (account === null) throw refuse('account-gone');
      if (known === undefined) throw refuse('no-usable-key');
      return { storage: await keep({ ...account, weakAllowed: true }, known) };
    },
    async test(raw: AccountDraft, tell: (step: TestStep) => void): Promise<readonly TestStep[]> {
      const draft = ports.checkDraft(raw);
      const wanted = keysOf(draft, draft.id === null ? null : record(draft.id));
      ports.guardSecret(wanted.secretKey);
      return ports.testAccount({ keys: wanted, apiUrl: draft.apiUrl }, tell);
    },
    rememberWorkspaces(id: AccountId, workspaces: readonly string[]): void {
      const account = record(id);
      if (account === null || account.workspaces.join() === workspaces.join()) return;
      write({ ...account, workspaces });
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
