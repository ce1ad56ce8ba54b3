import { limits } from '../contract.ts';
import type { FieldProblem } from '../monitor/problem.ts';

export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

export type KeyFault = 'empty' | 'line-end-inside' | 'blank-inside' | 'not-printable' | 'too-long';

export type CheckedKey =
  | { readonly kind: 'valid'; readonly key: string }
  /** Never with a part of what was entered. */
  | { readonly kind: 'refused'; readonly fault: KeyFault };

/** In this order, so that the plainest fault is the one that is said. */
const faults: readonly (readonly [KeyFault, (key: string) => boolean])[] = [
  ['empty', (key) => key === ''],
  ['line-end-inside', (key) => /[\n\r\u2028\u2029]/.test(key)],
  ['blank-inside', (key) => /\s/.test(key)],
  // A key goes into a header, which takes visible ASCII only; an HTTP library would quote it in its error's text.
  ['not-printable', (key) => !/^[\x21-\x7e]+$/.test(key)],
  ['too-long', (key) => key.length > limits.keyLength],
];

/** Checks one key of a form, the environment or a file, without the blanks that a copied cell or line brings along. */
export function checkKey(text: string): CheckedKey {
  const key = text.replace(/^[\s\uFEFF\u200B]+|[\s\uFEFF\u200B]+$/g, '');
  const fault = faultOf(key);
  return fault === null ? { kind: 'valid', key } : { kind: 'refused', fault };
}

/** The field that keeps these keys from being sent as they are, with what is wrong; null where both can be. */
export function keysFault({ accessKey, secretKey }: Keys): FieldProblem | null {
  for (const [path, key] of Object.entries({ accessKey, secretKey })) {
    const fault = faultOf(key);
    if (fault !== null) return { path, fault, figure: fault === 'too-long' ? limits.keyLength : null };
  }
  return null;
}

function faultOf(key: string): KeyFault | null {
  return faults.find(([, found]) => found(key))?.[0] ?? null;
}
