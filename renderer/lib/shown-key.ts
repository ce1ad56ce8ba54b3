/** What nobody sees, or what turns the signs around it: an object key could read as the name of another file. */
const unseen = /(?!\p{Variation_Selector})[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** An object key, or a line that should be one, with each sign shown that cannot be seen, such as ‹U+202E›. */
export function shownKey(key: string): string {
  return key.replace(unseen, (sign) => `‹U+${sign.codePointAt(0)!.toString(16).toUpperCase()}›`);
}
