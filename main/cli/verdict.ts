import type { Wish } from '../model/wish.ts';
import type { Command } from './arguments.ts';
import { isTerminal, ruleOf, unreadableStatus, type Bucket } from '../model/import-status.ts';

/** The exit codes, as docs/command-line.md gives them. */
export const exitCodes = { completed: 0, failed: 1, wrongUsage: 2, cannotTell: 3 } as const;

/** What an import amounts to once all that can be waited for has ended. */
const codeOf: Readonly<Record<Bucket, number>> = {
  importing: exitCodes.completed,
  completed: exitCodes.completed,
  failed: exitCodes.failed,
  // Nobody knows how the import of a deleted asset ended.
  gone: exitCodes.cannotTell,
};

/**
 * What the statuses (null: never heard of) amount to. `watch --wait` can only tell once all have ended; `status` tells what is
 * known after one look, where an import that is still running is no failure.
 */
export function verdictOf(command: Command, statuses: readonly (string | null)[]): number {
  if (statuses.some((status) => status === null || status === unreadableStatus)) return exitCodes.cannotTell;
  const known = statuses.filter((status) => status !== null);
  if (command !== 'status' && !known.every(isTerminal)) return exitCodes.cannotTell;
  const codes = new Set(known.map((status) => codeOf[ruleOf(status).bucket]));
  return [exitCodes.failed, exitCodes.cannotTell].find((code) => codes.has(code)) ?? exitCodes.completed;
}

/** The same for files that were to be registered; `statuses`: of their imports, where they were waited for. */
export function registrationVerdict(wishes: readonly Wish[], statuses: readonly (string | null)[]): number {
  const kinds = new Set(wishes.map(({ state }) => state.kind));
  if (kinds.has('in-doubt') || kinds.has('sent') || kinds.has('waiting')) return exitCodes.cannotTell;
  const code = verdictOf('register', statuses);
  return kinds.has('refused') && code === exitCodes.completed ? exitCodes.failed : code;
}
