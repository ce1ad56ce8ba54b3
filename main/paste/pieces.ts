import { classOf, isRangeDash, signClass } from './signs.ts';

export interface Piece {
  /** Without the blanks around slashes and dashes. */
  readonly text: string;
  /** Where it stands in the line. */
  readonly start: number;
  readonly end: number;
}

/** Given in place of a piece where one is so long that others should have their turn before it is complete. */
export const unfinished = Symbol('unfinished');

/** Gives the pieces of a line one after the other; null after the last. */
export type PieceReader = () => Piece | typeof unfinished | null;

/** Parts a line into pieces. Each character is looked at a bounded number of times, however long the line is. */
export function createPieceReader(plain: string): PieceReader {
  return joiningRanges(joiningSlashes(plain, rawPieces(plain)));
}

function rawPieces(plain: string): () => Piece | null {
  let at = 0;
  /** Where the word ends whose parts are given one by one. */
  let wordEnd = 0;
  const upTo = (end: number): Piece => {
    const piece = { text: plain.slice(at, end), start: at, end };
    at = end;
    return piece;
  };
  return () => {
    if (at < wordEnd) return upTo(partEnd(plain, at, wordEnd));
    while (at < plain.length && classOf(plain.charCodeAt(at)) === signClass.between) at += 1;
    if (at === plain.length) return null;
    let isPlain = true;
    let end = at;
    for (; end < plain.length; end += 1) {
      const signs = classOf(plain.charCodeAt(end));
      if (signs === signClass.between) break;
      if (signs !== signClass.plain) isPlain = false;
    }
    if (isPlain || isWhole(plain.slice(at, end))) return upTo(end);
    wordEnd = end;
    return upTo(partEnd(plain, at, wordEnd));
  };
}

/** Words of Korean and Japanese stick to a number without a blank, as in `5678번이랑`; but not in an address or a file name. */
function isWhole(text: string): boolean {
  return /\.[a-z0-9]{3,4}$/i.test(text.slice(-5)) || text.includes('://');
}

/** Where the letters end that are, or are not, of the kind that ids and references are written in. */
function partEnd(plain: string, start: number, wordEnd: number): number {
  const isForeign = classOf(plain.charCodeAt(start)) === signClass.foreign;
  let end = start + 1;
  while (end < wordEnd && (classOf(plain.charCodeAt(end)) === signClass.foreign) === isForeign) end += 1;
  return end;
}

/** No reference has as many parts; what goes on longer is refused by its beginning. */
const partsKept = 1_000;

interface Joined {
  readonly texts: string[];
  readonly start: number;
  end: number;
  count: number;
  isOpen: boolean;
}

/** `my-workspace / 1234 / 5678` is one piece. */
function joiningSlashes(plain: string, next: () => Piece | null): PieceReader {
  let ahead = next();
  let joined: Joined | null = null;
  return () => {
    while (ahead !== null) {
      joined ??= { texts: [], start: ahead.start, end: ahead.end, count: 0, isOpen: false };
      if (joined.count < partsKept) joined.texts.push(ahead.text);
      joined.count += 1;
      joined.end = ahead.end;
      joined.isOpen = ahead.text.endsWith('/') && !isAddress(ahead.text);
      ahead = next();
      if (ahead === null || !goesOn(joined, ahead)) break;
      if (joined.count % partsKept === 0) return unfinished;
    }
    if (joined === null) return null;
    const { texts, start, end } = joined;
    joined = null;
    return { text: texts.length === 1 ? texts[0]! : texts.join(''), start, end };
  };

  function goesOn({ isOpen, end }: Joined, { text, start }: Piece): boolean {
    const isJoint = isOpen || text.startsWith('/');
    return isJoint && plain.slice(end, start).trim() === '' && !isAddress(text);
  }
}

const isAddress = (text: string): boolean => text.includes('://');

/** `5678 - 5690` is one piece; `5678 -5690` is an id and a negative number. */
function joiningRanges(next: PieceReader): PieceReader {
  /** Those that were looked at and are still to be given. */
  const ahead: (Piece | null)[] = [];
  return () => {
    while (ahead.length < 3 && ahead.at(-1) !== null) {
      const piece = next();
      if (piece === unfinished) return unfinished;
      ahead.push(piece);
      if (ahead.length === 2 && !(piece !== null && isRangeDash(piece.text))) break;
    }
    const [first = null, dash, last] = ahead;
    const isRange = first && dash && last && isRangeDash(dash.text);
    if (isRange && /(?:^|\/)\d+$/.test(first.text) && /^\d+$/.test(last.text)) {
      ahead.length = 0;
      return { text: `${first.text}${dash.text}${last.text}`, start: first.start, end: last.end };
    }
    if (first !== null) ahead.shift();
    return first;
  };
}
