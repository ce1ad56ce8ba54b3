import * as v from 'valibot';
import { cleanName } from '../clean-text.ts';
import { count, id, inEnvelope, optionalText } from './envelope.ts';
import { metaData } from './meta-data.ts';

/** A name may hold line ends and signs that turn the text around it. */
const fileName = v.pipe(v.string(), v.transform(cleanName));

/** An asset as the list and the details carry it; the tails of both are not documented to the end. */
const asset = v.object({
  assetId: id,
  fileName,
  projectId: id,
  metaData,
  key: optionalText,
  createUserName: optionalText,
  createdTime: optionalText,
  updateUserName: optionalText,
  updatedTime: optionalText,
});

export type AssetDetails = v.InferOutput<typeof asset>;

/** `GET …/assets/{asset_id}`. */
export const assetAnswer = inEnvelope(asset);

const page = v.object({
  content: v.array(asset),
  totalCount: count,
  totalPage: count,
  pageNo: count,
  pageSize: v.nullish(count, null),
});

export type AssetList = v.InferOutput<typeof page>;

/** `GET …/assets`: no import status in it, which is why each asset is asked by itself. */
export const assetsAnswer = inEnvelope(page);

/** The service lists an asset whose import has not completed without metadata or with empty fields, or not at all. Images have no length. */
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

/** The same page, of which little is read: it may be one of a hundred, each few seconds. */
export const listedAnswer = inEnvelope(
  v.object({ content: v.array(listedAsset), totalCount: count, totalPage: count }),
);
