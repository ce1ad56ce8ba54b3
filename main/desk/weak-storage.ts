import { isSamePair, type Keys } from '../mi/keys.ts';
import type { AccountRecord } from '../model/account.ts';
import type { AccountId } from '../model/asset.ts';
import type { Agree } from './question.ts';

/** Of which accounts the person said in this run that their keys may be written without a keyring. */
export function createWeakStorage(agree: Agree) {
  const agreed = new Set<AccountId>();

  async function askFor({ id, name }: Pick<AccountRecord, 'id' | 'name'>): Promise<boolean> {
    const isAgreed = await agree({ kind: 'weakly', about: name });
    if (isAgreed) agreed.add(id);
    return isAgreed;
  }

  return {
    askFor,
    /**
     * Whoever can write the app's files could have written there that the person allowed it, so they are asked, once a run.
     * `lying`: the keys that are kept so already.
     */
    async allows(account: AccountRecord, keys: Keys, lying: Keys | undefined): Promise<boolean> {
      if (!account.weakAllowed) return false;
      if (agreed.has(account.id) || (lying !== undefined && isSamePair(lying, keys))) return true;
      return askFor(account);
    },
  };
}
