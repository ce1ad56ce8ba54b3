import * as v from 'valibot';
import { cleanName, cleanText } from './clean-text.ts';

/** `{"code":"0","message":"success","result":{…}}`. The code has said success by now, so only the result is read. */
export function inEnvelope<const Result extends v.GenericSchema>(result: Result) {
  return v.object({ result });
}

/** Ids are positive integers that JSON carries exactly. */
export const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const optionalCount = v.nullish(count, null);

/** Remote text, made fit to be shown. */
export const optionalText = v.nullish(v.pipe(v.string(), v.transform(cleanText)), null);

/** A file name may contain line ends and characters that reverse the text around it. */
export const fileName = v.pipe(v.string(), v.transform(cleanName));

/** `metaData` of import-status and of an asset. Import-status documents each field as optional; images have no duration. */
export const metaData = v.nullish(
  v.object({
    resolution: optionalText,
    durationMs: optionalCount,
    size: optionalCount,
    format: optionalText,
  }),
  null,
);
