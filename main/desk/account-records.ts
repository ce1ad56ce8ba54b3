import type { AccountDraft } from '../contract.ts';
import type { AccountRecord, ForgottenAccount } from '../model/account.ts';
import type { AccountId } from '../model/asset.ts';

export interface AccountRecordPorts {
  readonly records: () => readonly AccountRecord[];
  readonly forgotten: () => readonly ForgottenAccount[];
  /** Never the same twice, in no run: the rows of an account that is gone still name it. */
  readonly newId: () => AccountId;
}

/** The longest list of disconnected accounts that is kept; the oldest are dropped. */
const mostForgotten = 200;

/** What is kept of accounts outside the vault, of those that were disconnected too, and what is to be written of them. */
export function createAccountRecords({ records, forgotten, newId }: AccountRecordPorts) {
  const recordOf = (id: AccountId) => records().find((entry) => entry.id === id) ?? null;

  return {
    recordOf,
    /** `instead`: the account whose place it takes. */
    recordsWith(account: AccountRecord, instead: AccountId = account.id): readonly AccountRecord[] {
      const all = records();
      if (!all.some(({ id }) => id === instead)) return [...all, account];
      return all.map((entry) => (entry.id === instead ? account : entry));
    },
    recordsWithout: (id: AccountId): readonly AccountRecord[] => records().filter((entry) => entry.id !== id),
    forgottenWith(account: AccountRecord | null): readonly ForgottenAccount[] {
      const before = forgotten();
      if (account === null || account.fingerprint === null) return before;
      return [...before, { id: account.id, fingerprint: account.fingerprint }].slice(-mostForgotten);
    },
    /** The id that an account of this fingerprint had before it was disconnected, or a new one. */
    idFor(fingerprint: string): AccountId {
      const known = forgotten().findLast((entry) => entry.fingerprint === fingerprint);
      return known === undefined || recordOf(known.id) !== null ? newId() : known.id;
    },
    /** Two accounts of one name could not be told apart in a list, nor could two that differ in capitals only. */
    isTaken({ id, name }: Pick<AccountDraft, 'id' | 'name'>): boolean {
      const sameName = (entry: AccountRecord) => entry.name.toLowerCase() === name.toLowerCase();
      return records().some((entry) => entry.id !== id && sameName(entry));
    },
  };
}
