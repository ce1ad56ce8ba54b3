import type { AccountDraft } from '../contract.ts';
import { refuseField } from '../desk/refusal.ts';
import { readApiAddress } from '../mi/api-address.ts';
import { checkKey } from '../mi/keys.ts';

/** Tidies what a person typed for an account. Throws a refusal that names the field if it could never work. */
export function checkDraft(draft: AccountDraft): AccountDraft {
  // macOS types and pastes letters in parts, which look the same and are not.
  const name = draft.name.normalize('NFC').trim();
  if (name === '') throw refuseField('name', 'empty');
  const accessKey = checkedKey('accessKey', draft.accessKey);
  const secretKey = checkedKey('secretKey', draft.secretKey);
  const address = readApiAddress(draft.apiUrl);
  if (address.kind === 'invalid') throw refuseField('apiUrl', address.reason);
  return { ...draft, name, accessKey, secretKey, apiUrl: address.origin };
}

/** An empty field keeps the key that the account has. */
function checkedKey(field: 'accessKey' | 'secretKey', text: string | null): string | null {
  if (text === null || text.trim() === '') return null;
  const checked = checkKey(text);
  if (checked.kind === 'refused') throw refuseField(field, checked.fault);
  return checked.key;
}
