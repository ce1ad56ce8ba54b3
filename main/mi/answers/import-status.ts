import * as v from 'valibot';
import { id, inEnvelope, optionalText } from './envelope.ts';
import { metaData } from './meta-data.ts';

/** Longest status that is kept; the longest documented one has 16 letters. */
const longestStatus = 100;

/** `GET …/import-status`. The status is kept as it came: a sixth value must reach the person as an unknown, not as an error. */
export const importStatusAnswer = inEnvelope(
  v.object({
    assetId: id,
    uploadStatus: v.pipe(v.string(), v.regex(/^[^\s\p{Cc}]+$/u), v.maxLength(longestStatus)),
    uploadResult: optionalText,
    metaData,
  }),
);
