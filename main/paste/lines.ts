import { toPlainForms } from './plain-forms.ts';
import type { SourceLine } from './source.ts';

const lineFeed = 10;
const carriageReturn = 13;
const lineSeparator = 0x2028;
const paragraphSeparator = 0x2029;

/** Gives the lines of a text one after the other, without the blank ones; null after the last. */
export function createLineReader(text: string): () => SourceLine | null {
  const plainText = toPlainForms(text);
  let at = 0;
  let number = 0;
  return () => {
    while (at < text.length) {
      const start = at;
      const end = lineEnd(text, start);
      at = end + (text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? 2 : 1);
      number += 1;
      if (end === start) continue;
      const line = text.slice(start, end);
      const plain = plainText === text ? line : plainText.slice(start, end);
      if (!isBlank(plain)) return { line, plain, number };
    }
    return null;
  };
}

/** Looks at each character once, which is several times as fast as a regular expression. */
function lineEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) break;
    if (code === lineSeparator || code === paragraphSeparator) break;
  }
  return at;
}

function isBlank(line: string): boolean {
  const first = line.charCodeAt(0);
  // Most lines begin with a sign that is none of the blanks.
  return !(first > 32 && first < 127) && line.trim() === '';
}
