import { unseen } from '../../words/printable.ts';

/** An object key, or a line that should be one, with each sign shown that cannot be seen, such as ‹U+202E›. */
export function shownKey(key: string): string {
  return key.replace(unseen, (sign) => `‹U+${sign.codePointAt(0)!.toString(16).toUpperCase()}›`);
}
