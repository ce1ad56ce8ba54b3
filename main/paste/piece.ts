import type { NotUnderstoodReason } from '../contract.ts';
import { readIds } from './ids.ts';
import type { Place } from './source.ts';
import { isWorkspaceName } from '../mi/request-target.ts';

export type PieceReading =
  | {
      readonly kind: 'assets';
      readonly workspace: string;
      readonly projectId: number;
      readonly first: number;
      readonly last: number;
    }
  | { readonly kind: 'refused'; readonly reason: NotUnderstoodReason };

/**
 * Reads one piece without blanks: an API address, `workspace/project/asset`, `project/asset`, or an asset alone, which belongs to `place`. The
 * asset may be a range.
 */
export function readPiece(text: string, place: Place): PieceReading {
  if (!text.includes('/')) return readParts(place.workspace, undefined, text, place);
  if (text.includes('/workspaces/')) return readAddress(text);
  if (text.includes('://')) return refused('not-an-id');
  if (isDate(text)) return refused('not-an-id');
  return readReference(text.replace(/\/import-status$/, '').replace(/^\//, ''), place);
}

function readReference(text: string, place: Place): PieceReading {
  const beforeAsset = text.lastIndexOf('/');
  if (beforeAsset === -1) return readParts(place.workspace, undefined, text, place);
  const beforeProject = beforeAsset === 0 ? -1 : text.lastIndexOf('/', beforeAsset - 1);
  const workspace = beforeProject === -1 ? place.workspace : text.slice(0, beforeProject);
  const project = text.slice(beforeProject + 1, beforeAsset);
  return readParts(workspace, project, text.slice(beforeAsset + 1), place);
}

function readAddress(text: string): PieceReading {
  const path = text.slice(text.indexOf('/workspaces/')).split(/[?#]/, 1)[0] ?? '';
  const match = /^\/workspaces\/(.*)\/projects\/([^/]*)\/(?:video-)?assets\/([^/]+)(?:\/[a-z-]*)?$/.exec(
    path,
  );
  if (match === null) return refused('not-an-id');
  return readParts(match[1] ?? '', match[2], match[3] ?? '', { workspace: null, projectId: null });
}

/** A good name. Half a million ids of a text belong to the same workspace, and its name need not be looked at as often. */
let lastNamed: string | null = null;

function readParts(
  workspace: string | null,
  project: string | undefined,
  asset: string,
  place: Place,
): PieceReading {
  const ids = readIds(asset);
  if (ids.kind === 'refused') return ids;
  if (workspace === null) return refused('workspace-missing');
  if (workspace !== lastNamed && !isWorkspaceName(workspace)) return refused('workspace-name');
  lastNamed = workspace;
  const projectId = project === undefined ? place.projectId : projectIdOf(project);
  if (projectId === null) return refused('project-missing');
  if (typeof projectId === 'string') return refused(projectId);
  return { kind: 'assets', workspace, projectId, first: ids.first, last: ids.last };
}

/** The project's id, or the reason against it. */
function projectIdOf(text: string): number | NotUnderstoodReason {
  const ids = readIds(text);
  if (ids.kind === 'refused') return ids.reason;
  return ids.first === ids.last ? ids.first : 'not-an-id';
}

/** `2026/09/17` has the form of a reference, and is a date in every list that people paste. */
function isDate(text: string): boolean {
  return /^(?:19|20)\d\d\/(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])$/.test(text);
}

function refused(reason: NotUnderstoodReason): PieceReading {
  return { kind: 'refused', reason };
}
