import { referenceText } from '../model/asset.ts';
import type { Problem } from '../model/problem.ts';
import type { Reply } from '../monitor/kernel/events.ts';
import type { Place } from './references.ts';

/**
 * When something that was never there is given up: so many refusals in a row, over this long. By the monitor's schedule that is
 * half a minute for an asset and a minute for a project, which it looks at less often.
 */
const enough = { asset: 3, project: 2, overMs: 25_000 } as const;

/** The same where none of them is the service's own: what stands before it answers so while it starts, and that says nothing of an asset. */
const longEnoughMs = 10 * 60_000;

/** In a row. All times are epoch milliseconds. */
interface Refusals {
  readonly since: number;
  readonly newest: number;
  readonly times: number;
}

/** Those that anybody wrote, and among them the service's own; null where there are none. */
interface Refused {
  readonly all: Refusals;
  readonly own: Refusals | null;
}

/** What came of the requests about each asset and project. */
export interface Attempts {
  readonly note: (place: Place, reply: Reply) => void;
  readonly isTried: (place: Place) => boolean;
  /** The service said again and again that there is no such thing. */
  readonly isNotThere: (place: Place) => boolean;
  /** That, or somebody else said so for long. */
  readonly isGivenUp: (place: Place) => boolean;
  /** What was asked about when this problem was met; null where it was not met here. */
  readonly metAt: (problem: Problem) => Place | null;
}

export function createAttempts(): Attempts {
  const tried = new Set<string>();
  const refusals = new Map<string, Refused>();
  const met = new Map<string, { readonly place: Place; readonly problem: Problem }>();

  function note(place: Place, reply: Reply): void {
    if (reply.kind === 'aborted') return;
    const name = referenceText(place);
    tried.add(name);
    if (reply.kind === 'answer') return void refusals.delete(name);
    const { problem } = reply;
    met.set(name, { place, problem });
    if (!saysNotThere(problem)) return;
    const { all = null, own = null } = refusals.get(name) ?? {};
    refusals.set(name, {
      all: oneMore(all, problem.at),
      own: isOfNobody(problem) ? own : oneMore(own, problem.at),
    });
  }

  function isRefusedFor(ms: number, place: Place, whose: keyof Refused): boolean {
    const known = refusals.get(referenceText(place))?.[whose] ?? null;
    const times = 'assetId' in place ? enough.asset : enough.project;
    return known !== null && known.times >= times && known.newest - known.since >= ms;
  }

  const isNotThere = (place: Place) => isRefusedFor(enough.overMs, place, 'own');

  return {
    note,
    isTried: (place) => tried.has(referenceText(place)),
    isNotThere,
    isGivenUp: (place) => isNotThere(place) || isRefusedFor(longEnoughMs, place, 'all'),
    metAt: ({ at, traceId }) =>
      [...met.values()].find(({ problem }) => problem.at === at && problem.traceId === traceId)?.place ??
      null,
  };
}

function oneMore(before: Refusals | null, at: number): Refusals {
  return { since: before?.since ?? at, newest: at, times: (before?.times ?? 0) + 1 };
}

/** A page without a code of the service, as a server on the way sends it. */
export const isOfNobody = ({ code, httpStatus }: Problem): boolean => code === null && httpStatus !== null;

/** The service may also refuse what is not there (`10001`). Trouble of network or service in between says nothing of it. */
export function saysNotThere({ kind }: Problem): boolean {
  return kind === 'not-found' || kind === 'refused';
}
