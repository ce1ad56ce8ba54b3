import { longestKey } from '../model/account.ts';
import { keyFaults, type FieldProblem } from '../model/problem.ts';

export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** Whether these are the same two keys. */
export function isSamePair(one: Keys, other: Keys): boolean {
  return one.accessKey === other.accessKey && one.secretKey === other.secretKey;
}

export type CheckedKey =
  | { readonly kind: 'valid'; readonly key: string }
  /** Never with any part of the text that was entered. */
  | { readonly kind: 'refused'; readonly fault: KeyFault };

export type KeyFault = (typeof keyFaults)[number];

const hasFault: Readonly<Record<KeyFault, (key: string) => boolean>> = {
  empty: (key) => key === '',
  'line-end-inside': (key) => /[\n\r\u2028\u2029]/.test(key),
  'blank-inside': (key) => /\s/.test(key),
  // A key is sent in a header, which takes visible ASCII only; given anything else, an HTTP library quotes the key in its error.
  'not-printable': (key) => !/^[\x21-\x7e]+$/.test(key),
  'too-long': (key) => key.length > longestKey,
};

/** Checks a key from a form, the environment or a file, without the blanks that come along with a copied cell or line. */
export function checkKey(text: string): CheckedKey {
  const key = text.replace(/^[\s\uFEFF\u200B]+|[\s\uFEFF\u200B]+$/g, '');
  const fault = faultOf(key);
  return fault === null ? { kind: 'valid', key } : { kind: 'refused', fault };
}

/** The first of the two keys that cannot be sent as it is, with its fault; null if both can. */
export function keysFault({ accessKey, secretKey }: Keys): FieldProblem | null {
  for (const [path, key] of Object.entries({ accessKey, secretKey })) {
    const fault = faultOf(key);
    if (fault !== null) return { path, fault, figure: fault === 'too-long' ? longestKey : null };
  }
  return null;
}

function faultOf(key: string): KeyFault | null {
  return keyFaults.find((fault) => hasFault[fault](key)) ?? null;
}
