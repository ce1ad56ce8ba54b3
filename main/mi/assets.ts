import * as v from 'valibot';
import type { AssetDetails, AssetReference, ListedPage } from '../model/asset.ts';
import type { Reply } from '../model/reply.ts';
import { count, fileName, id, inEnvelope, metaData } from './answer-fields.ts';
import { contradicted, taken, type Ask } from './ask.ts';
import { listBytes, oneAssetBytes } from './limits.ts';
import { assetsTarget, assetTarget } from './request-target.ts';

/** The service's maximum (list assets, `pageSize`). */
const assetsOnPage = 1_000;

const details = inEnvelope(v.object({ assetId: id, fileName, projectId: id, metaData }));

/** `GET …/assets/{asset_id}`: the file's name, which import-status does not tell. */
export function askAssetDetails(
  ask: Ask,
  reference: AssetReference,
  signal: AbortSignal,
): Promise<Reply<AssetDetails>> {
  return ask({
    target: assetTarget(reference),
    limit: oneAssetBytes,
    signal,
    schema: details,
    take: ({ result }) =>
      result.assetId === reference.assetId
        ? taken(result)
        : contradicted('result.assetId', reference.assetId),
  });
}

/**
 * The service lists an asset whose import has not completed without metadata, with empty fields, or not at all. Images have no
 * duration.
 */
const listedMetaData = v.nullish(
  v.object({
    resolution: v.nullish(v.string(), null),
    size: v.nullish(v.number(), null),
    format: v.nullish(v.string(), null),
  }),
  null,
);

const listedAsset = v.pipe(
  v.object({ assetId: id, fileName, metaData: listedMetaData }),
  v.transform(({ metaData, ...named }) => ({
    ...named,
    size: metaData?.size ?? null,
    complete: metaData !== null && Object.values(metaData).every((value) => value !== null && value !== ''),
  })),
);

const page = inEnvelope(v.object({ content: v.array(listedAsset), totalCount: count, totalPage: count }));

/**
 * `GET …/assets`, one page; `pageNumber` counts from 1. The list has no import status, so each asset is asked about by itself. Little
 * is read of each, because a followed project may have a hundred pages, one every few seconds.
 */
export function listAssets(
  ask: Ask,
  workspace: string,
  projectId: number,
  pageNumber: number,
  signal: AbortSignal,
): Promise<Reply<ListedPage>> {
  return ask({
    target: assetsTarget(workspace, projectId, pageNumber, assetsOnPage),
    limit: listBytes,
    signal,
    schema: page,
    take: ({ result: { content, totalCount, totalPage } }) =>
      taken({ assets: content, totalCount, pages: totalPage }),
  });
}
