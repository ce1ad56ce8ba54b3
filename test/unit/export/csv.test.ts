import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../main/export/csv.ts';

const lineOf = (cell: string | number | boolean | null) => csvOf(['cell'], [{ cell }]).split('\r\n')[1];

describe('CSV', () => {
  it('has a line of names, then a line for each row, and is read as Unicode by Excel', () => {
    expect(csvOf(['id', 'name'], [{ id: 7, name: '가을 1화' }])).toBe('\uFEFFid,name\r\n7,가을 1화\r\n');
  });

  it.each([
    ['what parts cells', 'a,b', '"a,b"'],
    ['quotes', 'the "cut"', '"the ""cut"""'],
    ['line ends', 'a\r\nb', '"a\r\nb"'],
    ['blanks at an end', ' a', '" a"'],
    ['nothing known', null, ''],
    ['a number', -7, '-7'],
  ])('keeps %s', (_what, cell, written) => {
    expect(csvOf(['cell'], [{ cell }])).toBe(`\uFEFFcell\r\n${written}\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1+1', '＠x', "'=1"])(
    'gives a spreadsheet no formula to run: %j',
    (cell) => {
      expect(lineOf(cell)?.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves text alone that only has such a sign inside', () => {
    expect(lineOf('a=b')).toBe('a=b');
    expect(lineOf("'90s drama")).toBe("'90s drama");
  });
});
