import * as v from 'valibot';
import { isWorkspaceName } from '../mi/request-target.ts';
import { serviceError, success, type SimulatedAnswer } from './answer.ts';
import { paged } from './paging.ts';
import { present, projectOf, type Scene } from './scene.ts';
import { by, times } from './stamps.ts';
import type { SimulatedProject, World } from './world.ts';

export function listWorkspaces(world: World, query: URLSearchParams): SimulatedAnswer {
  return paged([...world.workspaces.keys()], query, (name) => workspaceItem(world, name));
}

export function workspaceDetails(world: World, name: string): SimulatedAnswer | null {
  if (!world.workspaces.has(name)) return null;
  return success({ ...workspaceItem(world, name), monthlyAnalysisCount: 0 });
}

function workspaceItem(world: World, workspaceName: string) {
  const workspaceUrl = `https://mi.example.com/${workspaceName}`;
  const bucketName = world.buckets.get(workspaceName);
  return { workspaceName, workspaceUrl, ...(bucketName && { bucketName }), ...by, ...times };
}

/** The number of an account's workspaces is limited (create-workspaces page), to what is not said. */
const workspacesAtMost = 1_000;

const newWorkspace = v.object({
  workspaceName: v.pipe(v.string(), v.check(isWorkspaceName)),
  bucketName: v.optional(v.pipe(v.string(), v.nonEmpty())),
});

export function createWorkspace({ world, body }: Scene): SimulatedAnswer {
  const wish = v.safeParse(newWorkspace, body);
  if (!wish.success) return serviceError('invalid-request');
  const { workspaceName, bucketName } = wish.output;
  const isTaken = world.workspaces.has(workspaceName);
  if (isTaken || world.workspaces.size >= workspacesAtMost) return serviceError('invalid-request');
  world.addWorkspace(workspaceName, bucketName ?? null);
  return success(workspaceItem(world, workspaceName));
}

export function listProjects(world: World, workspace: string): SimulatedAnswer | null {
  const found = world.workspaces.get(workspace);
  if (!found) return null;
  return success({ projects: found.map(projectItem), totalCount: found.length });
}

export function projectDetails(world: World, match: readonly string[]): SimulatedAnswer | null {
  return present(projectOf(world, match), (project) => success(projectItem(project)));
}

const projectItem = (project: SimulatedProject) => ({ ...project, ...by, ...times });

/** In a workspace (create-projects page). */
const projectsAtMost = 1_000;

/** Up to 100 characters, none of `;`, `|` and the backtick (create-projects page). */
const projectName = v.object({ name: v.pipe(v.string(), v.regex(/^[^;|`]{1,100}$/u)) });

export function createProject({ world, body }: Scene, workspace: string): SimulatedAnswer | null {
  const projects = world.workspaces.get(workspace);
  if (projects === undefined) return null;
  const wish = v.safeParse(projectName, body);
  if (!wish.success || projects.length >= projectsAtMost) return serviceError('invalid-request');
  if (isNamed(projects, wish.output.name)) return serviceError('invalid-request');
  return success(projectItem(world.addProject(workspace, wish.output.name)));
}

export function renameProject({ world, body }: Scene, match: readonly string[]): SimulatedAnswer | null {
  return present(projectOf(world, match), (project) => {
    if (project.isBaseProject) return serviceError('base-project');
    const wish = v.safeParse(projectName, body);
    if (!wish.success) return serviceError('invalid-request');
    const others = (world.workspaces.get(match[0] ?? '') ?? []).filter((other) => other !== project);
    if (isNamed(others, wish.output.name)) return serviceError('invalid-request');
    project.name = wish.output.name;
    return success(projectItem(project));
  });
}

function isNamed(projects: readonly SimulatedProject[], name: string): boolean {
  return projects.some((project) => project.name === name);
}
