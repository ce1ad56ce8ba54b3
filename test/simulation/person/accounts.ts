import type { AccountId } from '../../../main/model/asset.ts';
import type { Problem } from '../../../main/model/problem.ts';
import type { World } from '../world.ts';
import { minute, type Desk } from './desk.ts';
import type { Quiet } from './quiet.ts';

/** The person's keys: they enter, lock, and mend them, and disconnect an account for a while. */
export function createAccounts(world: World, { whenAtDesk, after, isCalm }: Desk, quiet: Quiet) {
  const keys = new Map<AccountId, number>();
  /** When they were kept, epoch ms. */
  const keptAt = new Map<AccountId, number>();

  function mend(account: AccountId): void {
    const key = world.service.keyStateOf(account);
    if (key.revoked) key.version += 1;
    key.revoked = false;
    key.permitted = true;
    world.note(`the person mends ${account}`);
    useKey(account, key.version);
  }

  function useKey(account: AccountId, version: number): void {
    if (version !== (keys.get(account) ?? 1)) keptAt.set(account, world.laptop.now());
    keys.set(account, version);
    connect(account);
  }

  function connect(account: AccountId): void {
    world.laws.promptness.disturbed();
    world.app.dispatch({ kind: 'account-ready', account, keptAt: keptAt.get(account) ?? 0 });
  }

  function forget(account: AccountId): void {
    world.laws.grouping.accountGone(account);
    for (const follow of world.app.state()!.follows.values())
      if (follow.account === account) quiet.muteInPlace(follow.id);
  }

  /** The person enters another key, which may be wrong. */
  function enterKey(account: AccountId, isRight: boolean): void {
    whenAtDesk(() => {
      if (isCalm()) return;
      const key = world.service.keyStateOf(account);
      key.version += 1;
      useKey(account, isRight ? key.version : 0);
    });
  }

  return {
    keyOf: (account: AccountId) => keys.get(account) ?? 1,
    keptAtOf: (account: AccountId): number => keptAt.get(account) ?? 0,
    disconnect(kind: 'account-not-ready' | 'account-removed', account: AccountId, forMs: number): void {
      whenAtDesk(() => {
        world.app.dispatch({ kind, account }, () => {
          if (kind === 'account-removed') forget(account);
        });
        after(forMs, () => connect(account));
      });
    },
    enterKey,
    enterKeyWhereLocked(account: AccountId, afterMs: number): void {
      whenAtDesk(() => {
        if (isCalm()) return;
        world.app.dispatch({ kind: 'account-not-ready', account });
        after(afterMs, () => {
          if (isCalm()) mend(account);
          else enterKey(account, true);
        });
      });
    },
    /** Reads why the account is not asked any more, and mends it after a while. */
    mendLater(account: AccountId, problem: Problem): void {
      world.note(`the person is told that ${account} needs them: ${problem.kind}`);
      after(world.chance.between(5_000, 5 * minute), () => mend(account));
    },
    mend,
  };
}
