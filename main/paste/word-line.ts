import { nameless, type Collector } from './collector.ts';
import { readPiece } from './piece.ts';
import { classOf, signClass } from './signs.ts';
import { sliceLength } from './slices.ts';
import type { Place, SourceLine } from './source.ts';

/** What a character is to the reader of words and numbers. */
const kind = { apart: 0, letter: 1, digit: 2, ending: 3, other: 4 } as const;
type Kind = (typeof kind)[keyof typeof kind];

const kinds = Uint8Array.from({ length: 128 }, (_, code): Kind => {
  const sign = String.fromCharCode(code);
  if (/\d/.test(sign)) return kind.digit;
  if (/[a-z]/i.test(sign)) return kind.letter;
  if (/[.!?]/.test(sign)) return kind.ending;
  return classOf(code) === signClass.plain ? kind.other : kind.apart;
});

function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at);
  if (code < 128) return kinds[code] as Kind;
  return classOf(code) === signClass.dash ? kind.other : kind.apart;
}

/**
 * True for a line of nothing but words and numbers, with blanks, commas, quotes and brackets between them, and a full stop at the end of some. Most
 * lines are such: they hold no key, file name, range or reference, and are read many times as fast as others.
 */
export function isWordLine({ plain }: SourceLine): boolean {
  for (let at = 0; at < plain.length; at += 1) {
    const here = kindAt(plain, at);
    if (here === kind.other) return false;
    if (here === kind.ending && at + 1 < plain.length && kindAt(plain, at + 1) !== kind.apart) return false;
  }
  return true;
}

/** How far a word line was read. */
interface Progress {
  at: number;
  wasTold: boolean;
}

/** Reads a word line that is longer than a slice. */
export function* readLongWordLine(
  source: SourceLine,
  place: Place,
  collector: Collector,
): Generator<void, void> {
  const progress: Progress = { at: 0, wasTold: false };
  for (let end = sliceLength; end < source.plain.length; end = progress.at + sliceLength) {
    readUpTo(end, progress, source, place, collector);
    yield;
  }
  readUpTo(source.plain.length, progress, source, place, collector);
  yield;
  tellIfNothingWas(progress, source, collector);
}

export function readWordLine(source: SourceLine, place: Place, collector: Collector): void {
  const progress: Progress = { at: 0, wasTold: false };
  readUpTo(source.plain.length, progress, source, place, collector);
  tellIfNothingWas(progress, source, collector);
}

/** Reads each word that begins before `end`. */
function readUpTo(
  end: number,
  progress: Progress,
  { line, plain, number }: SourceLine,
  place: Place,
  collector: Collector,
): void {
  let at = progress.at;
  while (at < end) {
    const start = at;
    let hasDigit = false;
    let wordEnd = start;
    for (let here = kindAt(plain, at); here !== kind.apart; here = kindAt(plain, at)) {
      if (here === kind.digit) hasDigit = true;
      at += 1;
      if (here !== kind.ending) wordEnd = at;
    }
    if (hasDigit) {
      const word = plain.slice(start, wordEnd);
      collector.take(readPiece(word, place), line.slice(start, at), number, nameless);
      progress.wasTold = true;
    }
    at += 1;
  }
  progress.at = at;
}

function tellIfNothingWas(
  { wasTold }: Progress,
  { line, plain, number }: SourceLine,
  collector: Collector,
): void {
  if (!wasTold && /[\p{L}\p{N}]/u.test(plain)) collector.refuse(line, number, 'not-an-id');
}
