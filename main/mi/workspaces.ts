import { workspacesAnswer, type Workspace } from './answers/workspaces.ts';
import { taken, type Ask } from './ask.ts';
import { listBytes } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { workspacesTarget } from './request-target.ts';

const workspacesOnPage = 100;

/** A service that always promises one more page must not keep us asking for ever. */
const mostPages = 100;

/** `GET /api/v1/workspaces`, page after page. */
export async function listAllWorkspaces(
  ask: Ask,
  signal: AbortSignal,
): Promise<Outcome<readonly Workspace[]>> {
  const workspaces: Workspace[] = [];
  for (let pageNumber = 1; pageNumber <= mostPages; pageNumber += 1) {
    const outcome = await ask({
      target: workspacesTarget(pageNumber, workspacesOnPage),
      limit: listBytes,
      signal,
      schema: workspacesAnswer,
      take: ({ result }) => taken(result),
    });
    if (outcome.kind !== 'answer') return outcome;
    workspaces.push(...outcome.value.content);
    if (outcome.value.content.length === 0 || pageNumber >= (outcome.value.totalPage ?? 1)) break;
  }
  return { kind: 'answer', value: workspaces };
}
