import type { Language, RequestError } from '../../../main/contract.ts';
import { faultText, fieldOf } from '../../lib/refusal-text.ts';

/** The fields that the form has. */
export const draftFields = ['name', 'accessKey', 'secretKey', 'apiUrl'] as const;
type DraftField = (typeof draftFields)[number];

/** What is wrong with a field of the form, as main said when it was last asked; null where it refused nothing of this field. */
export function faultOf(field: DraftField, refusal: RequestError | null, language: Language): string | null {
  return refusal?.code === 'bad-field' && fieldOf(refusal) === field ? faultText(refusal, language) : null;
}
