import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, longestText } from '../../../main/mi/clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['<strong>Please try again</strong><br>later', 'Please try again later'],
    ['3 < 5 and 7 > 2', '3 < 5 and 7 > 2'],
    ['cut <img src=x onerror=', 'cut'],
    ['a<!-- hidden -->b', 'a b'],
    ['line\r\nend\u0007', 'line end'],
    ['지원하지 않는 해상도', '지원하지 않는 해상도'],
    ['abc\u202egpj.exe', 'abc gpj.exe'],
  ])('makes %j into %j', (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned);
  });

  it.each(['', '   ', '<br>', '\u0000'])('says null where nothing is left of %j', (text) => {
    expect(cleanText(text)).toBeNull();
  });

  it('keeps 300 code points and shows that there was more', () => {
    const cleaned = cleanText('😀'.repeat(1_000)) ?? '';
    expect([...cleaned]).toHaveLength(longestText);
    expect(cleaned.endsWith('…')).toBe(true);
  });

  it('leaves no markup, no control character, no broken text and nothing too long', () => {
    const piece = fc.oneof(
      fc.constantFrom('<b', '<', '>', '</', '<!--', '-->', ' ', '\n', '\u202e', '\ud800', 'script'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
        const cleaned = cleanText(pieces.join('')) ?? '';
        expect(cleaned).not.toMatch(/<[/!?]?[a-z]/iu);
        expect(cleaned).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(cleaned.isWellFormed()).toBe(true);
        expect([...cleaned].length).toBeLessThanOrEqual(longestText);
      }),
    );
  });
});
