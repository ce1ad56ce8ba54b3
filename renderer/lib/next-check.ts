import type { Health, Row } from '../../main/contract.ts';
import { problemPlaces } from './problem-fixes.ts';

/** In how many milliseconds it is asked for again; null where that is not known, since it waits its turn or cannot be asked for now. */
export function nextCheckIn(
  { account, nextAskAt, problem }: Row,
  health: Health,
  now: number,
): number | null {
  if (nextAskAt === null || nextAskAt <= now) return null;
  const cannotAsk =
    health.kind === 'paused' ||
    // The computer is offline.
    (health.kind === 'unknown' && health.problem === null) ||
    (health.kind === 'key-missing' && health.account === account) ||
    (problem !== null && (problemPlaces[problem.kind].of === 'account' || problem.kind === 'account-gone'));
  return cannotAsk ? null : nextAskAt - now;
}
