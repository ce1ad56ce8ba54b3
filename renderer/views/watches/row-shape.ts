import { outcomeRules, type Row } from '../../../main/contract.ts';
import { problemPlaces } from '../../lib/problem-fixes.ts';
import type { Layout } from './layout.ts';

/** What a row has beside its two lines; it decides the height, so that a ticking clock or a longer text moves nothing. */
export type RowShape = 'plain' | 'usual' | 'problem' | 'failed' | 'failed-with-text' | 'not-valid';

/** Pixels, the line below included; each is the sum of what the row's styles say. */
const heights: Readonly<Record<Layout, Readonly<Record<RowShape, number>>>> = {
  lines: { plain: 56, usual: 84, problem: 140, failed: 156, 'failed-with-text': 172, 'not-valid': 172 },
  columns: { plain: 40, usual: 40, problem: 108, failed: 108, 'failed-with-text': 108, 'not-valid': 108 },
  side: { plain: 40, usual: 40, problem: 40, failed: 40, 'failed-with-text': 40, 'not-valid': 40 },
};

export function shapeOf(row: Row): RowShape {
  if (row.problem !== null && problemPlaces[row.problem.kind].of === 'watch') return 'problem';
  const { bucket, serviceText } = outcomeRules[row.outcome];
  if (bucket === 'failed') {
    if (serviceText === 'instead') return 'not-valid';
    return row.text === null ? 'failed' : 'failed-with-text';
  }
  return row.outcome === 'importing' && (row.usual !== null || row.isLate) ? 'usual' : 'plain';
}

/** Pixels. */
export function heightsIn(layout: Layout): Readonly<Record<RowShape, number>> {
  return heights[layout];
}
