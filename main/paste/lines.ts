import { toPlain } from './plain-text.ts';

/** Longer lines are read in parts, each in a few milliseconds at most. */
export const longestLine = 6_000;

/** One line of the text, or a row with line ends in its cells; of a very long line, a part that ends between two words. */
export interface SourceLine {
  /** As it was pasted, but for the signs of a quoted mail and the frame of a box. */
  readonly line: string;
  readonly plain: string;
  /** Counts from 1; `start`: where it begins in the text. */
  readonly number: number;
  readonly start: number;
}

const lineEnd = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
/** Between the ids of a range no line is parted. */
const parting =
  /(?<=[\p{L}\p{N},;"'()[\]{}])(?:[,;]|\s+(?=[\p{L}\p{N}"'()[\]{}])(?!to |through |부터|에서|から|より))/gu;
/** A quoted cell with more line ends in it is none; the quote that seemed to open it means something else. */
const linesOfARow = 20;
const unquoted = (line: string): string => line.replace(/^(?:\s*>)+/, '');

/** Gives line after line, and null after the last. `isCut`: true of a row whose quoted cell goes on in the next line (RFC 4180). */
export function createLineReader(text: string, isCut: (line: string) => boolean) {
  let at = 0;
  let number = 1;

  function given(raw: string, length: number, lines: number): SourceLine {
    const whole = unquoted(raw);
    const framed = /^\s*[│┃║｜]|^[^,;\t"]*\s[│┃║]\s/.test(whole) ? whole.replace(/[│┃║｜]/g, '|') : whole;
    const line = framed.includes('=') ? framed.replace(/=\r?\n/g, '') : framed;
    const source = { line, plain: toPlain(line), number, start: at + raw.length - whole.length };
    at += length;
    number += lines;
    return source;
  }

  return {
    next(): SourceLine | null {
      if (at >= text.length) return null;
      const window = text.slice(at, at + 2 * longestLine);
      lineEnd.lastIndex = 0;
      const first = lineEnd.exec(window);
      const end = first?.index ?? window.length;
      parting.lastIndex = longestLine;
      const part = end > longestLine ? (parting.exec(window)?.index ?? end) : end;
      if (part < end || (first === null && window.length === 2 * longestLine))
        return given(window.slice(0, part), part, 0);
      for (let lines = 2, row = first; row !== null && lines <= linesOfARow; lines += 1) {
        if (!isCut(window.slice(0, row.index))) break;
        row = lineEnd.exec(window);
        if (row === null && at + window.length < text.length) break;
        const whole = window.slice(0, row?.index);
        if (!isCut(whole)) return given(whole, whole.length + (row?.[0].length ?? 0), lines);
      }
      return given(window.slice(0, end), end + (first?.[0].length ?? 0), 1);
    },
    /** The beginning of the next line that is not blank. */
    peek: (): string =>
      unquoted(text.slice(at, at + 2_000).trimStart()).split(/[\r\n\v\f\u0085\u2028\u2029]/, 1)[0]!,
    goTo(place: number, line: number): void {
      at = place;
      number = line;
    },
  };
}
