import { isSamePair, type Keys } from '../mi/keys.ts';
import type { AccountRecord } from '../model/account.ts';
import type { AccountId } from '../model/asset.ts';
import type { Agree } from './question.ts';

/** Of which accounts the person said in this run that their keys may be written without a keyring. */
export function createWeakStorage(agree: Agree) {
  const agreed = new Set<AccountId>();

  async function ask({ id, name }: Pick<AccountRecord, 'id' | 'name'>, when?: 'in-turn'): Promise<boolean> {
    const isAgreed = await agree({ kind: 'weakly', about: name }, when);
    if (isAgreed) agreed.add(id);
    return isAgreed;
  }

  return {
    askFor: (account: Pick<AccountRecord, 'id' | 'name'>): Promise<boolean> => ask(account),
    /**
     * Whoever can write the app's files could have written there that the person allowed it, so they are asked, once a run.
     * `lying`: the keys that are kept so already.
     */
    async allows(account: AccountRecord, keys: Keys, lying: Keys | undefined): Promise<boolean> {
      if (!account.weakAllowed) return false;
      if (agreed.has(account.id) || (lying !== undefined && isSamePair(lying, keys))) return true;
      // The keyring was waited for: meanwhile a question of the app's own accord may have come up, and the person has agreed to the address.
      return ask(account, 'in-turn');
    },
  };
}
