import { type Bucket, type GroupId, outcomeRules, type Row } from '../../../main/contract.ts';

export const filters = ['all', 'importing', 'needs-you', 'done'] as const;
export type Filter = (typeof filters)[number];
export const sorts = ['newest', 'name', 'status', 'project', 'group'] as const;
export type Sort = (typeof sorts)[number];
export type Comparison = (one: Row, other: Row) => number;
/** When a group was made, epoch ms; undefined where it is not known. It never changes. */
export type AgeOfGroup = (group: GroupId) => number | undefined;

const filterOfBucket: Readonly<Record<Bucket, Exclude<Filter, 'all'>>> = {
  importing: 'importing',
  completed: 'done',
  failed: 'needs-you',
  gone: 'done',
};

export function isFailed({ outcome }: Pick<Row, 'outcome'>): boolean {
  return outcomeRules[outcome].bucket === 'failed';
}

/** The filter under which a row stands beside `all`. */
export function filterOf(row: Row): Exclude<Filter, 'all'> {
  return row.isHandled ? 'done' : filterOfBucket[outcomeRules[row.outcome].bucket];
}

const statusOrder = { 'needs-you': 0, importing: 1, done: 2 } as const;
const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
/** Made once: each `localeCompare` would look its rules up again. */
const inOrder = new Intl.Collator(undefined, { numeric: true }).compare;

const byNewest: Comparison = (one, other) => newest(other) - newest(one);
// Equals stand by id so that nothing jumps.
const byId: Comparison = (one, other) => byText(one.id, other.id);

const firstBy: Readonly<Record<Exclude<Sort, 'group'>, Comparison>> = {
  newest: byNewest,
  name: (one, other) => inOrder(nameOf(one), nameOf(other)),
  status: (one, other) => statusOrder[filterOf(one)] - statusOrder[filterOf(other)] || byNewest(one, other),
  project: (one, other) => byProject(one, other) || byNewest(one, other),
};

/** The order of a sort; two different rows are never equal in it. */
export function comparisonOf(sort: Sort, ageOf: AgeOfGroup = () => undefined): Comparison {
  const first = sort === 'group' ? byGroup(ageOf) : firstBy[sort];
  return (one, other) => first(one, other) || byId(one, other);
}

/** The newest group first, and a row without one where a group of its age would stand. */
function byGroup(ageOf: AgeOfGroup): Comparison {
  // Kept with the row, which is replaced and never changes: its group may be gone before it is.
  const ages = new WeakMap<Row, number>();
  function age(row: Row): number {
    const known = ages.get(row) ?? (row.group === null ? row.addedAt : (ageOf(row.group) ?? row.addedAt));
    ages.set(row, known);
    return known;
  }
  return (one, other) =>
    age(other) - age(one) || byText(one.group ?? '', other.group ?? '') || byNewest(one, other);
}

/** Which rows the filter and the search leave. */
export function matcherOf(filter: Filter, search: string): (row: Row) => boolean {
  const wanted = wantedIn(search);
  const passes = (row: Row): boolean => filter === 'all' || filterOf(row) === filter;
  return wanted === '' ? passes : (row) => passes(row) && searchedOf(row).includes(wanted);
}

/** True where whatever the one search finds the other has found too. */
export function isNarrower(search: string, than: string): boolean {
  return wantedIn(than) !== '' && wantedIn(search).includes(wantedIn(than));
}

function wantedIn(search: string): string {
  const wanted = folded(search).trim();
  const [, workspace, project, asset] =
    ofAddress.exec(wanted.replaceAll('%2f', '/')) ?? ofCells.exec(wanted) ?? [];
  if (workspace !== undefined)
    return [workspace, project, asset].filter((part) => part !== undefined).join('/');
  return wanted.replace(/^#(?=\d+$)/, '');
}

/** A reference in an address of the service's API or console, whatever stands before and behind it. */
const ofAddress = /workspaces\/([a-z0-9-]{3,63})(?:\/projects\/(\d+)(?:\/assets\/(\d+))?)?/;
/** The cells of a row as an export or a spreadsheet has them. */
const ofCells = /^"?([a-z0-9-]{3,63})"?\s*[,;|\t]\s*(\d+)(?:\s*[,;|\t]\s*(\d+))?$/;

/**
 * What looks the same is the same: macOS writes file names in parts (NFD), a Japanese keyboard full-width letters. A reference is printed
 * with and without blanks around its slashes.
 */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[ \u00a0]*\/[ \u00a0]*/g, '/');
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

/** What a search looks at. Kept with the row, which never changes but is replaced: a key stroke looks at thousands of them. */
export function searchedOf(row: Row): string {
  const known = searched.get(row);
  if (known !== undefined) return known;
  const text = folded(`${row.label ?? ''}\n${row.fileName ?? ''}\n${placeOf(row)}`);
  searched.set(row, text);
  return text;
}
