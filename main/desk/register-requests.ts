import { randomUUID } from 'node:crypto';
import {
  limits,
  mostRegistered,
  type FaultyLine,
  type FoundObject,
  type FoundObjects,
  type PlannedFile,
  type RequestOf,
  type ResponseOf,
  type RowOutcome,
} from '../contract.ts';
import { outcomeOf, isFailure } from '../model/import-status.ts';
import { nameOf, type Watch } from '../model/watch.ts';
import { isUnderway, isUnsettled, objectOf, unsettledByObject, type NewWish } from '../model/wish.ts';
import type { ObjectWishes } from '../paste/object-keys.ts';
import type { Runner } from '../runner/runner.ts';
import type { Accounts } from './accounts.ts';
import { createObjectLook } from './bucket-requests.ts';
import { refuse } from './refusal.ts';
import type { Workspaces } from './workspaces.ts';

/** Reads a list of object keys away from this thread. */
export type ReadObjects = (
  text: RequestOf<'planRegister'>['text'],
  wishes: ObjectWishes,
) => Promise<FoundObjects>;

const noWishes: readonly NewWish[] = [];

/** What the window can ask of registrations. What is registered is what a plan named before, in every detail. */
export function createRegisterRequests(
  { state, dispatch }: Runner,
  accounts: Pick<Accounts, 'client' | 'bucketClient' | 'mayRegister' | 'allowRegistering'>,
  workspaces: Pick<Workspaces, 'bucketOf'>,
  readObjects: ReadObjects,
) {
  const neverAborted = new AbortController().signal;
  let plans = 0;
  /** Of each kind apart: one that was given up may be ready only after one of the other kind, which still stands before the person. */
  const newest = { files: { plan: 0, wishes: noWishes }, again: { plan: 0, wishes: noWishes } };

  async function planned(watch: Watch): Promise<PlannedFile & { readonly registeredAt: number | null }> {
    const { account, reference } = watch;
    const outcome: RowOutcome = watch.known === null ? 'waiting' : outcomeOf(watch.known.status);
    const nothing = { object: null, fault: null, registeredAt: null };
    const file = { watch: watch.id, name: nameOf(watch), outcome, ...nothing };
    const reply = await accounts.client(account)?.lookUpAsset(reference, neverAborted);
    if (reply?.kind !== 'answer')
      return { ...file, source: null, problem: reply?.kind === 'problem' ? reply.problem : null };
    const { key, registeredAt } = reply.value;
    const source = key === null ? null : (registeredFrom(watch, key) ?? (await linkedSource(watch, key)));
    return { ...file, source, problem: null, registeredAt };
  }

  /** What this desk registered it from: the service names no bucket, and the key in one Unicode form or the other. */
  function registeredFrom({ account, reference }: Watch, key: string): PlannedFile['source'] {
    const object = objectOf({ account, ...reference, key });
    const [newest] = [...state.wishes.values()]
      .filter(({ state }) => state.kind === 'registered' && state.assetId === reference.assetId)
      .filter((wish) => objectOf(wish) === object)
      .toSorted((one, other) => other.wishedAt - one.wishedAt);
    return newest === undefined ? null : { bucket: newest.bucket, key: newest.key };
  }

  /** The bucket of the workspace, from which most are registered: only the person can tell whether this one was. */
  async function linkedSource({ account, reference }: Watch, key: string): Promise<PlannedFile['source']> {
    const bucket = await workspaces.bucketOf(account, reference.workspace);
    return bucket === null ? null : { bucket, key };
  }

  /** Keeps it unless another of its kind was asked for later, whichever is ready first. */
  function keep(kind: keyof typeof newest, plan: number, wishes: readonly NewWish[]): void {
    if (plan > newest[kind].plan) newest[kind] = { plan, wishes };
  }

  const unsettled = (): ReadonlyMap<string, unknown> => unsettledByObject(state.wishes.values());

  /** What is registered and has no room is not watched. So what may still be registered takes room as if it were in the list. */
  function checkRoomFor(wishes: readonly NewWish[]): void {
    const entering = (of: readonly NewWish[]) =>
      of.filter(({ replaces }) => replaces === null || !state.watches.has(replaces)).length;
    const more = entering(wishes);
    const expected = entering([...state.wishes.values()].filter(isUnsettled));
    if (more > 0 && state.watches.size + expected + more > limits.watches) throw refuse('list-full');
  }

  return {
    /** Turned off, it stops what is under way, too: what may have left stays until it is known what came of it. */
    async allowRegistering(wanted: RequestOf<'allowRegistering'>): Promise<null> {
      await accounts.allowRegistering(wanted);
      if (wanted.isAllowed) return null;
      const stopped = [...state.wishes.values()].filter(
        (wish) => wish.account === wanted.account && isUnderway(wish),
      );
      dispatch({ kind: 'wishes-dropped', wishes: stopped.map(({ id }) => id) });
      return null;
    },
    async planRegisterAgain({
      watches,
    }: RequestOf<'planRegisterAgain'>): Promise<ResponseOf<'planRegisterAgain'>> {
      const failed = watches.flatMap((id) => state.watches.get(id) ?? []).filter(hasFailed);
      if (!failed.every(({ account }) => accounts.mayRegister(account))) throw refuse('registering-off');
      const plan = (plans += 1);
      const lookAt = createObjectLook(accounts);
      const looks: Promise<PlannedFile>[] = [];
      // One after another: the person waits for the list, and the account has other things to ask. The bucket is asked meanwhile.
      for (const watch of failed) {
        const { registeredAt, ...file } = await planned(watch);
        const looking = lookAt(watch.account, file, registeredAt);
        looks.push(looking.then((object) => ({ ...file, object })));
      }
      const { wishes, files } = oneOfEachObject(await Promise.all(looks), failed, unsettled());
      keep('again', plan, wishes);
      return { plan, files };
    },
    async planRegister({
      text,
      bucket,
      ...place
    }: RequestOf<'planRegister'>): Promise<ResponseOf<'planRegister'>> {
      if (!accounts.mayRegister(place.account)) throw refuse('registering-off');
      const plan = (plans += 1);
      const read = await readObjects(text, { bucket, most: mostRegistered });
      const underway = unsettled();
      const found: (FoundObject & { readonly bucket: string })[] = [];
      const faulty: FaultyLine[] = [...read.faulty];
      for (const { bucket: of, ...object } of read.found) {
        const fault =
          of === null ? 'no-bucket' : underway.has(objectOf({ ...place, ...object })) ? 'underway' : null;
        if (fault !== null) faulty.push({ text: object.key, line: object.line, fault });
        else if (of !== null) found.push({ ...object, bucket: of });
      }
      const wishes = found.map(({ bucket: of, key }): NewWish => ({
        ...{ id: randomUUID(), ...place, bucket: of, key, label: null, replaces: null },
      }));
      faulty.sort((one, other) => one.line - other.line);
      keep('files', plan, wishes);
      return { ...read, found, faulty, plan };
    },
    register({ plan }: RequestOf<'register'>): ResponseOf<'register'> {
      const kind = newest.files.plan === plan ? 'files' : 'again';
      const { wishes } = newest[kind];
      if (newest[kind].plan !== plan || wishes.length === 0) throw refuse('plan-gone');
      // It may have been turned off while the list stood there.
      if (!wishes.every(({ account }) => accounts.mayRegister(account))) throw refuse('registering-off');
      const underway = unsettled();
      // What was put right meanwhile, as by an import that began again in the console, is not to be registered a second time.
      const isStillWanted = ({ replaces }: NewWish) => {
        const replaced = replaces === null ? undefined : state.watches.get(replaces);
        return replaced === undefined || hasFailed(replaced);
      };
      const free = wishes.filter((wish) => !underway.has(objectOf(wish)) && isStillWanted(wish));
      checkRoomFor(free);
      newest[kind] = { plan, wishes: noWishes };
      dispatch({ kind: 'wished', wishes: free });
      return { wished: free.length };
    },
    answerWishes({ wishes, how }: RequestOf<'answerWishes'>): null {
      const answered = wishes.flatMap((id) => state.wishes.get(id) ?? []);
      if (!answered.every(({ account }) => state.accounts.has(account))) throw refuse('account-gone');
      if (how === 'send' && !answered.every(({ account }) => accounts.mayRegister(account)))
        throw refuse('registering-off');
      if (how === 'send') checkRoomFor(answered.filter((wish) => !isUnsettled(wish)));
      dispatch({ kind: 'wishes-answered', wishes, how });
      return null;
    },
    dropWishes({ wishes }: RequestOf<'dropWishes'>): null {
      dispatch({ kind: 'wishes-dropped', wishes });
      return null;
    },
  };
}

const hasFailed = ({ known }: Watch): boolean => known !== null && isFailure(known.status);

/** What is to be wished of them, and of each other file of a known source why it is left out. */
function oneOfEachObject(
  planned: readonly PlannedFile[],
  failed: readonly Watch[],
  underway: ReadonlyMap<string, unknown>,
): { readonly wishes: readonly NewWish[]; readonly files: readonly PlannedFile[] } {
  const wishes = new Map<string, NewWish>();
  const files = planned.map((file): PlannedFile => {
    const wish = wishOf(file, failed);
    if (wish === null) return file;
    const object = objectOf(wish);
    if (underway.has(object)) return { ...file, fault: 'underway' };
    if (wishes.has(object)) return { ...file, fault: 'same-key' };
    wishes.set(object, wish);
    return file;
  });
  return { wishes: [...wishes.values()], files };
}

function wishOf({ watch: id, source }: PlannedFile, failed: readonly Watch[]): NewWish | null {
  const watch = failed.find((each) => each.id === id);
  if (watch === undefined || source === null) return null;
  const { account, label, reference } = watch;
  const { workspace, projectId } = reference;
  return { id: randomUUID(), account, workspace, projectId, ...source, label, replaces: id };
}
