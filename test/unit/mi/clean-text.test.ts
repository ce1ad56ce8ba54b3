import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, cleanText, longestText } from '../../../main/mi/clean-text.ts';

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

  it('keeps 300 UTF-16 units and shows that there was more', () => {
    const cleaned = cleanText('😀'.repeat(1_000)) ?? '';
    expect(cleaned).toBe(`${'😀'.repeat(149)}…`);
  });

  it.each(['👩‍👩‍👧‍👦', '각', 'é', 'が'])('cuts no %s in two, neither of a text nor of a name', (sign) => {
    for (const cut of [cleanText(sign.repeat(400)), cleanName(sign.repeat(400))]) {
      expect(cut?.replaceAll(sign, '')).toBe('…');
      expect(cut?.length).toBeLessThanOrEqual(longestText);
    }
  });

  it('keeps the end of a name, which tells files apart', () => {
    expect(cleanName(`${'a'.repeat(9_000)}_v2\u202efinal.mp4`)).toMatch(/^a+…_v2 final\.mp4$/);
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
        expect(cleaned.length).toBeLessThanOrEqual(longestText);
      }),
    );
  });
});
