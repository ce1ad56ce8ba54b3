import type { Row } from '../../../main/contract.ts';
import { noon } from './moments.ts';

/** An import that began ten minutes ago and was just seen in progress, unless `parts` say otherwise. */
export function aRow(assetId: number, parts: Partial<Row> = {}): Row {
  return {
    id: `a1:drama/${assetId}`,
    account: 'a1',
    reference: { workspace: 'drama', projectId: 1234, assetId },
    label: null,
    fileName: `ep${assetId}.mov`,
    group: null,
    outcome: 'importing',
    status: 'IN_PROGRESS',
    text: null,
    metaData: null,
    addedAt: noon - 600_000,
    startedAt: noon - 600_000,
    endedAt: null,
    isHandled: false,
    knownAt: noon,
    problem: null,
    asking: false,
    nextAskAt: null,
    usual: null,
    isLate: false,
    mute: null,
    ...parts,
  };
}
