import type { Row } from '../../../main/contract.ts';
import { problemPlaces } from '../../lib/problem-fixes.ts';
import { filterOf } from './visible-rows.ts';

/** How the list is laid out: rows of lines, columns, or columns with the chosen row at the side. */
export type Layout = 'lines' | 'columns' | 'side';

const columnsFrom = 640;
const sideFrom = 900;
/** Pixels of the chosen row's side. */
const sideWidth = 340;

/** `width` in CSS pixels of the window. */
export function layoutOf(width: number): Layout {
  if (width >= sideFrom) return 'side';
  return width >= columnsFrom ? 'columns' : 'lines';
}

/** Pixels that are left to the list itself. */
export function roomIn(width: number): number {
  return layoutOf(width) === 'side' ? width - sideWidth : width;
}

/** What a row has beside its two lines; it decides the height, so that a ticking clock or a longer text moves nothing. */
export type RowShape = 'plain' | 'importing' | 'reason';

/** Pixels, the line below included; each is the sum of what the row's styles say. */
export const rowHeights: Readonly<Record<Layout, Readonly<Record<RowShape, number>>>> = {
  lines: { plain: 56, importing: 68, reason: 92 },
  columns: { plain: 40, importing: 40, reason: 40 },
  side: { plain: 40, importing: 40, reason: 40 },
};

const shapes = { importing: 'importing', 'needs-you': 'reason', done: 'plain' } as const;

export function shapeOf(row: Row): RowShape {
  const hasProblem = row.problem !== null && problemPlaces[row.problem.kind].of === 'watch';
  return hasProblem && row.mute === null ? 'reason' : shapes[filterOf(row)];
}
