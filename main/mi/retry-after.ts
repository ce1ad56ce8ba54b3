/** A server that asks for more is not believed: a typing error there must not silence an account for weeks. */
const longestMs = 24 * 60 * 60 * 1000;

/**
 * `Retry-After` in milliseconds from now: seconds or an HTTP date (RFC 9110, 10.2.3). Null where it is absent or unreadable.
 * `serviceNow`: the service's clock, epoch ms, since the date is by that clock and not by this computer's.
 */
export function readRetryAfter(header: string | null, serviceNow: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, longestMs);
  // Only the date's own form: Date.parse also takes "-1" and other oddities for a time.
  if (!/^[A-Z][a-z]+,? .*GMT$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.min(Math.max(0, at - serviceNow), longestMs);
}
