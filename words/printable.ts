/**
 * What somebody typed or a file holds, with each sign escaped that is not seen as one: a terminal may carry it out, and overwrite what was
 * said before; those that turn the direction or take no room make a name look like another. That a joined emoji comes apart is the price.
 */
export function printable(text: string): string {
  const escaped = (sign: string) => `\\u{${sign.codePointAt(0)!.toString(16)}}`;
  return text.toWellFormed().replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
}
