/** A longer wait is not believed: a mistake on the server must not silence an account for weeks. */
const longestMs = 24 * 60 * 60 * 1000;

/**
 * `Retry-After` in milliseconds from now: seconds or an HTTP date (RFC 9110, 10.2.3). Null if absent or unreadable.
 * `serviceNow`: epoch ms by the service's clock, because the date comes from that clock and not from this computer's.
 */
export function readRetryAfter(header: string | null, serviceNow: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longestMs);
  // Only the form of an HTTP date: Date.parse also accepts "-1" and other oddities.
  if (!/^[A-Z][a-z]+,? .*GMT$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.min(Math.max(0, at - serviceNow), longestMs);
}
