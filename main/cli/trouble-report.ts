import type { AssetReference, WatchId } from '../monitor/asset.ts';
import type { ProjectReference } from './references.ts';
import type { Problem, ProblemKind } from '../monitor/problem.ts';
import type { State } from '../monitor/state.ts';
import { troubleOf } from '../monitor/trouble.ts';

/** A problem that began, or null: fresh answers come again. */
export interface Trouble {
  readonly problem: Problem | null;
  /** Null where it is about all that is watched. */
  readonly reference: AssetReference | ProjectReference | null;
}

/** Tells each trouble once when it begins and once when it is over, of the account, and of every followed project and every watch by itself. */
export function createTroubleReport(state: State, account: string, tell: (trouble: Trouble) => void) {
  const told = new Map<string, ProblemKind>();

  function report(whose: string, problem: Problem | null, reference: Trouble['reference']): void {
    if (told.get(whose) === problem?.kind) return;
    if (problem === null) told.delete(whose);
    else told.set(whose, problem.kind);
    tell({ problem, reference });
  }

  return (changed: Iterable<WatchId>): void => {
    const owner = state.accounts.get(account);
    report(account, owner ? troubleOf(owner) : null, null);
    for (const { id, problem, workspace, projectId } of state.follows.values()) {
      report(id, problem, { workspace, projectId });
    }
    for (const id of changed) {
      const watch = state.watches.get(id);
      if (watch) report(id, watch.problem, watch.reference);
    }
  };
}
