export interface Piece {
  /** Without the blanks around slashes and dashes. */
  readonly text: string;
  /** Where it stands in the line. */
  readonly start: number;
  readonly end: number;
}

/** Blanks and signs that part pieces. A backslash parts too: it ends lines and starts Windows paths. */
const between = /[^\s,;|"'`<>()[\]{}\\\u3001\u3002\u300c\u300d\u2026]+/g;
const range = /^[-\u2010-\u2015\u2212~\u301c]$/;
const digits = /^\d+$/;

/** Parts a line into pieces. Each character is looked at a bounded number of times, however long the line is. */
export function piecesOf(plain: string): readonly Piece[] {
  return joinRanges(joinSlashes(plain, rawPieces(plain)));
}

function rawPieces(plain: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const match of plain.matchAll(between)) {
    // Words of Korean and Japanese stick to a number without a blank: `5678번이랑`.
    const isWhole =
      /^[!-~]+$/.test(match[0]) || match[0].includes('://') || /\.[a-z0-9]{3,4}$/i.test(match[0]);
    const runs = isWhole
      ? [match[0]]
      : (match[0].match(/[!-~\u2010-\u2015\u2212\u301c]+|[^!-~\u2010-\u2015\u2212\u301c]+/g) ?? []);
    let start = match.index;
    for (const text of runs) {
      pieces.push({ text, start, end: start + text.length });
      start += text.length;
    }
  }
  return pieces;
}

/** `my-workspace / 1234 / 5678` is one piece. */
function joinSlashes(plain: string, pieces: readonly Piece[]): readonly Piece[] {
  const joined: { texts: string[]; start: number; end: number; open: boolean }[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const slashes = last !== undefined && (last.open || piece.text.startsWith('/'));
    const isAddress = piece.text.includes('://');
    if (slashes && !isAddress && isBlank(plain, last.end, piece.start)) {
      last.texts.push(piece.text);
      last.end = piece.end;
      last.open = piece.text.endsWith('/');
    } else {
      joined.push({
        texts: [piece.text],
        start: piece.start,
        end: piece.end,
        open: !isAddress && piece.text.endsWith('/'),
      });
    }
  }
  return joined.map(({ texts, start, end }) => ({ text: texts.join(''), start, end }));
}

/** `5678 - 5690` is one piece; `5678 -5690` is an id and a negative number. */
function joinRanges(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (let index = 0; index < pieces.length; index += 1) {
    const [first, dash, last] = [pieces[index]!, pieces[index + 1], pieces[index + 2]];
    const isRange =
      dash && last && range.test(dash.text) && /(?:^|\/)\d+$/.test(first.text) && digits.test(last.text);
    if (isRange) index += 2;
    joined.push(
      isRange ? { text: `${first.text}${dash.text}${last.text}`, start: first.start, end: last.end } : first,
    );
  }
  return joined;
}

function isBlank(plain: string, start: number, end: number): boolean {
  return plain.slice(start, end).trim() === '';
}
