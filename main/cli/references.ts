import type { FieldFault } from '../contract.ts';
import { isServiceId, isWorkspaceName } from '../mi/request-target.ts';
import type { AssetReference } from '../model/asset.ts';

export type ProjectReference = Pick<AssetReference, 'workspace' | 'projectId'>;

/** An asset, or a project that is followed. */
export type Place = AssetReference | ProjectReference;

/** Why a word names no asset or no project: it has another shape, or one part of it is none. */
export type ReferenceFault =
  | { readonly kind: 'not-an-asset' | 'not-a-project'; readonly text: string }
  | {
      readonly kind: 'wrong-part';
      readonly text: string;
      readonly part: keyof AssetReference;
      readonly fault: Extract<FieldFault, 'empty' | 'not-a-workspace-name' | 'not-an-id'>;
    };

const isId = (text: string) => isServiceId(idOf(text));

/** The parts in their order, and what each must be. */
const parts = [
  { part: 'workspace', isRight: isWorkspaceName, fault: 'not-a-workspace-name' },
  { part: 'projectId', isRight: isId, fault: 'not-an-id' },
  { part: 'assetId', isRight: isId, fault: 'not-an-id' },
] as const;

/** Reads `workspace/project/asset`. */
export function readReference(text: string): AssetReference | ReferenceFault {
  const written = text.split('/');
  if (written.length !== 3) return { kind: 'not-an-asset', text };
  const [workspace = '', project = '', asset = ''] = written;
  return faultIn(text, written) ?? { workspace, projectId: idOf(project), assetId: idOf(asset) };
}

/** Reads `workspace/project`. */
export function readProject(text: string): ProjectReference | ReferenceFault {
  const written = text.split('/');
  if (written.length !== 2) return { kind: 'not-a-project', text };
  const [workspace = '', project = ''] = written;
  return faultIn(text, written) ?? { workspace, projectId: idOf(project) };
}

function faultIn(text: string, written: readonly string[]): ReferenceFault | null {
  for (const [index, value] of written.entries()) {
    const { part, isRight, fault } = parts[index]!;
    if (isRight(value)) continue;
    return { kind: 'wrong-part', text, part, fault: value === '' ? 'empty' : fault };
  }
  return null;
}

/** NaN where it is not written in digits alone: `1e3` and `0x10` are numbers, and no ids. */
function idOf(text: string): number {
  return /^\d{1,16}$/.test(text) ? Number(text) : NaN;
}
