import type { WatchId } from '../../../main/model/asset.ts';
import type { FollowId } from '../../../main/model/follow.ts';
import type { Problem, ProblemKind } from '../../../main/model/problem.ts';
import { ofNetwork, type Flight } from './account-record.ts';

/** `unsure`: it cannot be told from outside whether the account was in trouble, since it may have forgotten that over a wake. */
export type Verdict = 'own' | 'of-all' | 'unsure';

interface Met {
  readonly kind: ProblemKind;
  /** True time, ms; infinite where it may have been forgotten. */
  readonly at: number;
  /** What it stays until it is answered. */
  readonly verdict: Verdict;
  /** Own troubles in a row. */
  readonly times: number;
  /** What the newest of them was; what it met with the whole account since makes it rest no less. */
  readonly own: ProblemKind | null;
  /** True time, ms: where nothing else is said, it is not asked again before. */
  readonly restsUntil: number;
  /** Where it was asked: of one that was moved, the next question is another one. */
  readonly project?: FollowId;
}

export type OwnTrouble = ReturnType<typeof createOwnTrouble>;

/** The least that is waited after own troubles in a row: the shortest interval, 5 s, doubled each time, at most 15 minutes, with jitter. */
const restMs = (times: number) => 0.9 * Math.min(15 * 60_000, 5_000 * 2 ** times);

const keyOf = ({ for: purpose, watch, project }: Flight) =>
  purpose === 'page' || purpose === 'survey'
    ? `${purpose} ${project}`
    : `${purpose === 'newcomer' ? 'status' : purpose} ${watch}`;

/** What a key may read of one kind and not of another is in trouble together. */
function kindKeyOf({ for: purpose, watch, project }: Flight): string | null {
  if (purpose === 'status' || purpose === 'newcomer') return `all imports in ${project}`;
  if (purpose === 'registration') return null;
  return purpose === 'page' || purpose === 'survey' ? 'all lists' : `all details of ${watch.split(':')[0]}`;
}

const keysOf = (flight: Flight) => [keyOf(flight), kindKeyOf(flight)].filter((key) => key !== null);

/** What is its own stays so while something was answered in the last ten minutes, or twenty where the computer has little power. */
const surelyLatelyMs = 10 * 60_000 - 10;
const perhapsLatelyMs = 20 * 60_000 + 10;

/** These may be limited by themselves; a limit of how imports stand meets whoever comes next. */
const withOwnLimit: readonly Flight['for'][] = ['name', 'origin', 'page', 'survey'];

/**
 * Which of an account's questions, or kinds of them, have trouble of their own, by what came over the wire: one met trouble, something that
 * left later was answered, and it met trouble again.
 */
export function createOwnTrouble() {
  const met = new Map<string, Met>();
  let answeredFrom = -Infinity;
  /** How long ago something was answered that had left before the clock jumped cannot be told. */
  let jumpedAt = -Infinity;

  function couldBe(before: Met | undefined, at: number): Verdict {
    if (before === undefined) return 'of-all';
    if (answeredFrom > before.at) return 'own';
    const silentMs = at - answeredFrom;
    if (answeredFrom < jumpedAt || (silentMs > surelyLatelyMs && silentMs < perhapsLatelyMs))
      return before.verdict === 'of-all' ? 'of-all' : 'unsure';
    return silentMs < surelyLatelyMs ? before.verdict : 'of-all';
  }

  /** Of one key. */
  function judge(key: string, { kind }: Problem, isCalm: boolean | 'unsure', at: number): Verdict {
    const before = met.get(key);
    const could = couldBe(before, at);
    const mayBe = isCalm === 'unsure' && could === 'own' ? 'unsure' : could;
    const verdict = isCalm === false ? 'of-all' : mayBe;
    const wasOwn = before?.verdict === 'own' || verdict === 'of-all';
    const stays = wasOwn ? (before?.verdict ?? verdict) : verdict;
    const own = before?.own ?? null;
    met.set(key, { kind, at, verdict: stays, times: before?.times ?? 0, own, restsUntil: -Infinity });
    return verdict;
  }

  return {
    answered(flight: Flight): void {
      answeredFrom = Math.max(answeredFrom, flight.sentAt);
      for (const key of keysOf(flight)) met.delete(key);
    },
    /** The service refused it in its own words, as it does many others: it is there, and takes the key. */
    heard(flight: Flight): void {
      answeredFrom = Math.max(answeredFrom, flight.sentAt);
    },
    /** `isCalm`: the account was in no trouble when it came. */
    judge(flight: Flight, problem: Problem, isCalm: boolean | 'unsure', at: number): Verdict {
      const isOfAll = problem.kind === 'rate-limit' && !withOwnLimit.includes(flight.for);
      const verdicts = keysOf(flight).map((key) => judge(key, problem, isOfAll ? false : isCalm, at));
      const verdict = (['own', 'unsure'] as const).find((each) => verdicts.includes(each)) ?? 'of-all';
      if (verdict === 'own') {
        const own = met.get(keyOf(flight))!;
        const times = own.times + 1;
        const restsUntil = flight.for === 'status' ? at + restMs(times) - 2 : -Infinity;
        met.set(keyOf(flight), { ...own, times, own: problem.kind, restsUntil, project: flight.project });
      }
      return verdict;
    },
    /** Whether it was noted cannot be told from outside: the network was perhaps about to come back. */
    doubt(flight: Flight, { kind }: Problem): void {
      for (const key of keysOf(flight)) {
        const before = met.get(key);
        met.set(key, {
          ...{ times: 0, own: null, ...before },
          ...{ kind, at: Infinity, verdict: 'unsure', restsUntil: -Infinity },
        });
      }
    },
    /** What the network kept back may be forgotten, and is asked for at once. */
    networkMayBeAnother(): void {
      for (const [key, before] of met)
        if (ofNetwork.includes(before.kind))
          met.set(key, { ...before, at: Infinity, verdict: 'unsure', times: 0, restsUntil: -Infinity });
        else if (before.own !== null && ofNetwork.includes(before.own))
          met.set(key, { ...before, times: 0, restsUntil: -Infinity });
    },
    /** `at`: true time, ms. */
    clockJumped(at: number): void {
      jumpedAt = at;
    },
    /** True time, ms. */
    restsUntil(flight: Flight): number {
      const own = met.get(keyOf(flight));
      return own?.project === flight.project ? own.restsUntil : -Infinity;
    },
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
    /**
     * The person stopped watching it: where a followed project lists it again, it is one that was never asked for. Or it was heard of
     * otherwise, as by its registration: its troubles in a row begin anew.
     */
    forget(watch: WatchId): void {
      for (const [key, before] of met)
        if (key.endsWith(` ${watch}`)) met.set(key, { ...before, times: 0, restsUntil: -Infinity });
    },
    reset(): void {
      met.clear();
    },
  };
}
