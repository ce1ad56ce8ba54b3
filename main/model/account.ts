import type { Problem } from './problem.ts';

/** The service's own address, as its documentation gives it. */
export const defaultApiUrl = 'https://mi.apigw.ntruss.com';

/** Media Intelligence is there in the Korean region alone, and its workspaces are linked to buckets of that region. */
export const objectStorageHost = 'kr.object.ncloudstorage.com';

/** What can be wrong with an API address that a person typed; `words/refusals` says each. */
export const addressFaults = ['not-an-address', 'not-https', 'has-a-path', 'has-a-login'] as const;

/** Characters of an access key or a secret key. */
export const longestKey = 200;

/** The steps of an account test, in the order in which they are taken. */
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
  /** Passed with a warning: the clock is off, and requests are signed with the service's own time. `figure`: ms. */
  | { readonly state: 'corrected'; readonly figure: number }
  | {
      readonly state: 'failed';
      readonly problem: Problem | null;
      readonly figure: number | null;
      readonly detail: string | null;
    }
);

/** What is kept of an account outside the vault. */
export interface AccountRecord {
  /** Matches `accountIdPattern`. Names the account's keys in the vault. */
  readonly id: string;
  readonly name: string;
  /** As it was typed or lies on disk; whoever asks it reads it as an API address first. */
  readonly apiUrl: string;
  /** The access key's last four characters; null before any key was kept. */
  readonly accessKeyEnding: string | null;
  /** Of the access key and the address; null before any key was kept. */
  readonly fingerprint: string | null;
  /** When its keys were kept, epoch ms; null before any key was kept. */
  readonly keptAt: number | null;
  readonly workspaces: readonly string[];
  /** The person allowed that its keys are written without a keyring. */
  readonly weakAllowed: boolean;
  /** The person allowed, in a dialog of the system, that files are registered with its keys. */
  readonly mayRegister: boolean;
}

/**
 * Whose keys they are. It is sealed together with them, so that ciphertext which was copied to another account, or whose address was
 * changed on disk, opens for nobody.
 */
export interface KeyOwner {
  readonly account: string;
  /** Where the keys may be sent; null for an address that is none, to which nothing is. */
  readonly origin: string | null;
}

/** An account that was disconnected. Its rows are nobody's until an account of the same fingerprint is connected and gets its id back. */
export interface ForgottenAccount {
  readonly id: string;
  readonly fingerprint: string;
}

/** An account of another id could not be named by the window, and so neither be used nor forgotten. */
export const accountIdPattern = /^[a-z0-9-]{1,40}$/;
