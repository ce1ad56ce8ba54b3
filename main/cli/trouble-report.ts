import type { WatchId } from '../model/asset.ts';
import { problemRules, type Problem, type ProblemKind } from '../model/problem.ts';
import type { MonitorView } from '../monitor/state.ts';
import { troublesOf } from '../monitor/view/rows.ts';
import type { Attempts } from './attempts.ts';
import type { Place } from './references.ts';

/** A problem that began, or null: fresh answers come again. */
export interface Trouble {
  readonly problem: Problem | null;
  /** Null where it is about all that is watched. */
  readonly reference: Place | null;
  /** Whose answer said it, where it is about all: it may be the only one that is wrong. Null where nothing else is watched. */
  readonly metAt: Place | null;
}

type Account = NonNullable<ReturnType<MonitorView['accounts']['get']>>;

/**
 * A refusal that may be over with the next request is not said yet, or a key would be blamed for one bad moment of the gateway: where
 * the key has never worked until it is given up, else until it is refused again.
 */
export function isTriedAgain({ slowdown, stopped, refused, hasWorked }: Account): boolean {
  if (slowdown === null || stopped !== null) return false;
  const { kind } = slowdown.problem;
  if (kind !== 'unconfirmed' && problemRules[kind].then !== 'stop') return false;
  return !hasWorked || (refused?.times ?? 0) < 2;
}

/** Tells each trouble once when it begins and once when it is over, of the account, and of every followed project and every watch by itself. */
export function createTroubleReport(
  state: MonitorView,
  account: string,
  { metAt }: Pick<Attempts, 'metAt'>,
  tell: (trouble: Trouble) => void,
) {
  const told = new Map<string, ProblemKind>();

  function report(whose: string, problem: Problem | null, reference: Trouble['reference']): void {
    if (told.get(whose) === problem?.kind) return;
    if (problem === null) told.delete(whose);
    else told.set(whose, problem.kind);
    const several = state.watches.size + state.follows.size > 1;
    const isOfAll = problem !== null && reference === null;
    tell({ problem, reference, metAt: isOfAll && several ? metAt(problem) : null });
  }

  function troubleOfAll(): Problem | null {
    const owner = state.accounts.get(account);
    return owner === undefined || isTriedAgain(owner) ? null : (troublesOf(state)[account] ?? null);
  }

  return (changed: Iterable<WatchId>): void => {
    report(account, troubleOfAll(), null);
    for (const { id, workspace, projectId } of state.follows.values())
      report(id, state.lists.get(id)?.problem ?? null, { workspace, projectId });
    for (const id of changed) {
      const watch = state.watches.get(id);
      if (watch) report(id, state.polls.get(id)?.problem ?? null, watch.reference);
    }
  };
}
