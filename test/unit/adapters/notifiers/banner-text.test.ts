import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  asMarkup,
  bannerBody,
  bannerTitle,
  bodyLength,
  notAnOption,
  titleLength,
  withBackslashesKept,
} from '../../../../main/adapters/notifiers/banner-text.ts';

test('a title is one line without control and direction characters', () => {
  expect(bannerTitle('a\u0000b\r\nc\u202Ed\u001B[0m')).toBe('ab cd[0m');
  expect(bannerTitle('\u0007')).toBe('Import Watch');
});

test('a body keeps its lines and leaves blank ones out', () => {
  expect(bannerBody('one\r\n\n  two\t2\n')).toBe('one\ntwo 2');
});

test('a cut never splits a sign that a person sees as one', () => {
  const family = '👨‍👩‍👧‍👦';
  const title = bannerTitle(family.repeat(10));
  expect(title.replaceAll(family, '')).toBe('…');
});

test('any text fits, is well-formed and has no control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      for (const [short, limit] of [
        [bannerTitle(text), titleLength],
        [bannerBody(text), bodyLength],
      ] as const) {
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        expect(short).not.toMatch(/[^\P{Cc}\n]/u);
        expect(short).not.toBe('');
      }
    }),
  );
});

test('what programs would read as their own is made plain text', () => {
  expect(asMarkup('<b>&amp;')).toBe('&lt;b&gt;&amp;amp;');
  expect(notAnOption('--icon=x')).toBe('\u2010-icon=x');
  expect(withBackslashesKept('C:\\new')).toBe('C:\\\\new');
});
