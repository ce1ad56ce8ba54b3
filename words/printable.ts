/**
 * What nobody sees, or what turns the signs around it: a name could read as that of another. Those that choose how the sign before them
 * looks are seen by it.
 */
export const unseen = /(?!\p{Variation_Selector})[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * What somebody typed or a file holds, with each sign escaped that is not seen as one: a terminal may carry it out, and overwrite what was
 * said before. That a joined emoji comes apart is the price.
 */
export function printable(text: string): string {
  const escaped = (sign: string) => `\\u{${sign.codePointAt(0)!.toString(16)}}`;
  return text.toWellFormed().replace(unseen, escaped);
}
