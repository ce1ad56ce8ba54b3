import { referenceText } from '../model/asset.ts';
import type { Problem } from '../model/problem.ts';
import type { Reply } from '../monitor/kernel/events.ts';
import type { Place } from './references.ts';

/**
 * When something that was never there is given up: so many refusals in a row, over this long. By the monitor's schedule that is
 * half a minute for an asset and a minute for a project, which it looks at less often.
 */
const enough = { asset: 3, project: 2, overMs: 25_000 } as const;

/** All times are epoch milliseconds. */
interface Refusals {
  readonly since: number;
  readonly newest: number;
  readonly times: number;
}

/** What came of the requests about each asset and project. */
export interface Attempts {
  readonly note: (place: Place, reply: Reply) => void;
  readonly isTried: (place: Place) => boolean;
  /** The service said again and again that there is no such thing. */
  readonly isNotThere: (place: Place) => boolean;
  /** What was asked about when this problem was met; null where it was not met here. */
  readonly metAt: (problem: Problem) => Place | null;
}

export function createAttempts(): Attempts {
  const tried = new Set<string>();
  const refusals = new Map<string, Refusals>();
  const met = new Map<string, { readonly place: Place; readonly problem: Problem }>();

  function note(place: Place, reply: Reply): void {
    if (reply.kind === 'aborted') return;
    const name = referenceText(place);
    tried.add(name);
    if (reply.kind === 'answer') return void refusals.delete(name);
    const { problem } = reply;
    met.set(name, { place, problem });
    if (!saysNotThere(problem)) return;
    const { since, times } = refusals.get(name) ?? { since: problem.at, times: 0 };
    refusals.set(name, { since, times: times + 1, newest: problem.at });
  }

  return {
    note,
    isTried: (place) => tried.has(referenceText(place)),
    isNotThere(place) {
      const known = refusals.get(referenceText(place));
      if (known === undefined) return false;
      const times = 'assetId' in place ? enough.asset : enough.project;
      return known.times >= times && known.newest - known.since >= enough.overMs;
    },
    metAt: ({ at, traceId }) =>
      [...met.values()].find(({ problem }) => problem.at === at && problem.traceId === traceId)?.place ??
      null,
  };
}

/** The service may also refuse what is not there (`10001`). Trouble of network or service in between says nothing of it. */
function saysNotThere({ kind }: Problem): boolean {
  return kind === 'not-found' || kind === 'refused';
}
