import { shorten, shortenName } from '../../words/shorten.ts';

/** Longest remote text that is kept, in UTF-16 units. */
export const longestText = 300;

/** Looks like the start of a tag; "3 < 5" does not. An unclosed tag takes the rest of the text with it. */
const markup = /<[/!?]?[a-z][^>]*(?:>|$)|<!--[^]*?(?:-->|$)/giu;

/** Control characters, line and paragraph separators, and the marks that reverse the text after them. */
export const unshowable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;

/**
 * Makes remote text fit to be shown: no markup, no control characters, single spaces, at most 300 UTF-16 units and no sign cut in two.
 * Null if nothing is left. A space replaces each tag, so that two halves cannot join into a new one.
 */
export function cleanText(text: string): string | null {
  // Keeps cleaning cheap when an answer is one text of several megabytes.
  const start = text.slice(0, longestText * 20);
  return shorten(start.replace(unshowable, ' ').replace(markup, ' '), longestText).toWellFormed() || null;
}

/** The same for a file name, in which `<b>` is part of the name rather than markup; it keeps its end. Empty if nothing is left. */
export function cleanName(name: string): string {
  return shortenName(name.replace(unshowable, ' '), longestText).toWellFormed();
}
