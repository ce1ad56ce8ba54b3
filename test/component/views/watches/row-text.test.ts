import { describe, expect, it } from 'vitest';
import { layoutOf, rowHeights, shapeOf } from '../../../../renderer/views/watches/layout.ts';
import { reasonOf, rowName, rowWhen, usualText } from '../../../../renderer/views/watches/row-text.ts';
import { words } from '../../../../words/words.ts';
import { noon } from '../../../support/samples/moments.ts';
import { aProblem } from '../../../support/samples/problems.ts';
import { aRow } from '../../../support/samples/rows.ts';

const minute = 60_000;
const { advice, problems } = words.en;
const notValid = aRow(1, { outcome: 'not-valid', status: 'INVALID_METADATA', text: '지원하지 않는 해상도' });
const usual = { fromMs: 12 * minute, toMs: 18 * minute };

describe('what a row says', () => {
  it('is named by the person, else by the file, else by the id', () => {
    expect(rowName(aRow(7, { label: 'Mine' }), 'en')).toBe('Mine');
    expect(rowName(aRow(7), 'en')).toBe('ep7.mov');
    expect(rowName(aRow(7, { fileName: null }), 'ko')).toBe('에셋 7');
  });

  it('tells how long it imports, when it ended, or how old is what is known', () => {
    expect(rowWhen(aRow(1), noon, 'en')).toBe('10 min');
    expect(rowWhen(aRow(1, { endedAt: noon }), noon, 'en')).toMatch(/^\d\d:\d\d$/);
    const stale = aRow(1, { problem: aProblem('offline'), knownAt: noon - 4 * minute });
    expect(rowWhen(stale, noon, 'en')).toBe('updated 4 min ago');
  });

  it('has the service’s own text as the reason of a file that is not valid, and the three limits as the next step', () => {
    expect(reasonOf(notValid, 'en')).toEqual({
      kind: 'failed',
      happened: '지원하지 않는 해상도',
      isRemote: true,
      next: advice['not-valid'].next,
    });
  });

  it.each([
    ['ko', '지원하지 않는 파일입니다: Not supported'],
    ['ja', '対応していないファイルです: Not supported'],
  ] as const)(
    'leads the service’s text in where the rest is in another language: %s',
    (language, happened) => {
      expect(reasonOf({ ...notValid, text: 'Not supported' }, language)).toMatchObject({ happened });
    },
  );

  it('says what happened in our words where the service’s text says less', () => {
    const { failed, 'not-valid': invalid } = advice;
    const row = aRow(1, { outcome: 'failed', text: 'error 5003' });
    expect(reasonOf(row, 'en')).toMatchObject({
      happened: failed.happened,
      next: failed.next,
    });
    expect(reasonOf({ ...notValid, text: null }, 'en')).toMatchObject({
      happened: invalid.happened,
      next: invalid.next,
    });
  });

  it('tells a problem as a problem, whatever the import came to', () => {
    const row = aRow(1, { problem: aProblem('unreadable'), knownAt: noon });
    const { title, advice: next } = problems.unreadable;
    expect(reasonOf(row, 'en')).toMatchObject({
      kind: 'problem',
      happened: title,
      next,
    });
  });

  it.each(['importing', 'waiting', 'completed', 'unknown'] as const)('has no reason while %s', (outcome) => {
    expect(reasonOf(aRow(1, { outcome }), 'en')).toBeNull();
  });

  it('tells how long such imports usually take', () => {
    expect(usualText(aRow(1, { usual }), 'en')).toBe('usually 12 to 18 min');
    expect(usualText(aRow(1), 'en')).toBeNull();
  });
});

describe('the shape of a row', () => {
  it.each([
    ['importing', aRow(1)],
    ['importing', aRow(1, { outcome: 'waiting' })],
    ['importing', aRow(1, { problem: aProblem('offline') })],
    ['reason', aRow(1, { problem: aProblem('not-found'), usual })],
    ['reason', aRow(1, { outcome: 'file-not-there' })],
    ['reason', notValid],
    ['plain', { ...notValid, isHandled: true }],
    ['plain', aRow(1, { outcome: 'completed' })],
    ['plain', aRow(1, { outcome: 'gone' })],
  ] as const)('is %s', (shape, row) => {
    expect(shapeOf(row)).toBe(shape);
  });

  it('has one height, on the 4 px grid', () => {
    expect(rowHeights.lines.plain).toBe(56);
    for (const layout of ['lines', 'columns', 'side'] as const)
      for (const height of Object.values(rowHeights[layout])) expect(height % 4).toBe(0);
    expect(new Set(Object.values(rowHeights.side)).size).toBe(1);
  });

  it.each([
    [420, 'lines'],
    [639, 'lines'],
    [640, 'columns'],
    [900, 'side'],
  ] as const)('a window of %d px has %s', (width, layout) => {
    expect(layoutOf(width)).toBe(layout);
  });
});
