import * as v from 'valibot';
import { inEnvelope, optionalCount, optionalText } from './envelope.ts';

const workspace = v.object({
  workspaceName: v.string(),
  workspaceUrl: optionalText,
  bucketName: optionalText,
  createdUserName: optionalText,
  createdTime: optionalText,
  updatedUserName: optionalText,
  updatedTime: optionalText,
});

export type Workspace = v.InferOutput<typeof workspace>;

/** `GET /api/v1/workspaces`. */
export const workspacesAnswer = inEnvelope(
  v.object({ content: v.array(workspace), totalPage: optionalCount, totalCount: optionalCount }),
);
