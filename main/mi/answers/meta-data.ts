import * as v from 'valibot';
import { optionalCount, optionalText } from './envelope.ts';

/** `metaData` of import-status and of assets. Each field is optional in the first, so in both; images have no duration. */
export const metaData = v.nullish(
  v.object({
    resolution: optionalText,
    durationMs: optionalCount,
    size: optionalCount,
    format: optionalText,
  }),
  null,
);
