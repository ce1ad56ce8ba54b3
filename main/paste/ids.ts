import { toPlain } from './plain-text.ts';
import type { NotUnderstoodReason } from '../contract.ts';

const longestRange = 10_000;

/** `last` is `first` where one id was named. */
export interface Range {
  readonly first: number;
  readonly last: number;
}
export type IdReading = Range | { readonly reason: NotUnderstoodReason; readonly text: string };

/** The dashes of English, Korean (ㅡ, ∼) and Japanese (〜, ー) ranges, as a regular expression. Full-width ones are plain by now. */
export const dash = String.raw`(?:--?|\.{2,3}|[~\u02dc\u2010-\u2015\u2025\u2026\u2043\u2053\u2212\u223c\u223d\u2500\u2501\u2e3a\u2e3b\u301c\u3030\u30fc\u3161\ufe58\ufe63\uff70]{1,3})`;
const id = String.raw`(?:=(?="))?["'${'`'}“‘]?#?(\d+)["'${'`'}”’]?`;
const range = String.raw`(?:\s*(?:${dash}|부터|에서|から|より|to|through)\s*${id}\s*(?:까지|まで)?)?`;
const item = new RegExp(`${id}${range}(?:[\\s,;、·・|]+|$)`, 'y');
/** `-`, `1.`, `1)`, `(1)`, `①`, `[ ]` and the like, before the first id of a line. A number of four digits is an id and no number of a list. */
const listMarks =
  /^(?:(?:[-*+–—]|\d{1,3}\.|\[[ xX]?\])\s+|(?:[•·・‣◦▪●○■□☐☑✓✔]|\(?\d{1,3}\)|[\u2460-\u2473])\s*)+(?=\S)/;
const unlisted = (line: string): string => line.replace(listMarks, '');
const numbered = new RegExp(`^\\d{1,3}(?:${dash}\\s+| ${dash})\\s*\\d{4}`);
const bareId = /^[1-9]\d{0,14}$/;
const inBrackets = /^\s*\(?\d{2,4}\)\s*(\d{3,4})\s*-\s*(\d{4})\s*$/;
/** `(02) 123-4567` and `02)123-4567`: behind the mark of an item, it would be a range of thousands of ids. */
function isTelephone(plain: string): boolean {
  const [, first, last] = inBrackets.exec(plain) ?? [];
  return Number(last) - Number(first) > 100;
}
/** `5,678` is one number to a person and two ids to a list: it is asked which. */
export const thousands = /(?<![\d,])\d{1,3}(?:[,'’]\d{3})+(?!\d)/;

/** The ids of a line that holds nothing but ids, ranges, list marks and signs between them; null of any other. */
export function readIds(plain: string): readonly IdReading[] | null {
  if (bareId.test(plain)) return [{ first: Number(plain), last: Number(plain) }];
  const marked = unlisted(plain.replace(/^[\s,;、]+/, '')).trimEnd();
  // A number and a stop alone are the mark of an item that says something else, or nothing.
  if (marked === '' || /^\d{1,3}\.$/.test(marked) || thousands.test(marked) || isTelephone(plain))
    return null;
  // The last of an open list, or before an ellipsis, may lack its end.
  if (/^[[({][^\])}]*\d$|\d\.{2,}\D*$/.test(marked)) return null;
  let length = marked.length;
  while (' \t,;、.。])}>」』】'.includes(marked[length - 1] ?? '-')) length -= 1;
  const text = marked.slice(0, length).replace(/^[[({<「『【]\s*/, '');
  const readings: IdReading[] = [];
  for (item.lastIndex = 0; item.lastIndex < text.length;) {
    const match = item.exec(text);
    // `1- 5678` is an item of a numbered list more often than thousands of ids, and `09` is part of a date.
    if (match === null || (readings.length === 0 && numbered.test(match[0])) || /^0\d/.test(match[1]!))
      return null;
    readings.push(readRange(match[0], match[1]!, match[2]));
  }
  return readings.length === 0 ? null : readings;
}

/** The same of a cell or value of which the text says that it is an asset's id, as spreadsheets write it: `5678.0`, `="5678"`, `'5678`. */
export function readCell(cell: string): readonly IdReading[] | null {
  if (bareId.test(cell) || !/\p{N}/u.test(cell)) return readIds(cell);
  // Thousands, as spreadsheets of Europe part them.
  if (/^\s*\d{1,3}(?:[ \u00a0\u202f]\d{3})+\s*$/.test(cell)) return null;
  const bare = toPlain(cell)
    .trim()
    // Stars on one side alone may stand for digits.
    .replace(/^(\*+)(.+)\1$/, '$2')
    .replace(/^=\s*(?=")|^[_`'"“‘]+|[_`'"”’]+$/g, '')
    .replace(/^["“]|["”]$/g, '');
  return readIds(/^#?(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/.exec(bare)?.[1]?.replaceAll(',', '') ?? bare);
}

export function reasonAgainst(text: string): NotUnderstoodReason {
  if (/\d(?:…|\.{2,})[^\p{N}\p{L}]*$/u.test(text)) return 'cut-off';
  return /^\s*[-\u2212]\d+$/.test(toPlain(text)) ? 'id-not-positive' : 'not-an-id';
}

/** Of one id, or of a range. `text`: as it stands there. */
export function readRange(text: string, from: string, to = from): IdReading {
  const [first, last] = [readId(from), readId(to)];
  if (typeof first === 'string') return { reason: first, text };
  if (typeof last === 'string') return { reason: last, text };
  if (last < first) return { reason: 'range-backwards', text };
  return last - first < longestRange ? { first, last } : { reason: 'range-too-long', text };
}

/** An id is written without noughts before it: `010` and `02` are parts of dates and of telephone numbers. */
function readId(digits: string): number | NotUnderstoodReason {
  if (/^0+$/.test(digits)) return 'id-not-positive';
  if (digits.startsWith('0')) return 'not-an-id';
  // Larger integers cannot be told apart in a number: 9007199254740993 would silently become another asset's id.
  return Number.isSafeInteger(Number(digits)) ? Number(digits) : 'id-too-large';
}

const units =
  '년|월|일|시|분|초|개|건|회|편|화|명|원|살|배|円|年|月|日|時|分|秒|個|件|話|回|本|人|枚|번째|%|[kKMGT]i?[bB]\\b|[kKMG]?bps\\b|fps\\b|ms\\b|s\\b|min\\b|h\\b|p\\b';
const before = '(?<![\\p{N}\\p{Script=Latin}_.:,/+\\-–])';
const after = `(?![\\p{N}\\p{Script=Latin}_…]|\\.\\.|[.:/,+\\-–]\\d|\\s?(?:${units}))`;
const numberInText = new RegExp(`${before}#?([1-9]\\d{0,15})${after}`, 'gu');

/** The numbers in a text that a person may mean as ids: none of a date, a size, a version or a word. */
export function numbersIn(plain: string): readonly Range[] {
  const single = new RegExp(thousands, 'g');
  const text = unlisted(plain).replace(single, (number) => number.replace(/\D/g, ''));
  const numbers = new Set([...text.matchAll(numberInText)].map(([, digits]) => Number(digits)));
  return [...numbers].filter(Number.isSafeInteger).map((id) => ({ first: id, last: id }));
}
