import type { AssetReference, ProjectPlace } from '../model/asset.ts';
import type { FieldProblem } from '../model/problem.ts';

/**
 * Method, path and query, built once: the same text is signed and sent, because encoding it a second time would break the signature.
 * Or the field that cannot be part of a target: no `..` or `/` may point a signed request elsewhere.
 */
export type RequestTarget =
  | { readonly kind: 'target'; readonly method: 'GET' | 'POST'; readonly target: string }
  | { readonly kind: 'not-a-target'; readonly field: FieldProblem };

/**
 * Workspace names as the service makes them: 3 to 63 lower-case letters, digits and `-` (create-workspaces page).
 * None of these needs encoding.
 */
export function isWorkspaceName(name: string): boolean {
  return /^[a-z0-9-]{3,63}$/.test(name);
}

/** Ids are integers from 1 to 2^53 - 1: a larger number would be rounded to another asset's id. */
export function isServiceId(id: number): boolean {
  return Number.isSafeInteger(id) && id > 0;
}

const root = '/api/v1/workspaces';

export function workspacesTarget(pageNumber: number, pageSize: number): RequestTarget {
  return built({ pageNum: pageNumber, pageSize }, `${root}?pageNum=${pageNumber}&pageSize=${pageSize}`);
}

export function projectsTarget(workspace: string): RequestTarget {
  return built({ workspace }, `${root}/${workspace}/projects`);
}

export function assetsTarget(
  workspace: string,
  projectId: number,
  pageNumber: number,
  pageSize: number,
): RequestTarget {
  const path = `${root}/${workspace}/projects/${projectId}/assets`;
  const query = `pageNum=${pageNumber}&pageSize=${pageSize}`;
  return built({ workspace, projectId, pageNum: pageNumber, pageSize }, `${path}?${query}`);
}

export function assetTarget(reference: AssetReference): RequestTarget {
  return built({ ...reference }, pathOf(reference));
}

export function importStatusTarget(reference: AssetReference): RequestTarget {
  return built({ ...reference }, `${pathOf(reference)}/import-status`);
}

/** The one call that changes something. */
export function registrationTarget({ workspace, projectId }: ProjectPlace): RequestTarget {
  const path = `${root}/${workspace}/projects/${projectId}/assets/import/object-storage`;
  return built({ workspace, projectId }, path, 'POST');
}

function pathOf({ workspace, projectId, assetId }: AssetReference): string {
  return `${root}/${workspace}/projects/${projectId}/assets/${assetId}`;
}

function built(
  parts: Readonly<Record<string, string | number>>,
  target: string,
  method: 'GET' | 'POST' = 'GET',
): RequestTarget {
  for (const [field, value] of Object.entries(parts)) {
    const fault = faultOf(value);
    if (fault !== null) return { kind: 'not-a-target', field: { path: field, fault, figure: null } };
  }
  return { kind: 'target', method, target };
}

function faultOf(value: string | number): FieldProblem['fault'] | null {
  if (typeof value === 'string') return isWorkspaceName(value) ? null : 'not-a-workspace-name';
  return isServiceId(value) ? null : 'not-an-id';
}
