import { type Bucket, outcomeRules, type Row } from '../../../main/contract.ts';
import { folded } from '../../lib/folded.ts';

export const filters = ['all', 'importing', 'needs-you', 'done'] as const;
export type Filter = (typeof filters)[number];

const filterOfBucket: Readonly<Record<Bucket, Exclude<Filter, 'all'>>> = {
  importing: 'importing',
  completed: 'done',
  failed: 'needs-you',
  gone: 'done',
};

export function isFailed({ outcome }: Pick<Row, 'outcome'>): boolean {
  return outcomeRules[outcome].bucket === 'failed';
}

/** The filter under which a row stands beside `all`. One that nobody is asked about any more is not in progress, but waits for the person. */
export function filterOf(row: Row): Exclude<Filter, 'all'> {
  const isLeftAlone = row.problem?.kind === 'account-gone';
  const filter = isLeftAlone ? 'needs-you' : filterOfBucket[outcomeRules[row.outcome].bucket];
  const needsNobody = row.isHandled || row.mute !== null;
  return filter === 'needs-you' && needsNobody ? 'done' : filter;
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

/** `drama / 1234 / 5688` */
export function placeOf({ reference }: Row): string {
  return `${reference.workspace} / ${reference.projectId} / ${reference.assetId}`;
}

const searched = new WeakMap<Row, string>();

/** What a search looks at. Kept with the row, which never changes but is replaced: a key stroke looks at thousands of them. */
export function searchedOf(row: Row): string {
  const known = searched.get(row);
  if (known !== undefined) return known;
  const { workspace, projectId, assetId } = row.reference;
  const place = `${workspace}/${projectId}/${assetId}`;
  const text = folded(`${row.label ?? ''}\n${row.fileName ?? ''}\n${place}`);
  searched.set(row, text);
  return text;
}
