import * as v from 'valibot';
import { longestObjectKey } from '../model/registration.ts';
import type { Listed } from '../model/reply.ts';
import { cleanName, cleanText } from './clean-text.ts';

/** `{"code":"0","message":"success","result":{…}}`. The code has said success by now, so only the result is read. */
export function inEnvelope<const Result extends v.GenericSchema>(result: Result) {
  return v.object({ result });
}

/** Ids are positive integers that JSON carries exactly. */
export const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * What stands beside the words that count: null where it is absent or cannot be read. An odd duration must not hide for ever that an
 * import has completed.
 */
function beside<const Field extends v.GenericSchema>(field: Field) {
  return v.fallback(v.nullish(field, null), null);
}

export const optionalId = beside(id);

export const optionalCount = beside(count);

/** An object's name in its bucket, byte for byte: it is compared and sent again, so nothing of it may be cleaned away. */
export const optionalKey = beside(v.pipe(v.string(), v.minLength(1), v.maxLength(longestObjectKey)));

/** Epoch ms of an ISO 8601 time that names its offset: without one it could mean any of a day's hours. */
export const optionalMoment = beside(
  v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/),
    v.transform((text) => Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))),
    v.number(),
  ),
);

/** Remote text, made fit to be shown. */
export const optionalText = beside(v.pipe(v.string(), v.transform(cleanText)));

/** A name may contain line ends and characters that reverse the text around it; null where nothing of it can be shown. */
export const optionalName = beside(
  v.pipe(
    v.string(),
    v.transform((name) => cleanName(name) || null),
  ),
);

/** `metaData` of import-status and of an asset. Import-status documents each field as optional; images have no duration. */
export const metaData = beside(
  v.object({
    resolution: optionalText,
    durationMs: optionalCount,
    size: optionalCount,
    format: optionalText,
  }),
);

/**
 * A list of at most `most` entries. One that cannot be read, or that names the same as one before it, is skipped and hides none of the
 * others; what goes beyond a page was not asked for, and would let a broken service fill the memory.
 */
export function listOf<const Entry extends v.GenericSchema>(
  entry: Entry,
  most: number,
  nameOf: (entry: v.InferOutput<Entry>) => string | number,
) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform((all): Listed<v.InferOutput<Entry>> => {
      const entries = new Map<string | number, v.InferOutput<Entry>>();
      for (const one of all.slice(0, most)) {
        const read = v.safeParse(entry, one, { abortEarly: true });
        if (read.success && !entries.has(nameOf(read.output))) entries.set(nameOf(read.output), read.output);
      }
      return { entries: [...entries.values()], skipped: all.length - entries.size };
    }),
  );
}
