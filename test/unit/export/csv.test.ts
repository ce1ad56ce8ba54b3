import Papa from 'papaparse';
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

  it.each([
    "x;=cmd|'-C calc'!A0;y.mp4",
    'x;;=1+1',
    'x;"=1+1;y',
    "x;'=1+1",
    `x;'"'=1+1;""@SUM(A1)`,
    'x;＝1+1',
    'x\t=1+1',
    'x;\t=1+1',
    'x\n=1+1',
    'x\r\n-1',
    'x;\n+1;\r=2',
    '"=1+1"',
    '=1;=2',
  ])('gives none where the cells are parted by semicolons or tabs: %j', (name) => {
    const text = csvOf(['assetId', 'fileName', 'status'], [{ assetId: 7, fileName: name, status: 'x' }]);
    for (const delimiter of [',', ';', '\t'])
      for (const cell of Papa.parse<string[]>(text.replaceAll('\r\n', '\n'), {
        delimiter,
        newline: '\n',
      }).data.flat())
        expect(cell, delimiter).not.toMatch(/^"*[=+\-@＝＋－＠]/);
  });

  it('leaves text alone that only has such a sign inside', () => {
    expect(lineOf('a=b')).toBe('a=b');
    expect(lineOf('a;b=c; -d')).toBe('"a;b=c; -d"');
    expect(lineOf("'90s drama")).toBe("'90s drama");
  });
});
