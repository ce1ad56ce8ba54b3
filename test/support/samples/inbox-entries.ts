import type { InboxEntry } from '../../../main/contract.ts';
import { noon } from './moments.ts';

type ImportEntry = Extract<InboxEntry, { about: 'import' }>;

/** The unread notice of a completed import, shown at noon, unless `parts` say otherwise. */
export function anInboxEntry(name: string, parts: Partial<ImportEntry> = {}): ImportEntry {
  return {
    about: 'import',
    key: name,
    watch: `a1:drama/${name}`,
    reference: { workspace: 'drama', projectId: 1234, assetId: 5678 },
    name,
    outcome: 'completed',
    status: 'COMPLETED',
    text: null,
    metaData: null,
    at: noon,
    fate: { kind: 'shown', by: 'electron', at: noon },
    read: false,
    ...parts,
  };
}
