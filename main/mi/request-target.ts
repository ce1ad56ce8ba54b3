import type { AssetReference } from '../monitor/asset.ts';

const root = '/api/v1/workspaces';

/** Workspace names as the service makes them: 3 to 63 of lower-case letters, digits and `-` (create-workspaces page). */
const workspacePattern = /^[a-z0-9-]{3,63}$/;

export function isWorkspaceName(name: string): boolean {
  return workspacePattern.test(name);
}

/** A positive integer that a number holds exactly. */
export function isServiceId(id: number): boolean {
  return Number.isSafeInteger(id) && id > 0;
}

/*
 * Each target is built once, and the same text is signed and sent: encoding it a second time would break the signature.
 * Names and ids are checked here as well, so that no `..` or `/` can point a signed request at another resource.
 */

export function workspacesTarget(page: number, pageSize: number): string {
  return `${root}?pageNum=${page}&pageSize=${pageSize}`;
}

export function projectsTarget(workspace: string): string {
  return `${root}/${checkedName(workspace)}/projects`;
}

export function assetsTarget(workspace: string, projectId: number, page: number, pageSize: number): string {
  return `${projectsTarget(workspace)}/${checkedId(projectId)}/assets?pageNum=${page}&pageSize=${pageSize}`;
}

export function assetTarget({ workspace, projectId, assetId }: AssetReference): string {
  return `${projectsTarget(workspace)}/${checkedId(projectId)}/assets/${checkedId(assetId)}`;
}

export function importStatusTarget(reference: AssetReference): string {
  return `${assetTarget(reference)}/import-status`;
}

function checkedName(name: string): string {
  if (!isWorkspaceName(name))
    throw new RangeError('workspace: 3 to 63 lower-case letters, digits or "-" expected');
  return name;
}

function checkedId(id: number): number {
  if (!isServiceId(id)) throw new RangeError('id: a positive integer up to 2^53 - 1 expected');
  return id;
}
