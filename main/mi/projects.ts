import { projectsAnswer, type Project } from './answers/projects.ts';
import { taken, type Ask } from './ask.ts';
import { listBytes } from './limits.ts';
import type { Outcome } from './outcome.ts';
import { projectsTarget } from './request-target.ts';

/** `GET …/projects`, which has no pages: a workspace holds 1,000 projects at most. */
export function listProjects(
  ask: Ask,
  workspace: string,
  signal: AbortSignal,
): Promise<Outcome<readonly Project[]>> {
  const target = projectsTarget(workspace);
  return ask({
    target,
    limit: listBytes,
    signal,
    schema: projectsAnswer,
    take: ({ projects }) => taken(projects),
  });
}
