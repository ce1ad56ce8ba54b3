import { checkKey, type KeyField } from '../adapters/keys/check-keys.ts';
import type { AccountDraft } from '../contract.ts';
import { refuse } from '../desk/refusal.ts';
import { readApiAddress } from '../mi/api-address.ts';

/** Tidies what a person typed for an account; refuses, naming the field, what could never work. */
export function checkDraft(draft: AccountDraft): AccountDraft {
  const address = readApiAddress(draft.apiUrl);
  if (address.kind === 'invalid') {
    throw refuse('account-draft', 'apiUrl', `An https address is expected (${address.reason}).`);
  }
  return {
    ...draft,
    name: draft.name.trim(),
    accessKey: checkedKey('accessKey', draft.accessKey),
    secretKey: checkedKey('secretKey', draft.secretKey),
    apiUrl: address.origin,
  };
}

/** An empty field of an account that has keys means that they stay. */
function checkedKey(field: KeyField, text: string | null): string | null {
  if (text === null || text.trim() === '') return null;
  const checked = checkKey(field, text);
  if (checked.kind === 'refused') throw refuse('account-draft', field, checked.expectation);
  return checked.key;
}
