import type { AccountId } from '../monitor/asset.ts';
import type { Problem } from '../monitor/problem.ts';
import type { State } from '../monitor/state.ts';
import { troubleOf } from '../monitor/trouble.ts';

/** What is wrong with each account at the moment; an account that can be asked is not named. */
export function troublesOf(state: State): Readonly<Record<AccountId, Problem>> {
  return Object.fromEntries(
    [...state.accounts.values()].flatMap((account) => {
      const trouble = troubleOf(account);
      return trouble === null ? [] : [[account.id, trouble]];
    }),
  );
}
