import type { GroupRow } from '../../../main/contract.ts';
import { noon } from './moments.ts';

/** A group of two imports, one of which has completed, unless `parts` say otherwise. */
export function aGroup(id: string, parts: Partial<GroupRow> = {}): GroupRow {
  return {
    id,
    name: `Batch ${id}`,
    createdAt: noon - 600_000,
    tell: { allDone: true, firstFailure: true },
    eachAsset: true,
    importing: 1,
    completed: 1,
    failed: 0,
    gone: 0,
    mute: null,
    ...parts,
  };
}
