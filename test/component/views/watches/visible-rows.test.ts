import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../main/contract.ts';
import { countRows, visibleRows } from '../../../../renderer/views/watches/visible-rows.ts';
import { aRow } from '../../../support/samples/rows.ts';

function row(assetId: number, part: Partial<Row> = {}): Row {
  return aRow(assetId, { startedAt: assetId, ...part });
}

const rows = [
  row(9),
  row(10, { label: 'Trailer', outcome: 'not-valid', endedAt: 30 }),
  row(11, { outcome: 'completed', endedAt: 40 }),
  row(12, { outcome: 'unknown' }),
];
const assets = (...from: Parameters<typeof visibleRows>) =>
  visibleRows(...from).map(({ reference }) => reference.assetId);

describe('visibleRows', () => {
  it.each([
    ['all', 4],
    ['importing', 2],
    ['needs-you', 1],
    ['done', 1],
  ] as const)('shows as many rows under %s as its count says', (filter, count) => {
    expect(visibleRows(rows, '', filter, 'newest')).toHaveLength(count);
    expect(countRows(rows)[filter]).toBe(count);
  });

  it('finds a row by its label, its file name, its id and its project, whatever the case', () => {
    expect(assets(rows, 'TRAIL', 'all', 'newest')).toEqual([10]);
    expect(assets(rows, 'ep10.mov', 'all', 'newest')).toEqual([10]);
    expect(assets(rows, 'drama / 1234 / 11', 'all', 'newest')).toEqual([11]);
    expect(assets(rows, 'nothing', 'all', 'newest')).toEqual([]);
  });

  it('sorts by what happened last, by name with figures in their order, and what needs the person first', () => {
    expect(assets(rows, '', 'all', 'newest')).toEqual([11, 10, 12, 9]);
    expect(assets(rows, '', 'all', 'name')).toEqual([9, 11, 12, 10]);
    expect(assets(rows, '', 'all', 'status')[0]).toBe(10);
  });
});
