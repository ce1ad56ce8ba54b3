/** Letters and signs of ASCII, with no blank beside a slash. */
const isPlain = /^(?:[!-.0-~\n]|\/(?! )| (?!\/))*$/;

/**
 * What looks the same is the same: macOS writes file names in parts (NFD), a Japanese keyboard full-width letters. A reference is printed
 * with and without blanks around its slashes.
 */
export function folded(text: string): string {
  // Nearly every name: all that is below would leave it as it is, for five times the time.
  if (isPlain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Cf}]/gu, '')
    .replace(/[ \u00a0]*\/[ \u00a0]*/g, '/');
}
