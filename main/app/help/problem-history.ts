import type { Change } from '../../contract.ts';
import { referenceText } from '../../model/asset.ts';
import { problemRules, type Problem } from '../../model/problem.ts';

/** Problems of one kind, one after another, with one account, import or project; or a fault of the app itself. */
export interface PastProblem {
  readonly of: 'account' | 'import' | 'project' | 'app';
  /** Of the import or the project; what an account is called may be changed meanwhile. */
  readonly name: string | null;
  /** The newest of them; null for a fault of the app, which the log tells. */
  readonly problem: Problem | null;
  /** The fault's class, such as `TypeError`. */
  readonly fault: string | null;
  readonly count: number;
  /** Epoch milliseconds of the first and the newest. */
  readonly from: number;
  readonly to: number;
}

/** No longer report is read. */
const mostKept = 50;

/** Remembers the newest problems of this run, for the report. */
export function createProblemHistory() {
  /** In the order of their newest. */
  const kept = new Map<string, PastProblem>();

  function keep(key: string, next: Omit<PastProblem, 'count' | 'from'>): void {
    const before = kept.get(key);
    // Told again by a change of something else.
    if (before?.to === next.to) return;
    kept.delete(key);
    kept.set(key, { ...next, count: (before?.count ?? 0) + 1, from: before?.from ?? next.to });
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }

  function keepProblem(
    of: 'account' | 'import' | 'project',
    id: string,
    name: string | null,
    problem: Problem,
  ) {
    const key = [of, id, problem.kind, problem.httpStatus, problem.code].join(' ');
    keep(key, { of, name, problem, fault: null, to: problem.at });
  }

  return {
    note({ troubles = {}, rows = [], follows = [] }: Pick<Change, 'troubles' | 'rows' | 'follows'>): void {
      for (const [account, problem] of Object.entries(troubles))
        keepProblem('account', account, null, problem);
      for (const { id, reference, problem } of rows)
        // A row shows its account's problem where it has none of its own.
        if (problem !== null && problemRules[problem.kind].scope === 'watch')
          keepProblem('import', id, referenceText(reference), problem);
      for (const { id, workspace, projectId, problem } of follows)
        if (problem !== null) keepProblem('project', id, `${workspace}/${projectId}`, problem);
    },
    noteFault(error: unknown, at: number): void {
      const fault = error instanceof Error ? error.name : typeof error;
      keep(`app ${fault}`, { of: 'app', name: null, problem: null, fault, to: at });
    },
    /** The newest first. */
    newest: (): readonly PastProblem[] => [...kept.values()].toSorted((one, other) => other.to - one.to),
  };
}
