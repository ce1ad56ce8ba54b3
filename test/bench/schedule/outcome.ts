/** What watching a set of imports cost, and how late their ends were learned. */
export interface Outcome {
  readonly requests: number;
  /** Milliseconds from each end to the answer that told it, shortest first. */
  readonly delays: readonly number[];
}

export const meanOf = ({ delays }: Outcome) => delays.reduce((sum, delay) => sum + delay, 0) / delays.length;
export const percentileOf = ({ delays }: Outcome, share: number) =>
  delays[Math.min(delays.length - 1, Math.floor(delays.length * share))]!;

/** Milliseconds from sending a request to its answer; the service looks half-way. */
export const answerMs = 120;
