import type { TestStep } from '../model/account.ts';
import type { AccountId } from '../model/asset.ts';
import type { keyFaults } from '../model/problem.ts';

/**
 * How a secret key is kept: by the system's keyring, which may not have answered yet, as while it asks for a password, or which refused it
 * for the rest of this run (`locked`); for this run only, weakly encrypted because the person chose so, or so that the person is asked
 * whether its address is theirs and has not said yes (`unconfirmed`); unreadable, or for another account or address than the one that it
 * is wanted for.
 */
export const keyStorages = [
  'keyring',
  'waiting',
  'locked',
  'session',
  'weak',
  'unconfirmed',
  'unreadable',
  'other-address',
  'none',
] as const;
export type KeyStorage = (typeof keyStorages)[number];

/** What the window may know of an account. The secret key is write-only and has no field here. */
export interface AccountCard {
  readonly id: AccountId;
  readonly name: string;
  /** The access key's last four characters; null where no key is kept. */
  readonly accessKeyEnding: string | null;
  readonly apiUrl: string;
  readonly storage: KeyStorage;
  /** True where no keyring took the key in this run, so that the choice of weak storage is offered. */
  readonly keyringMissing: boolean;
  readonly workspaces: readonly string[];
  /** Files may be registered with its keys; off until the person turns it on. */
  readonly mayRegister: boolean;
}

/** Where keys are looked for. */
export const keySources = ['environment', 'ncloud-configure'] as const;
export type KeySource = (typeof keySources)[number];

/** Keys found on this computer, offered and never written. */
export interface FoundKeys {
  readonly source: KeySource;
  readonly accessKeyEnding: string;
}

/**
 * Why a place where keys are looked for has none that can be used, beside the faults of a key itself. `unexpanded`: the name of a variable
 * stands where its value should.
 */
export type KeyPlaceFault = 'not-readable' | 'is-a-folder' | 'is-no-file' | 'unexpanded' | 'no-keys-inside';

/** What was found on this computer and cannot be a pair of keys. Never carries any part of it. */
export interface UnusableKeys {
  /** The name of the variable, or the path of the file. */
  readonly place: string;
  /** Which of the two keys in the file; null if the name of the variable tells, or if it is the file itself. */
  readonly field: 'accessKey' | 'secretKey' | null;
  readonly fault: (typeof keyFaults)[number] | KeyPlaceFault;
}

export interface AccountDraft {
  /** Null adds an account. */
  readonly id: AccountId | null;
  readonly name: string;
  /** Null keeps the stored one. */
  readonly accessKey: string | null;
  /** Null keeps the stored one. */
  readonly secretKey: string | null;
  readonly apiUrl: string;
}

export interface AccountRequests {
  saveAccount: { request: AccountDraft; response: { id: AccountId; storage: KeyStorage } };
  useFoundKeys: { request: { source: KeySource; name: string }; response: { id: AccountId } };
  forgetAccount: { request: { account: AccountId }; response: null };
  keepKeyWeakly: { request: { account: AccountId }; response: { storage: KeyStorage } };
  /** While it runs, its steps arrive as `testStep` pushes with the same `run`; the response has all of them. */
  testAccount: { request: { draft: AccountDraft; run: string }; response: readonly TestStep[] };
}
