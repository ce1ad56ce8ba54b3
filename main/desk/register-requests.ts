import { randomUUID } from 'node:crypto';
import type { PlannedFile, RequestOf, ResponseOf, RowOutcome } from '../contract.ts';
import { outcomeOf, isFailure } from '../model/import-status.ts';
import { nameOf, type Watch } from '../model/watch.ts';
import type { NewWish } from '../model/wish.ts';
import type { Runner } from '../runner/runner.ts';
import type { Accounts } from './accounts.ts';
import { createObjectLook } from './bucket-requests.ts';
import { refuse } from './refusal.ts';
import type { Workspaces } from './workspaces.ts';

/** What the window can ask of registrations. Where a file comes from is found here: a page can name failed imports, and no objects. */
export function createRegisterRequests(
  { state, dispatch }: Runner,
  accounts: Pick<Accounts, 'client' | 'bucketClient' | 'mayRegister' | 'allowRegistering'>,
  workspaces: Pick<Workspaces, 'bucketOf'>,
) {
  const neverAborted = new AbortController().signal;
  let newest: { readonly plan: number; readonly wishes: readonly NewWish[] } = { plan: 0, wishes: [] };

  async function planned(watch: Watch): Promise<PlannedFile & { readonly registeredAt: number | null }> {
    const { account, reference } = watch;
    const outcome: RowOutcome = watch.known === null ? 'waiting' : outcomeOf(watch.known.status);
    const file = { watch: watch.id, name: nameOf(watch), outcome, object: null, registeredAt: null };
    const reply = await accounts.client(account)?.lookUpAsset(reference, neverAborted);
    if (reply?.kind !== 'answer')
      return { ...file, source: null, problem: reply?.kind === 'problem' ? reply.problem : null };
    const bucket = await workspaces.bucketOf(account, reference.workspace);
    const { key, registeredAt } = reply.value;
    const source = bucket === null || key === null ? null : { bucket, key };
    return { ...file, source, problem: null, registeredAt };
  }

  return {
    allowRegistering: accounts.allowRegistering,
    async planRegisterAgain({
      watches,
    }: RequestOf<'planRegisterAgain'>): Promise<ResponseOf<'planRegisterAgain'>> {
      const failed = watches.flatMap((id) => state.watches.get(id) ?? []).filter(hasFailed);
      if (!failed.every(({ account }) => accounts.mayRegister(account))) throw refuse('registering-off');
      const lookAt = createObjectLook(accounts);
      const looks: Promise<PlannedFile>[] = [];
      // One after another: the person waits for the list, and the account has other things to ask. The bucket is asked meanwhile.
      for (const watch of failed) {
        const { registeredAt, ...file } = await planned(watch);
        const looking = lookAt(watch.account, file, registeredAt);
        looks.push(looking.then((object) => ({ ...file, object })));
      }
      const files = await Promise.all(looks);
      const plan = newest.plan + 1;
      newest = { plan, wishes: files.flatMap((file) => wishOf(file, failed)) };
      return { plan, files };
    },
    registerAgain({ plan }: RequestOf<'registerAgain'>): ResponseOf<'registerAgain'> {
      const { wishes } = newest;
      if (plan !== newest.plan || wishes.length === 0) throw refuse('plan-gone');
      // It may have been turned off while the list stood there.
      if (!wishes.every(({ account }) => accounts.mayRegister(account))) throw refuse('registering-off');
      newest = { plan, wishes: [] };
      dispatch({ kind: 'wished', wishes });
      return { wished: wishes.length };
    },
    answerWish({ wish, how }: RequestOf<'answerWish'>): null {
      const account = state.wishes.get(wish)?.account;
      if (account !== undefined && how === 'send' && !accounts.mayRegister(account))
        throw refuse('registering-off');
      dispatch({ kind: 'wish-answered', wish, how });
      return null;
    },
    dropWishes({ wishes }: RequestOf<'dropWishes'>): null {
      dispatch({ kind: 'wishes-dropped', wishes });
      return null;
    },
  };
}

const hasFailed = ({ known }: Watch): boolean => known !== null && isFailure(known.status);

function wishOf({ watch: id, source }: PlannedFile, failed: readonly Watch[]): readonly NewWish[] {
  const watch = failed.find((each) => each.id === id);
  if (watch === undefined || source === null) return [];
  const { account, label, reference } = watch;
  const { workspace, projectId } = reference;
  return [{ id: randomUUID(), account, workspace, projectId, ...source, label, replaces: id }];
}
