import type { AccountId } from '../monitor/asset.ts';
import type { Problem } from '../monitor/problem.ts';

/** The service's own address, as its documentation gives it. */
export const defaultApiUrl = 'https://mi.apigw.ntruss.com';

/**
 * How a secret key is kept: by the system's keyring, which may be locked for now, for this run only, weakly encrypted because
 * the person chose so, or unreadable.
 */
export type KeyStorage = 'keyring' | 'locked' | 'session' | 'weak' | 'unreadable' | 'none';

/** What the window may know of an account. The secret key is write-only and has no field here. */
export interface AccountCard {
  readonly id: AccountId;
  readonly name: string;
  /** The access key's last four characters; null where no key is kept. */
  readonly accessKeyEnding: string | null;
  readonly apiUrl: string;
  readonly storage: KeyStorage;
  /** True where the system has no keyring, so that the choice of weak storage is offered. */
  readonly keyringMissing: boolean;
  readonly workspaces: readonly string[];
}

/** Keys found on this computer, offered and never written. */
export interface FoundKeys {
  readonly source: 'environment' | 'ncloud-configure';
  readonly accessKeyEnding: string;
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

export const testStepNames = [
  'address',
  'connection',
  'clock',
  'signature',
  'permission',
  'workspaces',
] as const;
export type TestStepName = (typeof testStepNames)[number];

export type TestStep = { readonly name: TestStepName } & (
  | { readonly state: 'not-reached' }
  | { readonly state: 'running' }
  /** `figure`: milliseconds of the connection, of the clock's offset, or the number of workspaces; `detail`: the host. */
  | { readonly state: 'passed'; readonly figure: number | null; readonly detail: string | null }
  /** Passed with a warning: the clock is off, and is corrected for. */
  | { readonly state: 'corrected'; readonly figure: number }
  | {
      readonly state: 'failed';
      readonly problem: Problem | null;
      readonly figure: number | null;
      readonly detail: string | null;
    }
);
