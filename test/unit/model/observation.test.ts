import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../main/model/observation.ts';

describe('the format of a file', () => {
  it.each([
    ['Film.MP4', 'mp4'],
    ['archive.2026.mov', 'mov'],
    ['w/1/2', null],
    ['a.b/1/2', null],
    ['no extension', null],
    [null, null],
  ])('of %s is %s', (fileName, format) => {
    expect(formatOf(fileName)).toBe(format);
  });
});
