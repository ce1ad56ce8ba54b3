import type { AssetReference } from '../monitor/asset.ts';
import type { ListedPage } from '../monitor/event.ts';
import {
  assetAnswer,
  assetsAnswer,
  listedAnswer,
  type AssetDetails,
  type AssetList,
} from './answers/assets.ts';
import { contradicted, taken, type Ask } from './ask.ts';
import { listBytes, oneAssetBytes } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { assetsTarget, assetTarget } from './request-target.ts';

/** The service's maximum (list assets, `pageSize`). */
const assetsOnPage = 1_000;

/** `GET …/assets/{asset_id}`: the file's name, which import-status does not tell. */
export function askAssetDetails(
  ask: Ask,
  reference: AssetReference,
  signal: AbortSignal,
): Promise<Outcome<AssetDetails>> {
  return ask({
    target: assetTarget(reference),
    limit: oneAssetBytes,
    signal,
    schema: assetAnswer,
    take: ({ result }) =>
      result.assetId === reference.assetId
        ? taken(result)
        : contradicted('result.assetId', reference.assetId),
  });
}

export interface PageWanted {
  readonly workspace: string;
  readonly projectId: number;
  /** Counts from 1. */
  readonly pageNumber: number;
}

/** `GET …/assets`. */
export function listAssets(ask: Ask, wanted: PageWanted, signal: AbortSignal): Promise<Outcome<AssetList>> {
  return ask({
    target: assetsTarget(wanted.workspace, wanted.projectId, wanted.pageNumber, assetsOnPage),
    limit: listBytes,
    signal,
    schema: assetsAnswer,
    take: ({ result }) => taken(result),
  });
}

/** The same page for a followed project, which may have a hundred of them: only what tells new and ended assets apart is read. */
export function readPage(ask: Ask, wanted: PageWanted, signal: AbortSignal): Promise<Outcome<ListedPage>> {
  return ask({
    target: assetsTarget(wanted.workspace, wanted.projectId, wanted.pageNumber, assetsOnPage),
    limit: listBytes,
    signal,
    schema: listedAnswer,
    take: ({ result: { content, totalCount, totalPage } }) =>
      taken({ assets: content, totalCount, pages: totalPage }),
  });
}
