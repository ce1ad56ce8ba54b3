const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** UTF-16 units of a name's end that are always seen, such as `_v2_final.mp4`. */
const endLength = 13;

/**
 * Text on one line and of at most `limit` UTF-16 units, with an ellipsis where its end was cut. Cut between graphemes, because half
 * a surrogate pair is refused by D-Bus and the whole banner would be lost.
 */
export function shorten(text: string, limit: number): string {
  const line = onOneLine(text, limit);
  return line.length <= limit ? line : `${line.slice(0, boundary(line, limit - 1)).trimEnd()}…`;
}

/** The same for a name, which is cut in the middle: number and extension tell files apart. */
export function shortenName(name: string, limit: number): string {
  const line = onOneLine(name, limit);
  if (line.length <= limit) return line;
  const end = onOneLine(cutName(name.trimEnd())[1], limit);
  return `${shorten(line, limit - end.length)}${end}`;
}

/** A name in two parts, of which the second is short and always to be seen; empty where the whole is short. */
export function cutName(name: string): readonly [start: string, end: string] {
  const place = name.length > 2 * endLength ? boundary(name, name.length - endLength) : name.length;
  return [name.slice(0, place), name.slice(place)];
}

/** Remote text may be a megabyte long; only its beginning can be shown. */
function onOneLine(text: string, limit: number): string {
  return text
    .slice(0, limit * 8)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The last place between two graphemes that is not behind `index`. */
export function boundary(text: string, index: number): number {
  return graphemes.segment(text).containing(index)?.index ?? text.length;
}
