import { isOpen, schedule } from './asking.ts';
import type { Moment } from './moment.ts';
import { problemRules } from './problem.ts';
import type { Account, Asking, State } from './state.ts';

/** So many different questions in a row that came to nothing are no chance: the service is not itself. */
const enough = 3;

/**
 * Notes that a question met trouble of its own, and tells whether that is everybody's: one asset that is not found, or whose
 * answer cannot be read, is a trouble of that asset, but where no other is answered the account rests as in any outage.
 */
export function noteFruitless(account: Account, asking: Asking): boolean {
  // All that a followed project lists counts as one: hundreds of its assets may be refused, and nobody else's.
  account.fruitless.add('watch' in asking ? asking.watch : asking.follow);
  return account.fruitless.size >= enough;
}

/** The service said how an import stands, or listed assets: whoever rested because of it is asked at once. */
export function noteFruit(state: State, account: Account, moment: Moment): void {
  account.heardAt = moment.at;
  const wasOutage = account.fruitless.size >= enough;
  account.fruitless.clear();
  if (!wasOutage) return;
  for (const watch of state.watches.values()) {
    if (watch.account !== account.id || watch.problem === null || !isOpen(watch)) continue;
    if (problemRules[watch.problem.kind].scope !== 'watch' || watch.inFlight !== null) continue;
    watch.problemsInRow = 0;
    schedule(state, watch, moment.at);
  }
}
