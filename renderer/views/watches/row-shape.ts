import type { Row } from '../../../main/contract.ts';
import { problemPlaces } from '../../lib/problem-fixes.ts';
import type { Layout } from './layout.ts';
import { filterOf } from './visible-rows.ts';

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
