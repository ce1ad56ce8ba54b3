import * as v from 'valibot';
import type { Answer, AssetReference } from '../model/asset.ts';
import { unreadableStatus } from '../model/import-status.ts';
import type { Reply } from '../model/reply.ts';
import { id, inEnvelope, metaData, optionalText } from './answer-fields.ts';
import { contradicted, taken, type Ask } from './ask.ts';
import { oneAssetBytes } from './limits.ts';
import { importStatusTarget } from './request-target.ts';

/** Longest status that is kept; the longest documented one has 16 letters. */
const longestStatus = 100;

/** A word of letters, or none at all. */
function statusOf(said: string): string {
  return /^\w+$/.test(said) ? said : unreadableStatus;
}

/**
 * Only the id makes an answer. The status is kept as it came: a sixth value must reach the person as an unknown status, not as an
 * error. It is a word of letters, because it is shown in rows and lines, where marks that reverse text or end a line could lie. Where it
 * is none, as may be while an import is queued, the asset is there all the same: what ends after that is news.
 */
const schema = inEnvelope(
  v.object({
    assetId: id,
    // What is no text at all is a fault of the server: taken for a status, it would make news of an end that was known.
    uploadStatus: v.pipe(
      v.nullish(v.pipe(v.string(), v.maxLength(longestStatus)), ''),
      v.transform(statusOf),
    ),
    uploadResult: optionalText,
    metaData,
  }),
);

/** `GET …/import-status`. An answer about another asset is not believed, whoever mixed them up. */
export function askImportStatus(
  ask: Ask,
  reference: AssetReference,
  signal: AbortSignal,
): Promise<Reply<Answer>> {
  return ask({
    target: importStatusTarget(reference),
    limit: oneAssetBytes,
    signal,
    schema,
    take: ({ result }, receivedAt) => {
      const { assetId, uploadStatus: status, uploadResult: text, metaData } = result;
      if (assetId !== reference.assetId) return contradicted('result.assetId', reference.assetId);
      return taken({ assetId, status, text, metaData, receivedAt });
    },
  });
}
