import { success, type SimulatedAnswer } from './answer.ts';
import { paged } from './paging.ts';
import { present, projectOf } from './scene.ts';
import { by, times } from './stamps.ts';
import type { World } from './world.ts';

export function listWorkspaces(world: World, query: URLSearchParams): SimulatedAnswer {
  return paged([...world.workspaces.keys()], query, workspaceItem);
}

export function workspaceDetails(world: World, name: string): SimulatedAnswer | null {
  return world.workspaces.has(name) ? success({ ...workspaceItem(name), monthlyAnalysisCount: 0 }) : null;
}

function workspaceItem(workspaceName: string) {
  const workspaceUrl = `https://mi.example.com/${workspaceName}`;
  return { workspaceName, workspaceUrl, bucketName: `${workspaceName}-media`, ...by, ...times };
}

export function listProjects(world: World, workspace: string): SimulatedAnswer | null {
  const found = world.workspaces.get(workspace);
  if (!found) return null;
  return success({
    projects: found.map((project) => ({ ...project, ...by, ...times })),
    totalCount: found.length,
  });
}

export function projectDetails(world: World, match: readonly string[]): SimulatedAnswer | null {
  return present(projectOf(world, match), (project) => success({ ...project, ...by, ...times }));
}
