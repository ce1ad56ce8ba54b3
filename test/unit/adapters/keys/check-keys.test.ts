import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkKey } from '../../../../main/adapters/keys/check-keys.ts';

test('blanks and line ends around a key are taken off', () => {
  expect(checkKey('accessKey', '\uFEFF  abcDEF123==\r\n')).toEqual({ kind: 'valid', key: 'abcDEF123==' });
});

test.for([
  ['   ', 'empty'],
  ['ab cd', 'blank-inside'],
  ['ab\ncd', 'line-end-inside'],
  ['ab\u0000cd', 'not-printable'],
  ['키', 'not-printable'],
  ['ab\u200Bcd', 'not-printable'],
  ['a'.repeat(201), 'too-long'],
])('%j is refused: %s', ([text, fault]) => {
  expect(checkKey('secretKey', text!)).toMatchObject({ kind: 'refused', field: 'secretKey', fault });
});

test('a key that passes can always be sent in a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const checked = checkKey('accessKey', text);
      if (checked.kind === 'valid') expect(new Headers({ key: checked.key }).get('key')).toBe(checked.key);
    }),
  );
});
