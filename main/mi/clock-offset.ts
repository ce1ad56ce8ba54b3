/** How far this computer's clock is from the service's, learned from the `Date` of its answers. */
export interface ClockOffset {
  /** Service clock minus this clock, in milliseconds; null before the first answer with a date. */
  readonly milliseconds: () => number | null;
  /** `sentAt` and `receivedAt` in epoch milliseconds of this computer. */
  readonly learn: (dateHeader: string | null, sentAt: number, receivedAt: number) => void;
}

/** A difference up to this is noise: the header has whole seconds and the way takes time. */
const noiseMs = 2_000;

export function createClockOffset(): ClockOffset {
  let offset: number | null = null;
  return {
    milliseconds: () => offset,
    learn(dateHeader, sentAt, receivedAt) {
      const date = dateHeader === null ? NaN : Date.parse(dateHeader);
      if (!Number.isFinite(date)) return;
      const middle = (sentAt + receivedAt) / 2;
      // The header is cut to the second, so on average half a second is missing.
      const difference = Math.round(date + 500 - middle);
      offset = Math.abs(difference) <= noiseMs ? 0 : difference;
    },
  };
}
