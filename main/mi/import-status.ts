import type { Answer, AssetReference } from '../monitor/asset.ts';
import { importStatusAnswer } from './answers/import-status.ts';
import { contradicted, taken, type Ask } from './ask.ts';
import { oneAssetBytes } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { importStatusTarget } from './request-target.ts';

/** `GET …/import-status`. An answer about another asset is not believed, whoever mixed them up. */
export function askImportStatus(
  ask: Ask,
  reference: AssetReference,
  signal: AbortSignal,
): Promise<Outcome<Answer>> {
  return ask({
    target: importStatusTarget(reference),
    limit: oneAssetBytes,
    signal,
    schema: importStatusAnswer,
    take: ({ result }, receivedAt) => {
      const { assetId, uploadStatus: status, uploadResult: text, metaData } = result;
      if (assetId !== reference.assetId) return contradicted('result.assetId', reference.assetId);
      return taken({ assetId, status, text, metaData, receivedAt });
    },
  });
}
