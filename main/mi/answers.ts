import * as v from 'valibot';
import { cleanText } from './remote-text.ts';

/*
 * The answers of the API with their exact field names. Unknown fields are ignored and unknown statuses kept, since names of this
 * API changed several times; a wrong type is an unreadable answer.
 */

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = v.pipe(v.string(), v.transform(cleanText));
const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema), null);

export const metaData = v.object({
  resolution: optional(text),
  durationMs: optional(count),
  size: optional(count),
  format: optional(text),
});

/** `result` of import-status. */
export const importStatusResult = v.object({
  assetId: id,
  uploadStatus: v.pipe(text, v.nonEmpty()),
  uploadResult: optional(text),
  metaData: optional(metaData),
});

export const assetItem = v.object({
  assetId: id,
  fileName: text,
  projectId: id,
  metaData: optional(metaData),
  key: optional(text),
  createUserName: optional(text),
  createdTime: optional(text),
  updateUserName: optional(text),
  updatedTime: optional(text),
});

const page = { totalCount: count, totalPage: count, pageNo: count, pageSize: count };

export const assetPage = v.object({ content: v.array(assetItem), ...page });

export const workspaceItem = v.object({
  workspaceName: text,
  workspaceUrl: text,
  bucketName: optional(text),
  createdUserName: optional(text),
  createdTime: optional(text),
  updatedUserName: optional(text),
  updatedTime: optional(text),
});

export const workspacePage = v.object({ content: v.array(workspaceItem), ...page });

export const projectItem = v.object({
  projectId: id,
  name: text,
  isBaseProject: v.optional(v.boolean(), false),
  createdUserName: optional(text),
  createdTime: optional(text),
  updatedUserName: optional(text),
  updatedTime: optional(text),
});

/** `totalCount` stands inside `result` or beside it: the page leaves it open, and nothing here needs it. */
export const projectList = v.object({ projects: v.array(projectItem) });

export type AssetDetails = v.InferOutput<typeof assetItem>;
export type AssetList = v.InferOutput<typeof assetPage>;
export type Workspace = v.InferOutput<typeof workspaceItem>;
export type Project = v.InferOutput<typeof projectItem>;
