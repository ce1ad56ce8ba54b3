import * as v from 'valibot';
import type { Listed, Reply } from '../model/reply.ts';
import { inEnvelope, listOf, optionalCount, optionalText } from './answer-fields.ts';
import { taken, type Ask } from './ask.ts';
import { listBytes } from './limits.ts';
import { isWorkspaceName, workspacesTarget } from './request-target.ts';

const workspacesOnPage = 100;

/** A service that always promises one more page must not be asked for ever. */
const mostPages = 100;

/** With another name nothing in it could be asked for. */
const workspace = v.object({
  workspaceName: v.pipe(v.string(), v.check(isWorkspaceName)),
  workspaceUrl: optionalText,
  /** Of Object Storage, where the workspace is linked to one. */
  bucketName: optionalText,
});

export type Workspace = v.InferOutput<typeof workspace>;

const page = inEnvelope(
  v.object({
    content: listOf(workspace, workspacesOnPage, ({ workspaceName }) => workspaceName),
    totalPage: optionalCount,
  }),
);

/** `GET /api/v1/workspaces`, page after page. */
export async function listAllWorkspaces(ask: Ask, signal: AbortSignal): Promise<Reply<Listed<Workspace>>> {
  // One that slips to the next page while they are read is listed twice.
  const entries = new Map<string, Workspace>();
  let skipped = 0;
  for (let pageNumber = 1; pageNumber <= mostPages; pageNumber += 1) {
    const reply = await ask({
      target: workspacesTarget(pageNumber, workspacesOnPage),
      limit: listBytes,
      signal,
      schema: page,
      take: ({ result }) => taken(result),
    });
    if (reply.kind !== 'answer') return reply;
    const { content, totalPage } = reply.value;
    for (const each of content.entries) entries.set(each.workspaceName, each);
    skipped += content.skipped;
    const listed = content.entries.length + content.skipped;
    // Where the service does not say how many pages there are, a full one is not the last.
    const isLast = totalPage === null ? listed < workspacesOnPage : pageNumber >= totalPage;
    if (listed === 0 || isLast) break;
  }
  return { kind: 'answer', value: { entries: [...entries.values()], skipped } };
}
