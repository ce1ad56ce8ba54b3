export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/**
 * The field that keeps these keys from being used, with what is expected; null where both can be. Never the key itself: an
 * HTTP library would put it into its error's text, and a pasted line end would end up as "network error".
 */
export function keysFault(keys: Keys): string | null {
  if (!isKey(keys.accessKey)) return 'accessKey (letters and digits, no blanks or line ends)';
  if (!isKey(keys.secretKey)) return 'secretKey (letters and digits, no blanks or line ends)';
  return null;
}

/** Visible ASCII: looser than what the console gives out today, and safe in a header. */
function isKey(text: string): boolean {
  return /^[\x21-\x7e]{1,200}$/.test(text);
}
