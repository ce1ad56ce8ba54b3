import type { Language, RequestError } from '../../main/contract.ts';
import { refusalText } from '../lib/refusal-text.ts';

/** What came of a request, as it stands at the top of a view until the next one. */
export interface Told {
  readonly tone: 'good' | 'problem';
  readonly title: string;
  readonly sentence: string | null;
}

/** Why a request was refused; `title` says what was not done. */
export function toldRefusal(title: string, error: RequestError, language: Language): Told {
  return { tone: 'problem', title, sentence: refusalText(error, language) };
}
