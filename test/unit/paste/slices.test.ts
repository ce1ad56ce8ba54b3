import { describe, expect, test } from 'vitest';
import { limits } from '../../../main/contract.ts';
import { inSlices } from '../../../main/runner/in-slices.ts';
import { understand } from '../../../main/paste/understand.ts';
import { wholly } from '../../support/wholly.ts';

const readingOf = (text: string) =>
  understand({ text, workspace: 'my-workspace', projectId: 1234, uses: [], isWatched: () => false });

const texts: readonly (readonly [string, string])[] = [
  ['ids', '5678\n'],
  ['one line of ids', '5678 '],
  ['table lines', 'a\t1\n'],
  ['Korean text', '에셋 5678번이랑 등록 부탁드립니다\n'],
  ['Korean text without a blank', '가5'],
  ['references', 'my-workspace / 1 / 5678, '],
  ['ranges in one line', '1 - 2 '],
  ['slashes apart', '/ '],
  ['a command', 'curl /workspaces/a '],
  ['JSON', '{"assetId":5678},'],
  ['keys of JSON', '"a":{"b":5},'],
];

describe('a long text', () => {
  test.each(texts)('of %s gives way after little of it', (_what, part) => {
    const text = `${part.startsWith('{') ? '[' : ''}${part.repeat(Math.ceil(500_000 / part.length))}`;
    let turns = 0;
    for (const reading = readingOf(text); reading.next().done !== true;) turns += 1;
    // A step takes some thousand characters at most.
    expect(turns).toBeGreaterThan(text.length / 12_000);
  });

  test('lets others have their turn, and is understood as in one go', async () => {
    const text = 'a\t1\n5678-5690 x7\n'.repeat(40_000);
    let others = 0;
    const isOver = inSlices(readingOf(text), () => {
      others += 1;
      return new Promise((resolve) => {
        setImmediate(resolve);
      });
    });
    expect(await isOver).toEqual(wholly(readingOf(text)));
    expect(others).toBeGreaterThan(0);
  });

  test('of ids is parted nowhere: a line of eight million characters loses none', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => 1_000_000 + index);
    const gap = ' '.repeat(Math.floor(limits.pasteLength / ids.length) - 7);
    const { found, notUnderstood } = wholly(readingOf(ids.join(gap)));
    expect(notUnderstood).toEqual([]);
    expect(found.map(({ reference }) => reference.assetId)).toEqual(ids);
  });
});
