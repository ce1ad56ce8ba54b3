import { limits } from '../../contract.ts';

export type KeyField = 'accessKey' | 'secretKey';

export type KeyFault = 'empty' | 'blank-inside' | 'line-end-inside' | 'not-printable' | 'too-long';

export type CheckedKey =
  /** Without the blanks and line ends around it, which a copied cell or line brings along. */
  | { readonly kind: 'valid'; readonly key: string }
  | {
      readonly kind: 'refused';
      readonly field: KeyField;
      readonly fault: KeyFault;
      /** What is expected there. Never a part of what was entered. */
      readonly expectation: string;
    };

/** In this order, so that the plainest fault is the one that is said. */
const faults: readonly { fault: KeyFault; found: (key: string) => boolean; expectation: string }[] = [
  { fault: 'empty', found: (key) => key === '', expectation: 'a key; it is empty' },
  {
    fault: 'line-end-inside',
    found: (key) => /[\n\r\u2028\u2029]/.test(key),
    expectation: 'one key on one line; it has a line end inside',
  },
  {
    fault: 'blank-inside',
    found: (key) => /\s/.test(key),
    expectation: 'a key without blanks; it has one inside',
  },
  {
    fault: 'not-printable',
    // A key goes into a header, which takes visible ASCII only; fetch would throw a sentence that quotes it.
    found: (key) => !/^[\x21-\x7e]+$/.test(key),
    expectation: 'Latin letters, digits and signs only; it has a character that a key cannot have',
  },
  {
    fault: 'too-long',
    found: (key) => key.length > limits.keyLength,
    expectation: `at most ${limits.keyLength} characters`,
  },
];

/** Tidies and checks one key of the account form, the environment or a file. */
export function checkKey(field: KeyField, text: string): CheckedKey {
  const key = text.replace(/^[\s\uFEFF\u200B]+|[\s\uFEFF\u200B]+$/g, '');
  const wrong = faults.find(({ found }) => found(key));
  if (wrong === undefined) return { kind: 'valid', key };
  return { kind: 'refused', field, fault: wrong.fault, expectation: wrong.expectation };
}
