import type { AccountCard, AccountId, KeyStorage, Snapshot } from '../../main/contract.ts';

const withKey: readonly KeyStorage[] = ['keyring', 'session', 'weak'];

/** Nothing can be asked for it before it has a key. */
export const hasNoKey = ({ storage }: AccountCard): boolean => !withKey.includes(storage);

/** The account that most likely leads a person to the view of accounts: the one that needs them, else one in trouble, else the first. */
export function accountInNeed({
  accounts,
  health,
  troubles,
}: Pick<Snapshot, 'accounts' | 'health' | 'troubles'>): AccountId | null {
  const named = 'account' in health ? health.account : null;
  const isInTrouble = (card: AccountCard) => troubles[card.id] !== undefined || hasNoKey(card);
  return (accounts.find(({ id }) => id === named) ?? accounts.find(isInTrouble) ?? accounts[0])?.id ?? null;
}
