import * as v from 'valibot';
import type { Reply } from '../model/reply.ts';
import { id, inEnvelope } from './answer-fields.ts';
import { taken, type Ask } from './ask.ts';
import { listBytes } from './limits.ts';
import { projectsTarget } from './request-target.ts';

const project = v.object({ projectId: id, name: v.string() });

export type Project = v.InferOutput<typeof project>;

const schema = inEnvelope(v.object({ projects: v.array(project) }));

/** `GET …/projects`, which has no pages: a workspace holds 1,000 projects at most. */
export function listProjects(
  ask: Ask,
  workspace: string,
  signal: AbortSignal,
): Promise<Reply<readonly Project[]>> {
  return ask({
    target: projectsTarget(workspace),
    limit: listBytes,
    signal,
    schema,
    take: ({ result }) => taken(result.projects),
  });
}
