import type { Problem } from '../../../main/monitor/problem.ts';
import type { Flight } from './account-record.ts';

interface Met {
  /** True time, ms. */
  readonly at: number;
  readonly isOwn: boolean;
  /** Own troubles in a row. */
  readonly times: number;
  /** True time, ms: where nothing else is said, it is not asked again before. */
  readonly restsUntil: number;
}

export type OwnTrouble = ReturnType<typeof createOwnTrouble>;

/** The least that is waited after own troubles in a row: the shortest interval, 5 s, doubled each time, at most 15 minutes, with jitter. */
const restMs = (times: number) => 0.9 * Math.min(15 * 60_000, 5_000 * 2 ** times);

const keyOf = ({ for: purpose, watch }: Flight) => `${purpose === 'newcomer' ? 'status' : purpose} ${watch}`;

/**
 * Which of an account's questions have trouble of their own with the service, by what came over the wire: one met a disturbance,
 * something that left later was answered, and it met one again.
 */
export function createOwnTrouble() {
  const met = new Map<string, Met>();
  let answeredFrom = -Infinity;

  return {
    answered(flight: Flight): void {
      answeredFrom = Math.max(answeredFrom, flight.sentAt);
      met.delete(keyOf(flight));
    },
    /** `isCalm`: the account was in no trouble when it came. */
    isOwn(flight: Flight, { kind, retryAfterMs }: Problem, isCalm: boolean, at: number): boolean {
      if (kind !== 'service') return false;
      const before = met.get(keyOf(flight));
      const othersAnswered = before !== undefined && answeredFrom > before.at;
      const isOwn = isCalm && retryAfterMs === null && (before?.isOwn === true || othersAnswered);
      const times = (before?.times ?? 0) + (isOwn ? 1 : 0);
      const restsUntil = isOwn && flight.for === 'status' ? at + restMs(times) - 2 : -Infinity;
      met.set(keyOf(flight), { at, isOwn: isOwn || before?.isOwn === true, times, restsUntil });
      return isOwn;
    },
    /** True time, ms. */
    restsUntil: (flight: Flight): number => met.get(keyOf(flight))?.restsUntil ?? -Infinity,
    /** What was planned may come at once: the person wants to know, or the clock jumped. */
    mayComeEarly(): void {
      for (const [key, before] of met) met.set(key, { ...before, restsUntil: -Infinity });
    },
    reset(): void {
      met.clear();
    },
  };
}
