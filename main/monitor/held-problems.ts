import type { Effect } from './kernel/effects.ts';
import type { EventOf } from './kernel/events.ts';
import type { Step } from './kernel/step.ts';
import type { State } from './state.ts';
import { quietReason } from './telling/quiet.ts';

/** A refused key is not told of while nothing may disturb, but afterwards, where the account still needs the person. */
export function holdProblems(state: State, { clock, effects }: Step): void {
  const { heldProblems, accounts } = state;
  const { quiet } = state.settings.value;
  const reason = quietReason(state, quiet, clock);
  if (reason === 'do-not-disturb' || (reason === 'quiet-hours' && !quiet.letsFailuresPass)) {
    for (const effect of effects) if (isProblem(effect)) heldProblems.put({ account: effect.account });
    effects.splice(0, Infinity, ...effects.filter((effect) => !isProblem(effect)));
    return;
  }
  for (const account of [...heldProblems.keys()]) {
    heldProblems.remove(account);
    const problem = accounts.get(account)?.stopped ?? null;
    if (problem !== null) effects.push({ kind: 'tell-problem', account, problem });
    // Nobody heard of it: where it is tried just now and met again, it is news.
    else accounts.patch(account, { lastReportedProblem: null });
  }
}

/** Only whoever shows banners asks the system whether it keeps quiet. */
export function problemNotTold(
  { isSystemQuiet, heldProblems, accounts }: State,
  { account, isQuiet }: EventOf<'problem-not-told'>,
): void {
  // Not at once, into the same fault: where it is met again, it is news.
  if (!isQuiet) return accounts.patch(account, { lastReportedProblem: null });
  isSystemQuiet.set(true);
  heldProblems.put({ account });
}

const isProblem = (effect: Effect) => effect.kind === 'tell-problem';
