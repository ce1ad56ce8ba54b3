import * as v from 'valibot';
import { cleanText } from '../clean-text.ts';

/** `{"code":"0","message":"success","result":{…}}`; only the result is looked at once the code says success. */
export function inEnvelope<const Result extends v.GenericSchema>(result: Result) {
  return v.object({ result });
}

/** Ids are positive integers that JSON carries exactly. */
export const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const optionalCount = v.nullish(count, null);

/** Remote text, made fit to be shown. */
export const optionalText = v.nullish(v.pipe(v.string(), v.transform(cleanText)), null);
