/** Longest remote text that is kept, in code points. */
export const longestText = 300;

/** Looks like the start of a tag; "3 < 5" does not. An unclosed tag takes the rest of the text with it. */
const markup = /<[/!?]?[a-z][^>]*(?:>|$)|<!--[^]*?(?:-->|$)/giu;

/** Control characters, line and paragraph separators, and the marks that turn the direction of what follows. */
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * Remote text made fit to be shown: no markup, no control characters, single spaces, at most 300 code points.
 * Null where nothing is left. A space takes the place of each tag, so that two halves cannot join to a new one.
 */
export function cleanText(text: string): string | null {
  // Cleaning stays linear for an answer of megabytes that is one single text.
  const visible = text.slice(0, longestText * 20).replace(invisible, ' ');
  const plain = visible.replace(markup, ' ').replace(/\s+/gu, ' ').trim().toWellFormed();
  const points = [...plain];
  if (points.length > longestText) return `${points.slice(0, longestText - 1).join('')}…`;
  return plain === '' ? null : plain;
}
