import type { InboxEntry, MetaData, Row } from '../contract.ts';
import type { Cell } from './csv.ts';

/** Scripts rely on these field names; where the service has a name for a field, it is that one. */
export const watchlistColumns = [
  'workspace',
  'projectId',
  'assetId',
  'label',
  'fileName',
  'uploadStatus',
  'uploadResult',
  'resolution',
  'durationMs',
  'size',
  'format',
  'addedAt',
  'startedAt',
  'endedAt',
  'knownAt',
  'problem',
] as const;

export const historyColumns = [
  'at',
  'about',
  'group',
  'workspace',
  'projectId',
  'assetId',
  'name',
  'uploadStatus',
  'uploadResult',
  'resolution',
  'durationMs',
  'size',
  'format',
  'completed',
  'failed',
  'fate',
  'fateDetail',
  'fateAt',
] as const;

type Exported<Columns extends readonly string[]> = Readonly<Record<Columns[number], Cell>>;

/** The fields of a row that are exported. */
export type ExportableRow = Pick<
  Row,
  | 'reference'
  | 'label'
  | 'fileName'
  | 'status'
  | 'text'
  | 'metaData'
  | 'addedAt'
  | 'startedAt'
  | 'endedAt'
  | 'knownAt'
  | 'problem'
>;

/** A watch for export; times are ISO 8601 in UTC. */
export function exportedWatch(row: ExportableRow): Exported<typeof watchlistColumns> {
  return {
    ...row.reference,
    label: row.label,
    fileName: row.fileName,
    uploadStatus: row.status,
    uploadResult: row.text,
    ...metaDataCells(row.metaData),
    addedAt: isoTime(row.addedAt),
    startedAt: isoTime(row.startedAt),
    endedAt: isoTime(row.endedAt),
    knownAt: isoTime(row.knownAt),
    problem: row.problem?.kind ?? null,
  };
}

/** A past notice for export, with its fate. The notice of a group has numbers in place of an asset. */
export function exportedNotice(entry: InboxEntry): Exported<typeof historyColumns> {
  const { fate } = entry;
  return {
    at: isoTime(entry.at),
    about: entry.about,
    group: 'groupName' in entry ? entry.groupName : null,
    ...cellsOf(entry),
    fate: fate.kind,
    fateDetail: fateDetail(fate),
    fateAt: 'at' in fate ? isoTime(fate.at) : null,
  };
}

const nothing = {
  ...{ workspace: null, projectId: null, assetId: null, name: null },
  ...{ uploadStatus: null, uploadResult: null, ...metaDataCells(null) },
  ...{ completed: null, failed: null },
};

/** `failed` of files that were not registered: so many; the name is that of the first. */
function cellsOf(entry: InboxEntry) {
  switch (entry.about) {
    case 'in-doubt':
    case 'not-registered': {
      const { workspace, projectId, object: name } = entry;
      const failed = entry.about === 'in-doubt' ? null : entry.refused;
      return { ...nothing, workspace, projectId, name, failed };
    }
    case 'group-done':
      return { ...nothing, completed: entry.completed, failed: entry.failed + entry.gone };
    default: {
      const { reference, name, status: uploadStatus, text: uploadResult, metaData } = entry;
      return { ...nothing, ...reference, name, uploadStatus, uploadResult, ...metaDataCells(metaData) };
    }
  }
}

function fateDetail(fate: InboxEntry['fate']): string | null {
  switch (fate.kind) {
    case 'shown':
      return fate.by;
    case 'postponed':
    case 'held':
      return fate.reason;
    case 'not-shown':
      return fate.reasons.map(({ by, reason }) => `${by}: ${reason}`).join('; ');
    case 'recorded':
    case 'showing':
      return null;
  }
}

function metaDataCells(metaData: MetaData | null) {
  const { resolution = null, durationMs = null, size = null, format = null } = metaData ?? {};
  return { resolution, durationMs, size, format };
}

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
