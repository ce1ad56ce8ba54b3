import {
  defaultApiUrl,
  type AccountCard,
  type AccountDraft,
  type FoundKeys,
  type KeyStorage,
  type RequestOf,
  type TestStep,
} from '../contract.ts';
import type { AccountRecord, ForgottenAccount, KeyOwner } from '../model/account.ts';
import type { AccountId } from '../model/asset.ts';
import type { BucketClient } from '../bucket/bucket-client.ts';
import { isOnLoopback, readApiAddress } from '../mi/api-address.ts';
import type { MediaIntelligenceClient } from '../mi/client.ts';
import { isSamePair, type Keys } from '../mi/keys.ts';
import type { Happening } from '../monitor/kernel/events.ts';
import { createAccountRecords, type AccountRecordPorts } from './account-records.ts';
import { createAgreedOrigins } from './agreed-origins.ts';
import type { Clients } from './clients.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createOneByOne } from './one-by-one.ts';
import type { Agree } from './question.ts';
import { refuse, refuseField } from './refusal.ts';
import type { KeyVault } from './vaults.ts';
import { createWeakStorage } from './weak-storage.ts';

export interface AccountPorts extends AccountRecordPorts {
  /** Epoch ms. */
  readonly now: () => number;
  readonly vault: KeyVault;
  readonly write: (part: {
    readonly accounts: readonly AccountRecord[];
    readonly forgotten?: readonly ForgottenAccount[];
  }) => void;
  readonly agree: Agree;
  readonly createClients: (keys: Keys, apiUrl: string) => Clients;
  readonly testAccount: (
    draft: { keys: Keys; apiUrl: string },
    tell: (step: TestStep) => void,
  ) => Promise<readonly TestStep[]>;
  /** Tidies and validates; a refusal names the field. The address becomes an origin. */
  readonly checkDraft: (draft: AccountDraft) => AccountDraft;
  readonly foundKeys: () => readonly (FoundKeys & { readonly keys: Keys })[];
  readonly dispatch: (event: Happening) => void;
  /** Keys that no log and no error may show from now on. */
  readonly guardSecret: (secret: string) => void;
  readonly changed: () => void;
}

/** The accounts with their keys and clients. Keys in the clear live here and in the vault, nowhere else. */
export function createAccounts(ports: AccountPorts) {
  /** Those whose keys are known. */
  const opened = new Map<AccountId, Clients & { readonly keys: Keys }>();
  const origins = createAgreedOrigins(ports.agree);
  const weakStorage = createWeakStorage(ports.agree);
  /** Saves: of two that overlap, the second must find what the first left, its name and its id too. */
  const oneByOne = createOneByOne();

  const { recordOf, recordsWith, recordsWithout, forgottenWith, idFor, isTaken } =
    createAccountRecords(ports);

  function use(account: AccountRecord, found: Keys | null): void {
    opened.delete(account.id);
    const origin = originOf(account);
    if (found === null || origin === null)
      return ports.dispatch({ kind: 'account-not-ready', account: account.id });
    ports.guardSecret(found.secretKey);
    origins.add(origin);
    opened.set(account.id, { keys: found, ...ports.createClients(found, origin) });
    // Keys that were exchanged on disk are as new as those that the person entered.
    const isKept = account.fingerprint === fingerprintOf(origin, found.accessKey);
    const keptAt = (isKept ? account.keptAt : null) ?? ports.now();
    ports.dispatch({ kind: 'account-ready', account: account.id, keptAt });
  }

  /** The prompt of a keyring may stay open for hours; what was done to the account meanwhile stands. */
  async function unlock(id: AccountId, owner: KeyOwner): Promise<void> {
    const waiting = () => {
      ports.dispatch({ kind: 'account-not-ready', account: id });
      ports.changed();
    };
    const found = await ports.vault.credentials(owner, {
      waiting,
      confirm: () => origins.confirm(owner.origin, waiting),
    });
    const account = recordOf(id);
    if (account === null || opened.has(id)) return;
    use(account, found);
    ports.changed();
    if (found !== null && owner.origin !== null) nameKeys(account, owner.origin, found);
  }

  /** An older key may have come back with its keyring: it is not to stand there under the ending of a newer one. */
  function nameKeys(account: AccountRecord, origin: string, { accessKey }: Keys): void {
    const fingerprint = fingerprintOf(origin, accessKey);
    if (account.fingerprint === fingerprint) return;
    const named = { ...account, fingerprint, accessKeyEnding: accessKey.slice(-4), keptAt: ports.now() };
    ports.write({ accounts: recordsWith(named) });
    ports.changed();
  }

  async function keep(
    account: AccountRecord,
    wanted: Keys,
    before: AccountRecord | null,
  ): Promise<KeyStorage> {
    const owner = ownerOf(account);
    const left = before === null || before.id === account.id ? null : before;
    const knownKeys = () => opened.get(account.id)?.keys;
    let { weakAllowed } = account;
    async function mayBeWeak(): Promise<boolean> {
      const lying = ports.vault.storageOf(owner) === 'weak' ? knownKeys() : undefined;
      return (weakAllowed = await weakStorage.allows(account, wanted, lying));
    }
    const storage = await ports.vault.keep(owner, wanted, { mayBeWeak });
    // The prompt of a keyring may have stood open for hours; what was done to the account meanwhile stands.
    const present = before === null ? null : recordOf(before.id);
    if (before !== null && present === null) {
      await ports.vault.forget(account.id);
      throw refuse('account-gone');
    }
    const { mayRegister, workspaces } = left === null ? (present ?? account) : account;
    const fingerprint = fingerprintOf(owner.origin ?? '', wanted.accessKey);
    const known = knownKeys();
    const keptAt = known && isSamePair(known, wanted) ? account.keptAt : ports.now();
    const accessKeyEnding = wanted.accessKey.slice(-4);
    const kept = { ...account, weakAllowed, mayRegister, workspaces, accessKeyEnding, fingerprint, keptAt };
    try {
      ports.write({
        accounts: recordsWith(kept, before?.id ?? kept.id),
        forgotten: forgottenWith(left).filter(({ id }) => id !== kept.id),
      });
    } catch (error) {
      // Nobody would ever name the keys of a new one again.
      if (before?.id !== kept.id) await ports.vault.forget(kept.id);
      throw error;
    }
    if (left !== null) leave(left.id);
    use(kept, wanted);
    ports.changed();
    // Not before: where the new account could not be saved, the old one stays as it was.
    if (left !== null) await ports.vault.forget(left.id);
    return storage;
  }

  function leave(id: AccountId): void {
    opened.delete(id);
    ports.dispatch({ kind: 'account-removed', account: id });
  }

  async function save(raw: AccountDraft): Promise<{ id: AccountId; storage: KeyStorage }> {
    const draft = ports.checkDraft(raw);
    checked(draft);
    await origins.agreeOn(draft.apiUrl);
    return oneByOne(() => keepChecked(draft));
  }

  async function keepChecked(draft: AccountDraft): Promise<{ id: AccountId; storage: KeyStorage }> {
    // What was true before may have changed while a dialog stood open, or another save waited for the keyring.
    const { present, wanted } = checked(draft);
    const { name, apiUrl } = draft;
    // At another address it is another account: its workspaces and assets are not those of the old one.
    const stays = present !== null && originOf(present) === apiUrl ? present : null;
    const base = stays ?? {
      ...{ weakAllowed: false, mayRegister: false, workspaces: [] },
      ...{ accessKeyEnding: null, fingerprint: null, keptAt: null },
    };
    const id = stays?.id ?? idFor(fingerprintOf(apiUrl, wanted.accessKey));
    return { id, storage: await keep({ ...base, id, name, apiUrl }, wanted, present) };
  }

  function checked(draft: AccountDraft): { readonly present: AccountRecord | null; readonly wanted: Keys } {
    const present = draft.id === null ? null : recordOf(draft.id);
    if (draft.id !== null && present === null) throw refuse('account-gone');
    if (isTaken(draft)) throw refuseField('name', 'name-taken');
    return { present, wanted: keysOf(draft, present) };
  }

  /** The stored keys stand in for an empty field only where the account's own address is asked. */
  function keysOf(draft: AccountDraft, present: AccountRecord | null): Keys {
    const isMoved = present !== null && originOf(present) !== draft.apiUrl;
    const stored = present === null || isMoved ? undefined : opened.get(present.id)?.keys;
    const accessKey = draft.accessKey ?? stored?.accessKey;
    const secretKey = draft.secretKey ?? stored?.secretKey;
    const missing = isMoved ? 'needed-for-new-address' : 'empty';
    if (accessKey === undefined) throw refuseField('accessKey', missing);
    if (secretKey === undefined) throw refuseField('secretKey', missing);
    return { accessKey, secretKey };
  }

  return {
    client: (id: AccountId): MediaIntelligenceClient | null => opened.get(id)?.client ?? null,
    bucketClient: (id: AccountId): BucketClient | null => opened.get(id)?.bucketClient ?? null,
    cards: (): readonly AccountCard[] =>
      ports.records().map((account) => ({
        id: account.id,
        name: account.name,
        apiUrl: account.apiUrl,
        workspaces: account.workspaces,
        mayRegister: account.mayRegister,
        accessKeyEnding: account.accessKeyEnding,
        storage: ports.vault.storageOf(ownerOf(account)),
        keyringMissing: ports.vault.keyringMissing(),
      })),
    /** Unlocks every account's key, all side by side. One that cannot be read leaves the account in the list, without a client. */
    async open(): Promise<void> {
      await Promise.all(ports.records().map((account) => unlock(account.id, ownerOf(account))));
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
      ports.write({
        accounts: recordsWithout(id),
        forgotten: forgottenWith(recordOf(id)),
      });
      leave(id);
      ports.changed();
      return null;
    },
    async keepWeakly(id: AccountId): Promise<{ storage: KeyStorage }> {
      const asked = recordOf(id);
      if (asked === null) throw refuse('account-gone');
      if (!opened.has(id)) throw refuse('no-usable-key');
      if (!(await weakStorage.askFor(asked))) throw refuse('not-agreed');
      return oneByOne(async () => {
        const account = recordOf(id);
        const known = opened.get(id)?.keys;
        if (account === null || known === undefined) throw refuse('account-gone');
        return { storage: await keep({ ...account, weakAllowed: true }, known, account) };
      });
    },
    async test(raw: AccountDraft, tell: (step: TestStep) => void): Promise<readonly TestStep[]> {
      const draft = ports.checkDraft(raw);
      const present = draft.id === null ? null : recordOf(draft.id);
      const wanted = keysOf(draft, present);
      await origins.agreeOn(draft.apiUrl);
      ports.guardSecret(wanted.secretKey);
      return ports.testAccount({ keys: wanted, apiUrl: draft.apiUrl }, tell);
    },
    mayRegister: (id: AccountId): boolean => recordOf(id)?.mayRegister === true,
    /** A page that was taken over could else have any file registered: the person says yes in a dialog that no page can answer. */
    async allowRegistering({ account: id, isAllowed }: RequestOf<'allowRegistering'>): Promise<null> {
      const asked = recordOf(id);
      if (asked === null) throw refuse('account-gone');
      if (isAllowed && !(await ports.agree({ kind: 'register', about: asked.name })))
        throw refuse('not-agreed');
      const account = recordOf(id);
      if (account === null) throw refuse('account-gone');
      ports.write({ accounts: recordsWith({ ...account, mayRegister: isAllowed }) });
      ports.changed();
      return null;
    },
    /** False without any, and as soon as one is on this computer itself: it is not to stand still where only the others cannot be reached. */
    needNetwork(): boolean {
      const records = ports.records();
      return records.length > 0 && !records.some(({ apiUrl }) => isOnLoopback(apiUrl));
    },
    /** For the app's own service, such as the demo's, which the person did not enter. */
    trust: origins.add,
    /** `client`: the one that listed them; a list that comes after the account was connected anew is another account's. */
    rememberWorkspaces(id: AccountId, client: MediaIntelligenceClient, workspaces: readonly string[]): void {
      const account = recordOf(id);
      if (account === null || opened.get(id)?.client !== client) return;
      if (account.workspaces.join() === workspaces.join()) return;
      ports.write({ accounts: recordsWith({ ...account, workspaces }) });
      ports.changed();
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;

function ownerOf(account: AccountRecord): KeyOwner {
  return { account: account.id, origin: originOf(account) };
}

/** What lies on disk may be damaged or changed by hand; no key may go where the form would not let it go. */
function originOf({ apiUrl }: AccountRecord): string | null {
  const address = readApiAddress(apiUrl);
  return address.kind === 'valid' ? address.origin : null;
}
