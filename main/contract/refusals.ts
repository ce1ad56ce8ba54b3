import { addressFaults } from '../model/account.ts';
import { sendFaults } from '../model/problem.ts';
import type { SaveFault } from './save-faults.ts';

/** What can be wrong with one field of a request; `words/refusals` says what is expected instead. */
export const fieldFaults = [
  ...sendFaults,
  ...addressFaults,
  'name-taken',
  'needed-for-new-address',
  'no-webhook-address',
  'wrong-shape',
] as const;
export type FieldFault = (typeof fieldFaults)[number];

/** Why a request was refused although all its fields were right. */
export const refusalCodes = [
  'account-gone',
  'no-usable-key',
  'found-keys-gone',
  'called-back',
  'not-agreed',
  'dialog-open',
  'cannot-save',
  'list-full',
  'registering-off',
  'plan-gone',
  'no-object-storage',
  'not-copied',
  'login-item-sandboxed',
  'login-item-needs-approval',
  'login-item-demo',
  'login-item-failed',
  'shortcut-refused',
  'hooks-full',
  'hook-gone',
  'hook-busy',
  'group-gone',
  'failed',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/**
 * Why a request was refused, as data: Electron flattens a thrown error to a sentence, and only the window knows the person's
 * language. It never carries a value that was sent, which may be a key.
 */
export type RequestError =
  | {
      readonly code: 'bad-field';
      /** The path of the field, such as `draft.secretKey`; null for the whole request. */
      readonly field: string | null;
      readonly fault: FieldFault;
    }
  | {
      /** A file that the person asked for, such as an export, could not be written. */
      readonly code: 'file-not-written';
      readonly fault: SaveFault;
    }
  | { readonly code: RefusalCode };
