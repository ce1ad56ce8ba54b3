import { readHttpDate } from './http-date.ts';

/** A longer wait is not believed: a mistake on the server must not silence an account for hours. */
export const longestRetryAfterMs = 15 * 60 * 1000;

/**
 * `Retry-After` in milliseconds from now, at most 15 minutes: seconds or an HTTP date (RFC 9110, 10.2.3), or an epoch in seconds or
 * milliseconds, which some servers send. Null if absent or unreadable. `serviceNow`: epoch ms by the service's clock, because a time
 * comes from that clock and not from this computer's.
 */
export function readRetryAfter(header: string | null, serviceNow: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return waitFor(Number(text), serviceNow);
  const at = readHttpDate(text);
  return at === null ? null : believed(at - serviceNow);
}

function waitFor(number: number, serviceNow: number): number {
  const at = [number * 1000, number].find(isOfOurTime);
  return believed(at === undefined ? number * 1000 : at - serviceNow);
}

/** Between 2001 and 2096, epoch ms: no server asks to wait for so many seconds. */
function isOfOurTime(epochMs: number): boolean {
  return epochMs >= 1e12 && epochMs < 4e12;
}

function believed(waitMs: number): number {
  return Math.min(Math.max(0, waitMs), longestRetryAfterMs);
}
