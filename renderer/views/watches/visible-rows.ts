import type { Row } from '../../../main/contract.ts';

export const filters = ['all', 'importing', 'needs-you', 'done'] as const;
export type Filter = (typeof filters)[number];
export const sorts = ['newest', 'name', 'status', 'project'] as const;
export type Sort = (typeof sorts)[number];
export type Comparison = (one: Row, other: Row) => number;

const filterOf: Readonly<Record<Row['outcome'] | 'gone', Exclude<Filter, 'all'>>> = {
  waiting: 'importing',
  importing: 'importing',
  unknown: 'importing',
  completed: 'done',
  gone: 'done',
  failed: 'needs-you',
  'file-not-there': 'needs-you',
  'not-valid': 'needs-you',
};

const statusOrder = { 'needs-you': 0, importing: 1, done: 2 } as const;
/** Made once: each `localeCompare` would look its rules up again. */
const inOrder = new Intl.Collator(undefined, { numeric: true }).compare;

const byNewest: Comparison = (one, other) => newest(other) - newest(one);
// Equals stand by id so that nothing jumps.
const byId: Comparison = (one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

const firstBy: Readonly<Record<Sort, Comparison>> = {
  newest: byNewest,
  name: (one, other) => inOrder(nameOf(one), nameOf(other)),
  status: (one, other) =>
    statusOrder[filterOf[one.outcome]] - statusOrder[filterOf[other.outcome]] || byNewest(one, other),
  project: (one, other) => byProject(one, other) || byNewest(one, other),
};

/** The order of a sort; two different rows are never equal in it. */
export function comparisonOf(sort: Sort): Comparison {
  return (one, other) => firstBy[sort](one, other) || byId(one, other);
}

/** Which rows the filter and the search leave. */
export function matcherOf(filter: Filter, search: string): (row: Row) => boolean {
  const wanted = search.trim().toLowerCase();
  const passes = (row: Row): boolean => filter === 'all' || filterOf[row.outcome] === filter;
  return wanted === '' ? passes : (row) => passes(row) && searchedOf(row).includes(wanted);
}

/** The filter under which a row stands beside `all`. */
export function bucketOf(row: Row): Exclude<Filter, 'all'> {
  return filterOf[row.outcome];
}

export function isSameProject(one: Row, other: Row): boolean {
  return byProject(one, other) === 0;
}

/** `drama / 1234 / 5688` */
export function placeOf({ reference }: Row): string {
  return `${reference.workspace} / ${reference.projectId} / ${reference.assetId}`;
}

function byProject({ reference: one }: Row, { reference: other }: Row): number {
  return (
    (one.workspace === other.workspace ? 0 : inOrder(one.workspace, other.workspace)) ||
    one.projectId - other.projectId
  );
}

function nameOf(row: Row): string {
  return row.label ?? row.fileName ?? String(row.reference.assetId);
}

function newest({ endedAt, startedAt }: Row): number {
  return endedAt ?? startedAt;
}

const searched = new WeakMap<Row, string>();

/** Kept with the row, which never changes but is replaced: a key stroke looks at thousands of them. */
function searchedOf(row: Row): string {
  const known = searched.get(row);
  if (known !== undefined) return known;
  const text = `${row.label ?? ''}\n${row.fileName ?? ''}\n${placeOf(row)}`.toLowerCase();
  searched.set(row, text);
  return text;
}
