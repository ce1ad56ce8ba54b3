import type { NotUnderstoodReason } from '../contract.ts';

export const longestRange = 10_000;

export type Ids =
  /** `last` is `first` where one id was named. */
  | { readonly kind: 'ids'; readonly first: number; readonly last: number }
  | { readonly kind: 'refused'; readonly reason: NotUnderstoodReason };

/** Reads one id, or a range with a hyphen, a dash or a tilde between two ids. */
export function readIds(text: string): Ids {
  const id = wholeNumberOf(text);
  if (id > 0) return { kind: 'ids', first: id, last: id };
  const range = /^(\d+)[-\u2010-\u2015\u2212~\u301c](\d+)$/.exec(text);
  return range ? readRange(range[1] ?? '', range[2] ?? '') : readId(text);
}

function readRange(from: string, to: string): Ids {
  const first = readId(from);
  const last = readId(to);
  if (first.kind === 'refused') return first;
  if (last.kind === 'refused') return last;
  if (last.first < first.first) return { kind: 'refused', reason: 'range-backwards' };
  if (last.first - first.first >= longestRange) return { kind: 'refused', reason: 'range-too-long' };
  return { kind: 'ids', first: first.first, last: last.first };
}

function readId(text: string): Ids {
  if (/^[-\u2212]\d+$/.test(text) || /^0+$/.test(text)) return { kind: 'refused', reason: 'id-not-positive' };
  if (!/^\d+$/.test(text)) return { kind: 'refused', reason: 'not-an-id' };
  const id = Number(text);
  // Larger integers cannot be told apart in a number: 9007199254740993 would silently become another asset's id.
  if (!Number.isSafeInteger(id)) return { kind: 'refused', reason: 'id-too-large' };
  return { kind: 'ids', first: id, last: id };
}

/** The number that up to 15 digits write, or -1: what most pieces are, and known without a regular expression. */
export function wholeNumberOf(text: string): number {
  if (text.length > 15) return -1;
  let number = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
