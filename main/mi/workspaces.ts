import * as v from 'valibot';
import type { Reply } from '../model/reply.ts';
import { inEnvelope, optionalCount, optionalText } from './answer-fields.ts';
import { taken, type Ask } from './ask.ts';
import { listBytes } from './limits.ts';
import { workspacesTarget } from './request-target.ts';

const workspacesOnPage = 100;

/** A service that always promises one more page must not be asked for ever. */
const mostPages = 100;

const workspace = v.object({ workspaceName: v.string(), workspaceUrl: optionalText });

export type Workspace = v.InferOutput<typeof workspace>;

const page = inEnvelope(v.object({ content: v.array(workspace), totalPage: optionalCount }));

/** `GET /api/v1/workspaces`, page after page. */
export async function listAllWorkspaces(ask: Ask, signal: AbortSignal): Promise<Reply<readonly Workspace[]>> {
  const workspaces: Workspace[] = [];
  for (let pageNumber = 1; pageNumber <= mostPages; pageNumber += 1) {
    const reply = await ask({
      target: workspacesTarget(pageNumber, workspacesOnPage),
      limit: listBytes,
      signal,
      schema: page,
      take: ({ result }) => taken(result),
    });
    if (reply.kind !== 'answer') return reply;
    workspaces.push(...reply.value.content);
    if (reply.value.content.length === 0 || pageNumber >= (reply.value.totalPage ?? 1)) break;
  }
  return { kind: 'answer', value: workspaces };
}
