import type { SaveFault } from './save-faults.ts';

/** What is wrong with one field of a request; `words/refusals` says what is expected instead. */
export const fieldFaults = [
  'empty',
  'blank-inside',
  'line-end-inside',
  'not-printable',
  'too-long',
  'not-an-address',
  'not-https',
  'has-a-path',
  'has-a-login',
  'name-taken',
  'not-a-workspace-name',
  'not-an-id',
  'wrong-shape',
] as const;
export type FieldFault = (typeof fieldFaults)[number];

/** Why a request could not be done although all its fields were right. */
export const refusalCodes = [
  'account-gone',
  'no-usable-key',
  'found-keys-gone',
  'called-back',
  'cannot-save',
  'login-item-sandboxed',
  'login-item-demo',
  'login-item-failed',
  'failed',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/**
 * Why a request was refused: data, because Electron flattens thrown errors to a sentence, and because only the window knows
 * the person's language. It never carries a value that was sent, which may be a key.
 */
export type RequestError =
  | {
      readonly code: 'bad-field';
      /** The path of the field, such as `draft.secretKey`; null where it is the whole request. */
      readonly field: string | null;
      readonly fault: FieldFault;
    }
  | {
      /** A file of the person's own, such as an export, could not be written. */
      readonly code: 'file-not-written';
      readonly fault: SaveFault;
    }
  | { readonly code: RefusalCode };
