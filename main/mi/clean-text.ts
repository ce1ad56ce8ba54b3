/** Longest remote text that is kept, in code points. */
export const longestText = 300;

/** Looks like the start of a tag; "3 < 5" does not. An unclosed tag takes the rest of the text with it. */
const markup = /<[/!?]?[a-z][^>]*(?:>|$)|<!--[^]*?(?:-->|$)/giu;

/** Control characters, line and paragraph separators, and the marks that reverse the text after them. */
export const unshowable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;

/**
 * Makes remote text fit to be shown: no markup, no control characters, single spaces, at most 300 code points. Null if nothing is
 * left. A space replaces each tag, so that two halves cannot join into a new one.
 */
export function cleanText(text: string): string | null {
  const plain = oneLine(visiblePart(text).replace(markup, ' '));
  return plain === '' ? null : plain;
}

/** The same for a file name, in which `<b>` is part of the name rather than markup. Empty if nothing is left. */
export function cleanName(name: string): string {
  return oneLine(visiblePart(name));
}

/** Keeps cleaning cheap when an answer is one text of several megabytes. */
function visiblePart(text: string): string {
  return text.slice(0, longestText * 20).replace(unshowable, ' ');
}

function oneLine(text: string): string {
  const plain = text.replace(/\s+/gu, ' ').trim().toWellFormed();
  const points = [...plain];
  return points.length > longestText ? `${points.slice(0, longestText - 1).join('')}…` : plain;
}
