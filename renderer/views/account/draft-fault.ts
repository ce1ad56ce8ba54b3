import type { RequestError } from '../../../main/contract.ts';
import type { Words } from '../../../words/words.ts';

export type DraftField = keyof Words['account']['fieldErrors'];

const draftFields: readonly DraftField[] = ['accessKey', 'secretKey', 'apiUrl'];

/** The field of the form that main refused; null where the refusal is about something else. */
export function faultyField({ code, field }: RequestError): DraftField | null {
  if (code !== 'account-draft') return null;
  return draftFields.find((name) => name === field) ?? null;
}

/** Why a draft was refused, in the person's language where it is about a field; main's own sentences are English. */
export function refusalSentence(error: RequestError, text: Words['account']): string {
  const field = faultyField(error);
  return field === null ? error.message : text.fieldErrors[field];
}
