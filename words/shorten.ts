const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Text on one line and of at most `limit` UTF-16 units, with an ellipsis where it was cut. Cut between graphemes, because half
 * a surrogate pair is refused by D-Bus and the whole banner would be lost.
 */
export function shorten(text: string, limit: number): string {
  // Remote text may be a megabyte long; only its beginning can be shown.
  const line = text
    .slice(0, limit * 8)
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= limit) return line;
  let kept = '';
  for (const { segment } of graphemes.segment(line)) {
    if (kept.length + segment.length > limit - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
