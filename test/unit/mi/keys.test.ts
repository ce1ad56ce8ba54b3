import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkKey, keysFault } from '../../../main/mi/keys.ts';

test('blanks and line ends around a key are taken off', () => {
  expect(checkKey('\uFEFF  abcDEF123==\r\n')).toEqual({ kind: 'valid', key: 'abcDEF123==' });
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
  expect(checkKey(text!)).toEqual({ kind: 'refused', fault });
});

test('a key that passes can always be sent in a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const checked = checkKey(text);
      if (checked.kind === 'valid') expect(new Headers({ key: checked.key }).get('key')).toBe(checked.key);
    }),
  );
});

test('keys are sent as they were checked: what a form would tidy is a fault on the wire', () => {
  expect(keysFault({ accessKey: 'abc', secretKey: 'def' })).toBeNull();
  expect(keysFault({ accessKey: ' abc', secretKey: 'def' })).toMatchObject({
    path: 'accessKey',
    fault: 'blank-inside',
  });
  expect(keysFault({ accessKey: 'abc', secretKey: 'de\n' })).toMatchObject({
    path: 'secretKey',
    fault: 'line-end-inside',
  });
});
