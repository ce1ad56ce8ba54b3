import type { Row } from '../../../main/contract.ts';

export const filters = ['all', 'importing', 'needs-you', 'done'] as const;
export type Filter = (typeof filters)[number];
export const sorts = ['newest', 'name', 'status'] as const;
export type Sort = (typeof sorts)[number];

const filterOf: Readonly<Record<Row['outcome'], Exclude<Filter, 'all'>>> = {
  waiting: 'importing',
  importing: 'importing',
  unknown: 'importing',
  completed: 'done',
  failed: 'needs-you',
  'file-not-there': 'needs-you',
  'not-valid': 'needs-you',
};

const statusOrder = { 'needs-you': 0, importing: 1, done: 2 } as const;

const comparisons: Readonly<Record<Sort, (one: Row, other: Row) => number>> = {
  newest: (one, other) => newest(other) - newest(one),
  name: (one, other) => nameOf(one).localeCompare(nameOf(other), undefined, { numeric: true }),
  status: (one, other) => statusOrder[filterOf[one.outcome]] - statusOrder[filterOf[other.outcome]],
};

export function countRows(rows: Iterable<Row>): Record<Filter, number> {
  const counts = { all: 0, importing: 0, 'needs-you': 0, done: 0 };
  for (const { outcome } of rows) {
    counts.all += 1;
    counts[filterOf[outcome]] += 1;
  }
  return counts;
}

/** The rows that match the search and the filter, in order; equals stand by id so that nothing jumps. */
export function visibleRows(rows: Iterable<Row>, search: string, filter: Filter, sort: Sort): Row[] {
  const wanted = search.trim().toLocaleLowerCase();
  return [...rows]
    .filter((row) => filter === 'all' || filterOf[row.outcome] === filter)
    .filter((row) => wanted === '' || searched(row).includes(wanted))
    .sort((one, other) => comparisons[sort](one, other) || (one.id < other.id ? -1 : 1));
}

/** `drama / 1234 / 5688` */
export function placeOf({ reference }: Row): string {
  return `${reference.workspace} / ${reference.projectId} / ${reference.assetId}`;
}

function nameOf(row: Row): string {
  return row.label ?? row.fileName ?? String(row.reference.assetId);
}

function newest({ endedAt, startedAt }: Row): number {
  return endedAt ?? startedAt;
}

function searched(row: Row): string {
  return `${row.label ?? ''}\n${row.fileName ?? ''}\n${placeOf(row)}`.toLocaleLowerCase();
}
