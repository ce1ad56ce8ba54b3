/** Beyond this the gateway refuses a timestamp, in both directions (API overview, request headers). */
export const toleranceMs = 300_000;

/** An offset beyond this is told to the person, although it is corrected for. */
export const worthSayingMs = 60_000;

export interface ServiceClock {
  /** Service clock minus this computer's, in ms; null before the first answer with a readable `Date`. */
  readonly offsetMs: () => number | null;
  readonly learn: (offsetMs: number) => void;
}

/** The service's clock as known through this computer's, so that a wrong PC clock does not end in "Authentication Failed". */
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
 * The offset that a `Date` header tells: service minus this computer, ms. The header counts whole seconds and was written
 * somewhere between sending and receiving, so its middle is laid on the middle of the exchange.
 */
export function offsetFrom(date: string | null, sentAt: number, receivedAt: number): number | null {
  const told = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(told) ? null : Math.round(told + 500 - (sentAt + receivedAt) / 2);
}
