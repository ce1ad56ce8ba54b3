import type { AccountCard } from '../../../main/contract.ts';

/** `name`, or `name 2`, `name 3` … where accounts have it already; main refuses a name that is taken, whatever its capitals. */
export function freeName(name: string, accounts: readonly Pick<AccountCard, 'name'>[]): string {
  const taken = new Set(accounts.map((account) => account.name.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} ${number}`;
  return free;
}
