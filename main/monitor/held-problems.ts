import type { Effect } from './kernel/effects.ts';
import type { Step } from './kernel/step.ts';
import type { State } from './state.ts';
import { quietReason } from './telling/quiet.ts';

/** A refused key is not told of in quiet hours, but afterwards, where the account still needs the person. */
export function holdProblems(state: State, { clock, effects }: Step): void {
  const { heldProblems, accounts } = state;
  const { quiet } = state.settings.value;
  if (quietReason(state, quiet, clock) === 'quiet-hours' && !quiet.letsFailuresPass) {
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

const isProblem = (effect: Effect) => effect.kind === 'tell-problem';
