import * as v from 'valibot';
import type { Listed, Reply } from '../model/reply.ts';
import { id, inEnvelope, listOf, optionalName } from './answer-fields.ts';
import { taken, type Ask } from './ask.ts';
import { listBytes } from './limits.ts';
import { projectsTarget } from './request-target.ts';

/** A workspace holds no more (list projects). */
const mostProjects = 1_000;

const project = v.pipe(
  v.object({ projectId: id, name: optionalName }),
  v.transform(({ projectId, name }) => ({ projectId, name: name ?? String(projectId) })),
);

export type Project = v.InferOutput<typeof project>;

const schema = inEnvelope(
  v.object({ projects: listOf(project, mostProjects, ({ projectId }) => projectId) }),
);

/** `GET …/projects`, which has no pages. */
export function listProjects(
  ask: Ask,
  workspace: string,
  signal: AbortSignal,
): Promise<Reply<Listed<Project>>> {
  return ask({
    target: projectsTarget(workspace),
    limit: listBytes,
    signal,
    schema,
    take: ({ result }) => taken(result.projects),
  });
}
