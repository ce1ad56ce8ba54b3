const quotes = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
] as const;

/**
 * A key as it stands in the environment or in a file, without what was written around it: blanks and invisible signs, quotes (which
 * `docker --env-file` hands over), a comment behind it, a comma or semicolon at its end. None of these is part of a key.
 */
export function writtenValue(text: string): string {
  const value = text
    .replace(/^[\s\p{Cf}\p{Cc}]+|[\s\p{Cf}\p{Cc}]+$/gu, '')
    .replace(/\s[#;].*$/s, '')
    .replace(/[\s;,]+$/, '');
  const isQuoted = quotes.some(
    ([open, close]) => value.length > 1 && value.startsWith(open) && value.endsWith(close),
  );
  return isQuoted ? writtenValue(value.slice(1, -1)) : value;
}

/**
 * `$NAME`, `${NAME}`, `$(…)`, `%NAME%`, `<your key>`, `****` and the like stand for a value that should have been put there before the program
 * was started.
 */
export function isUnexpanded(value: string): boolean {
  return /^\$(?:(?:env:)?\w+|\{.*\}|\(.*\))$|^([%!])\w+\1$|^<.*>$|^\{\{.*\}\}$|^[*\u2022]+$|^op:\/\//i.test(
    value,
  );
}
