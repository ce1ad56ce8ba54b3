/** The gateway refuses a timestamp that is off by more than this in either direction (API overview, request headers). */
export const toleranceMs = 300_000;

/** A larger offset is reported to the person, although requests are signed with the corrected time. */
export const worthSayingMs = 60_000;

export interface ServiceClock {
  /** Service clock minus this computer's clock, ms; null before the first answer with a readable `Date`. */
  readonly offsetMs: () => number | null;
  readonly learn: (offsetMs: number) => void;
}

/** Knows the service's clock relative to this computer's, so that a wrong clock here does not end in "Authentication Failed". */
export function createServiceClock(): ServiceClock {
  let offset: number | null = null;
  return {
    offsetMs: () => offset,
    learn: (offsetMs) => {
      offset = offsetMs;
    },
  };
}

/**
 * The offset that a `Date` header implies: service clock minus this computer's clock, ms. The header has whole seconds and was written
 * somewhere between sending and receiving, so the middle of its second is taken as the middle of the exchange.
 */
export function offsetFrom(date: string | null, sentAt: number, receivedAt: number): number | null {
  const told = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(told) ? null : Math.round(told + 500 - (sentAt + receivedAt) / 2);
}
