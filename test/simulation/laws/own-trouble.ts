import type { WatchId } from '../../../main/model/asset.ts';
import type { Problem } from '../../../main/model/problem.ts';
import { stopping, type Flight } from './account-record.ts';

/** `unsure`: it cannot be told from outside whether the account was in trouble, since it may have forgotten that over a wake. */
export type Verdict = 'own' | 'of-all' | 'unsure';

interface Met {
  /** True time, ms. */
  readonly at: number;
  /** What it stays until it is answered. */
  readonly verdict: Verdict;
  /** Own troubles in a row. */
  readonly times: number;
  /** True time, ms: where nothing else is said, it is not asked again before. */
  readonly restsUntil: number;
}

export type OwnTrouble = ReturnType<typeof createOwnTrouble>;

/** The least that is waited after own troubles in a row: the shortest interval, 5 s, doubled each time, at most 15 minutes, with jitter. */
const restMs = (times: number) => 0.9 * Math.min(15 * 60_000, 5_000 * 2 ** times);

const keyOf = ({ for: purpose, watch, project }: Flight) =>
  purpose === 'page' || purpose === 'survey'
    ? `${purpose} ${project}`
    : `${purpose === 'newcomer' ? 'status' : purpose} ${watch}`;

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
    judge(flight: Flight, { kind, retryAfterMs }: Problem, isCalm: boolean | 'unsure', at: number): Verdict {
      if (kind !== 'service' && !stopping.includes(kind)) return 'of-all';
      const before = met.get(keyOf(flight));
      const othersAnswered = before !== undefined && answeredFrom > before.at;
      const could = othersAnswered ? 'own' : (before?.verdict ?? 'of-all');
      const mayBe = isCalm === 'unsure' && could === 'own' ? 'unsure' : could;
      const verdict = isCalm === false || retryAfterMs !== null ? 'of-all' : mayBe;
      const isOwn = verdict === 'own';
      const times = (before?.times ?? 0) + (isOwn ? 1 : 0);
      const restsUntil = isOwn && flight.for === 'status' ? at + restMs(times) - 2 : -Infinity;
      const wasOwn = before?.verdict === 'own' || verdict === 'of-all';
      met.set(keyOf(flight), {
        at,
        verdict: wasOwn ? (before?.verdict ?? verdict) : verdict,
        times,
        restsUntil,
      });
      return verdict;
    },
    /** True time, ms. */
    restsUntil: (flight: Flight): number => met.get(keyOf(flight))?.restsUntil ?? -Infinity,
    /** What was planned may come at once, and its rests begin anew: the person wants to know or adds it again, or the clock jumped. */
    mayComeEarly(): void {
      for (const [key, before] of met) met.set(key, { ...before, times: 0, restsUntil: -Infinity });
    },
    /** It met trouble of the account: its turn comes as soon as that is over. */
    givenBack(flight: Flight): void {
      const before = met.get(keyOf(flight));
      if (before !== undefined) met.set(keyOf(flight), { ...before, restsUntil: -Infinity });
    },
    /** An outage of all is over: each is asked as if nothing had been. */
    forgiven(): void {
      for (const [key, before] of met) met.set(key, { ...before, times: 0, restsUntil: -Infinity });
    },
    /** The person stopped watching it: where a followed project lists it again, it is one that was never asked for. */
    forget(watch: WatchId): void {
      for (const [key, before] of met)
        if (key.endsWith(` ${watch}`)) met.set(key, { ...before, times: 0, restsUntil: -Infinity });
    },
    reset(): void {
      met.clear();
    },
  };
}
