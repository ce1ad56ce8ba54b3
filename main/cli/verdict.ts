import { goneStatus, isFailure, isTerminal } from '../monitor/import-status.ts';

/** The exit codes, as the README gives them. */
export const exitCodes = { completed: 0, failed: 1, wrongUsage: 2, cannotTell: 3 } as const;

/**
 * What the statuses (null: never heard of) amount to. `watch --wait` can only tell once all have ended; `status` tells what is
 * known after one look, where an import that is still running is no failure.
 */
export function verdictOf(command: 'watch' | 'status', statuses: readonly (string | null)[]): number {
  if (statuses.some((status) => status === null)) return exitCodes.cannotTell;
  const known = statuses.filter((status) => status !== null);
  if (command === 'watch' && !known.every(isTerminal)) return exitCodes.cannotTell;
  if (known.some(isFailure)) return exitCodes.failed;
  // Nobody knows how the import of a deleted asset ended.
  return known.includes(goneStatus) ? exitCodes.cannotTell : exitCodes.completed;
}
