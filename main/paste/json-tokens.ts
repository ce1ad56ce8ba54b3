export interface Token {
  /** `value`: a string or a number; `word`: true, false or null; `alien`: what stands in no JSON. */
  readonly kind: 'key' | 'value' | 'word' | 'open' | 'close' | 'alien';
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
  /** Where the text goes on. */
  readonly end: number;
}

const quote = 34;
const backslash = 92;
const lineFeed = 10;
const comma = 44;
const stop = 46;
const ellipsis = 0x2026;

const kinds: Readonly<Record<string, Token['kind']>> = {
  '{': 'open',
  '[': 'open',
  '}': 'close',
  ']': 'close',
};
const bareWords = ['true', 'false', 'null'];

/**
 * Gives the keys, values and brackets of a JSON text one after the other; null at its end, also where it is cut off in the middle
 * of a string. Nothing of how they must follow each other is checked.
 */
export function createTokenReader(text: string): () => Token | null {
  let at = 0;
  let line = 1;

  function skip(isSkipped: (code: number) => boolean): void {
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (!isSkipped(code)) return;
      if (code === lineFeed) line += 1;
    }
  }

  const token = (kind: Token['kind'], value: string): Token => ({ kind, text: value, line, end: at });

  function quoted(): Token | null {
    const start = at + 1;
    const end = stringEnd(text, start);
    if (end === text.length) return null;
    at = end + 1;
    if (text.charCodeAt(end) === lineFeed) return token('alien', '');
    const value = unescaped(text.slice(start, end));
    const string = token('value', value);
    skip(isBlank);
    if (text[at] !== ':') return string;
    at += 1;
    return { ...string, kind: 'key', end: at };
  }

  function bare(): Token {
    const start = at;
    while (at < text.length && !isWordEnd(text.charCodeAt(at))) at += 1;
    const word = text.slice(start, at);
    if (/^-?\d/.test(word)) return numberToken(word);
    const isCut = at === text.length;
    const isWord = bareWords.some((known) => (isCut ? known.startsWith(word) : known === word));
    return token(isWord || word === '-' ? 'word' : 'alien', word);
  }

  function numberToken(word: string): Token {
    // Not by way of a number: a larger id would be rounded to another asset's.
    if (/^-?\d+$/.test(word)) return token('value', word);
    return /^-?[\d.eE+-]+$/.test(word) ? token('value', String(Number(word))) : token('alien', word);
  }

  return () => {
    skip(isBetween);
    if (at >= text.length) return null;
    const sign = text[at]!;
    if (sign === '"') return quoted();
    const kind = kinds[sign];
    if (kind === undefined && sign !== ':') return bare();
    at += 1;
    return token(kind ?? 'alien', sign);
  };
}

function isBlank(code: number): boolean {
  return (
    code === 32 || (code < 14 && code > 8) || (code > 127 && /[\s\ufeff]/.test(String.fromCharCode(code)))
  );
}

/** Blanks, and the signs between values; dots stand where people left something out. */
function isBetween(code: number): boolean {
  return isBlank(code) || code === comma || code === stop || code === ellipsis;
}

function isWordEnd(code: number): boolean {
  return isBlank(code) || code === comma || code === quote || ':[]{}'.includes(String.fromCharCode(code));
}

/** Where the closing quote stands, the line ends or the text does. */
function stringEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote || code === lineFeed) return at;
    if (code === backslash) at += 1;
  }
  return text.length;
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    // An escape that JSON does not know: the text is shown as it stands there.
    return text;
  }
}
