import * as v from 'valibot';
import type { AssetDetails, AssetReference, ListedPage } from '../model/asset.ts';
import type { Reply } from '../model/reply.ts';
import {
  id,
  inEnvelope,
  listOf,
  metaData,
  optionalCount,
  optionalId,
  optionalKey,
  optionalMoment,
  optionalName,
} from './answer-fields.ts';
import { contradicted, taken, type Ask } from './ask.ts';
import { listBytes, oneAssetBytes } from './limits.ts';
import { assetsTarget, assetTarget } from './request-target.ts';

/** The service's maximum (list assets, `pageSize`). */
const assetsOnPage = 1_000;

const details = inEnvelope(
  v.pipe(
    v.object({
      ...{ assetId: id, fileName: optionalName, projectId: optionalId, metaData, key: optionalKey },
      // Of assets it stands in the answer to a registration; their details end, as far as they could be read, before it.
      createdTime: optionalMoment,
    }),
    v.transform(({ createdTime, ...details }) => ({ ...details, registeredAt: createdTime })),
  ),
);

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

const metaDataOfListed = ['resolution', 'size', 'format'] as const;

/**
 * The service lists an asset whose import has not completed without metadata, with empty fields, or not at all. Images have no
 * duration.
 */
const listedAsset = v.pipe(
  v.object({
    assetId: id,
    fileName: optionalName,
    projectId: optionalId,
    metaData: v.fallback(v.nullish(v.record(v.string(), v.unknown()), null), null),
  }),
  v.transform(({ metaData, ...named }) => ({
    ...named,
    size: v.parse(optionalCount, metaData?.['size']),
    complete: metaDataOfListed.every((field) => !['', null, undefined].includes(metaData?.[field] as null)),
  })),
);

const page = inEnvelope(
  v.object({
    content: listOf(listedAsset, assetsOnPage, ({ assetId }) => assetId),
    totalCount: optionalCount,
    totalPage: optionalCount,
  }),
);

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
    take: ({ result: { content, totalCount, totalPage } }) => {
      const { entries, skipped } = content;
      const listed = (pageNumber - 1) * assetsOnPage + entries.length + skipped;
      // Where the service does not say how many there are, a full page is not the last one.
      const isLast = entries.length + skipped < assetsOnPage || listed >= (totalCount ?? Infinity);
      return taken({
        assets: entries.map(({ projectId: place, ...asset }) =>
          place === null || place === projectId ? asset : { ...asset, isElsewhere: true },
        ),
        skipped,
        totalCount: totalCount ?? (isLast ? listed : listed + 1),
        pages: totalPage ?? (isLast ? pageNumber : pageNumber + 1),
      });
    },
  });
}
