import { sorts, type ColumnName, type Language, type Row, type Sort } from '../../../main/contract.ts';
import { formatDayOrTime } from '../../../words/format.ts';
import type { Words } from '../../../words/words.ts';
import { rowWhen } from '../watches/row-text.ts';
import { filterOf } from '../watches/visible-rows.ts';

/** `direction`: -1 where the person wants it the other way round. What has nothing to be sorted by stands last either way. */
export type RowOrder = (one: Row, other: Row, direction: 1 | -1) => number;

export type SortableColumn = ColumnName & Sort;

interface Column<Order extends RowOrder | null> {
  readonly heading: (said: Words['watchlist']) => string;
  /** Pixels below which it says nothing any more. */
  readonly least: number;
  /** Pixels: what it has, or wants to have where it takes its share of what the others leave. */
  readonly width: number;
  readonly grows: boolean;
  readonly order: Order;
  /** What a person wants to see first stands last in its order. */
  readonly startsReversed: boolean;
  /** Null where the cell is more than a text. */
  readonly text: ((row: Row, now: number, language: Language) => string | null) | null;
}

/** Made once: each `localeCompare` would look its rules up again. */
const inOrder = new Intl.Collator(undefined, { numeric: true }).compare;
export const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const statusOrder = { 'needs-you': 0, importing: 1, done: 2 } as const;

const nameOf = ({ label, fileName, reference }: Row): string =>
  label ?? fileName ?? String(reference.assetId);

const byName: RowOrder = (one, other, direction) => direction * inOrder(nameOf(one), nameOf(other));

const byStatus: RowOrder = (one, other, direction) =>
  direction * (statusOrder[filterOf(one)] - statusOrder[filterOf(other)]);

/** Rows of one project stand together, also where two workspaces differ in nothing but zeros before a figure. */
const byProject: RowOrder = ({ reference: one }, { reference: other }, direction) =>
  direction *
  (one.workspace === other.workspace
    ? one.projectId - other.projectId
    : inOrder(one.workspace, other.workspace) || byText(one.workspace, other.workspace));

const byNumber =
  (numberOf: (row: Row) => number | null): RowOrder =>
  (one, other, direction) => {
    const [left, right] = [numberOf(one), numberOf(other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return direction * (left - right);
  };

const fixed = { grows: false, startsReversed: false, text: null } as const;
const growing = { ...fixed, grows: true } as const;
const moment = { ...fixed, least: 64, width: 108, startsReversed: true } as const;

/** Heading, cell, menu, width and order of each column follow from this. */
export const columns: {
  readonly [Name in ColumnName]: Column<Name extends Sort ? RowOrder : null>;
} = {
  name: { ...growing, heading: ({ columns }) => columns.name, least: 120, width: 220, order: byName },
  project: { ...growing, heading: ({ columns }) => columns.project, least: 80, width: 150, order: byProject },
  details: { ...growing, heading: ({ columns }) => columns.details, least: 100, width: 180, order: null },
  status: { ...fixed, heading: ({ columns }) => columns.status, least: 72, width: 104, order: byStatus },
  started: {
    ...moment,
    heading: ({ fact }) => fact.started,
    order: byNumber(({ startedAt }) => startedAt),
    text: ({ startedAt }, now, language) => formatDayOrTime(startedAt, now, language),
  },
  ended: {
    ...moment,
    heading: ({ fact }) => fact.ended,
    order: byNumber(({ endedAt }) => endedAt),
    text: ({ endedAt }, now, language) => (endedAt === null ? null : formatDayOrTime(endedAt, now, language)),
  },
  elapsed: {
    ...moment,
    heading: ({ fact }) => fact.elapsed,
    order: byNumber(({ endedAt, startedAt }) => (endedAt === null ? -startedAt : null)),
    text: (row, now, language) => (row.endedAt === null ? rowWhen(row, now, language) : null),
  },
};

export function isSortable(name: ColumnName): name is SortableColumn {
  return sorts.some((each) => each === name);
}
