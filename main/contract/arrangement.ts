/** The columns of the wide list, from left to right. */
export const columnNames = ['name', 'project', 'details', 'status', 'started', 'ended', 'elapsed'] as const;
export type ColumnName = (typeof columnNames)[number];

/** By what the list can be sorted: its columns but the details, and what no column says. */
export const sorts = [
  'newest',
  'name',
  'status',
  'project',
  'started',
  'ended',
  'elapsed',
  'group',
] as const satisfies readonly (ColumnName | 'newest' | 'group')[];
export type Sort = (typeof sorts)[number];

export interface Order {
  readonly by: Sort;
  readonly isReversed: boolean;
}

/** How the person has arranged the list. */
export interface Arrangement {
  /** Null for the order that the list has of itself. */
  readonly order: Order | null;
  /** How wide columns are beside each other, in the pixels that they had when the person last moved one. */
  readonly widths: Readonly<Partial<Record<ColumnName, number>>>;
  readonly hidden: readonly ColumnName[];
}

/** Of a first start. */
export const asItComes: Arrangement = { order: null, widths: {}, hidden: [] };

/** Whether a value from outside can be the width of a column. */
export function isColumnWidth(value: unknown): value is number {
  return typeof value === 'number' && value >= 1 && value <= 10_000;
}
