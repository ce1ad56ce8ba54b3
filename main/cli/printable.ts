/** What somebody typed or a file holds, with its signs escaped that a terminal would carry out: they could overwrite what was said before. */
export function printable(text: string): string {
  const escaped = (sign: string) => `\\u{${sign.codePointAt(0)!.toString(16)}}`;
  return [...text.toWellFormed()]
    .map((sign) => (/[\p{C}\p{Zl}\p{Zp}]/u.test(sign) ? escaped(sign) : sign))
    .join('');
}
