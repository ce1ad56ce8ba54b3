/** A header that came twice, as where a proxy passes on a `Date` beside its own, is one text with a comma between the two. */
const betweenTwo = /(?<=GMT|UTC|Z|\d{4}), ?/i;

/** The oldest form of an HTTP date. It names no zone and means GMT. */
const oldest = /^[a-z]{3} [a-z]{3} [ \d]\d \d\d:\d\d:\d\d \d{4}$/i;

/** The other two, in whichever zone they name, and ISO 8601. */
const withZone =
  /^(?:[a-z]{3,9},? \d{1,2}[ -][a-z]{3}[ -]\d{2,4} \d\d:\d\d:\d\d ?|\d{4}-\d\d-\d\dT[\d:.]+)(?:GMT|UTC|Z|[+-]\d\d:?\d\d)$/i;

/**
 * Epoch ms of an HTTP date (RFC 9110, 5.6.7), the first where there are two; null of anything else. Date.parse also accepts "-1" and other
 * oddities, and takes a time without a zone for one of this computer's.
 */
export function readHttpDate(text: string): number | null {
  const [first] = text.split(betweenTwo) as [string];
  if (!oldest.test(first) && !withZone.test(first)) return null;
  const at = Date.parse(oldest.test(first) ? `${first} GMT` : first);
  return Number.isNaN(at) ? null : at;
}
