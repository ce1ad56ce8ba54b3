import { readHttpDate } from './http-date.ts';
import { isSamePair, type Keys } from './keys.ts';

/** The gateway refuses a timestamp that is off by more than this in either direction (API overview, request headers). */
export const toleranceMs = 300_000;

/**
 * Two times further apart may be one that it takes and one that it refuses: a `Date` has whole seconds, and what the gateway judges is the
 * time at which a request arrives, up to half a minute after it was signed.
 */
const surelyTakenMs = toleranceMs - 30_000;

/** No request is signed for a moment further off: whoever could name any moment would be given signatures for all of them. */
const longestMs = 24 * 60 * 60 * 1000;

/** All offsets are the service's clock minus this computer's, ms. */
export interface ServiceClock {
  /** What was last taken; null where that was this computer's own time, or nothing better is known. */
  readonly offsetMs: () => number | null;
  /** What the next request is signed with at first. */
  readonly nextMs: () => number;
  /**
   * The offsets to try after the key was refused with `usedMs`, the likeliest first; `toldMs` is what the refusal's `Date` says. A
   * wrong time is refused like a wrong key, so the local time is among them before the key is blamed.
   */
  readonly othersThan: (usedMs: number, toldMs: number | null, keys: Keys) => readonly number[];
  /** True where the refusal's `Date` explains it, but is too far off to be signed with. */
  readonly isBeyond: (toldMs: number | null) => boolean;
  /**
   * A second request is about to be signed with this. What comes next begins with it until something is said of it, since a service that
   * lets through one request a second answers the second one with its limit each time.
   */
  readonly tries: (offsetMs: number) => void;
  /** The service took a request that was signed with this. */
  readonly worked: (offsetMs: number) => void;
  /** The service refused these keys with this, although it had named that time itself. */
  readonly refused: (offsetMs: number, keys: Keys) => void;
}

/** Knows the service's clock relative to this computer's, so that a wrong clock here does not end in "Authentication Failed". */
export function createServiceClock(): ServiceClock {
  let offset = 0;
  let tried: number | null = null;
  let hasWorked = false;
  let refused: { readonly offsetMs: number; readonly keys: Keys } | null = null;
  const isSame = (one: number, other: number) => Math.abs(one - other) <= surelyTakenMs;
  return {
    offsetMs: () => (offset === 0 ? null : offset),
    nextMs: () => tried ?? offset,
    othersThan(usedMs, toldMs, keys) {
      // With other keys the same time may be taken: it may have been the key that was wrong.
      const known =
        refused !== null && isSamePair(refused.keys, keys) ? [0, usedMs, refused.offsetMs] : [0, usedMs];
      const isNew = toldMs !== null && !known.some((one) => isSame(one, toldMs));
      const told = isNew && Math.abs(toldMs) <= longestMs ? [toldMs] : [];
      return usedMs === 0 ? told : [...told, 0];
    },
    isBeyond: (toldMs) => toldMs !== null && Math.abs(toldMs) > longestMs,
    tries: (offsetMs) => void (tried = offsetMs),
    worked(offsetMs) {
      offset = offsetMs;
      tried = null;
      hasWorked = true;
      refused = null;
    },
    refused(offsetMs, keys) {
      tried = null;
      // Until a key has worked it may be the key that is wrong, and each try would cost two requests.
      if (!hasWorked && offsetMs !== 0) refused = { offsetMs, keys };
    },
  };
}

/** Whoever says that it is earlier than this, in 2001, has no clock. */
const earliest = 1e12;

/**
 * The offset that a `Date` header implies; null where none can be read. The header has whole seconds and was written somewhere between
 * sending and receiving, so the middle of its second is taken as the middle of the exchange.
 */
export function offsetFrom(date: string | null, sentAt: number, receivedAt: number): number | null {
  const told = readHttpDate(date ?? '');
  return told === null || told < earliest ? null : Math.round(told + 500 - (sentAt + receivedAt) / 2);
}
