import { type Language, longestTexts, type RequestError } from '../../main/contract.ts';
import { faultSentence } from '../../words/fault-sentence.ts';
import { formatNumber } from '../../words/format.ts';
import { words } from '../../words/words.ts';

type FieldError = Extract<RequestError, { code: 'bad-field' }>;

/** Why a request was refused and what to do, in the person's language; a field is named where it was one. */
export function refusalText(error: RequestError, language: Language): string {
  const { codes, fields, fileNotWritten, inField } = words[language].refusals;
  if (error.code === 'file-not-written') return fileNotWritten[error.fault];
  if (error.code !== 'bad-field') return codes[error.code];
  const name = fieldOf(error);
  const sentence = faultText(error, language);
  return name !== null && isNamed(name, fields) ? inField(fields[name], sentence) : sentence;
}

/** What is wrong with a field and what is expected there, as it stands beside the field; null where nothing of this field was refused. */
export function faultAt(field: string, error: RequestError | null, language: Language): string | null {
  return error?.code === 'bad-field' && fieldOf(error) === field ? faultText(error, language) : null;
}

/** The same sentence, whichever field it is of. */
export function faultText(error: FieldError, language: Language): string {
  const { faults, tooLong } = words[language].refusals;
  if (error.fault !== 'too-long') return faultSentence(error.fault, language);
  const name = fieldOf(error);
  if (name === null || !isNamed(name, longestTexts)) return faults['wrong-shape'];
  return tooLong(formatNumber(longestTexts[name], language));
}

/** The field of a path: `secretKey` of `draft.secretKey`. */
function fieldOf({ field }: FieldError): string | null {
  return field?.split('.').at(-1) ?? null;
}

function isNamed<Names extends object>(name: string, names: Names): name is keyof Names & string {
  return Object.hasOwn(names, name);
}
