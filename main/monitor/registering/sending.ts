import type { AccountId } from '../../model/asset.ts';
import { buckets } from '../../model/import-status.ts';
import { problemRules, type Problem } from '../../model/problem.ts';
import { inProject, watchesIn } from '../imports/tally.ts';
import { backOff } from '../kernel/chance.ts';
import type { Reply } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { earliest } from '../kernel/time.ts';
import { restsFrom, wishKeyOf, type Account, type QuestionFor } from '../service/service.ts';
import { lose, refuse, type Errand, type RegisteringState } from './wishes.ts';

/** So many are written as sent at a time: one for each request that an account may have on the wire, far below the service's ten (10023). */
const mostAtOnce = 4;

/** So long ago at the most it has answered another: in an outage that nothing has met yet, one reply is lost and not four. */
const answeredLatelyMs = 60_000;

function atOnce({ answeredFiles }: Readable<RegisteringState>, account: AccountId, at: number): number {
  const last = answeredFiles.get(account);
  return last !== undefined && at - last.at <= answeredLatelyMs ? mostAtOnce : 1;
}

/**
 * The ids seen before are taken for the newest so long after the last page came; a list that was read earlier is read again. Not since the
 * first: a list that takes longer to be read would never be fresh, and its files never sent.
 */
const freshMs = 5 * 60_000;

/**
 * Writes those as sent that are to leave next. The request leaves in a later step, once that is on the disk: where the process dies in
 * between, the next run looks for what may have been registered, and sends nothing twice.
 */
export function announceSending(state: RegisteringState, account: Account, step: Step): void {
  if (!maySendFiles(account)) return;
  let room = atOnce(state, account.id, step.at) - leaving(state, account.id);
  for (const id of state.errandsOf.of(account.id)) {
    if (room <= 0) return;
    const errand = state.errands.get(id)!;
    const highest = freshHighest(state, errand, step.at);
    if (highest === null || !isToSend(state, errand) || errand.notBefore > step.at) continue;
    const { leftBefore = 0 } = state.wishes.get(id)!;
    const above = Math.max(highest, highestWatched(state, errand), leftBefore);
    state.wishes.patch(id, { state: { kind: 'sent', above } });
    state.errands.patch(id, { leavesAfter: state.revision.value + 1 });
    room -= 1;
  }
}

/** They leave no more in this run: the next one has nothing to look for, and sends them. What is on the wire is not known. */
export function takeBackUnsent(state: RegisteringState): void {
  for (const errand of state.errands.values()) takeBack(state, errand);
}

/** It is written as sent, and has not left. */
function takeBack({ errands, wishes }: RegisteringState, { wish, leavesAfter }: Errand): void {
  if (leavesAfter === null) return;
  wishes.patch(wish, { state: { kind: 'waiting' } });
  errands.patch(wish, { leavesAfter: null });
}

/** A key that has not worked yet is tried by a question that changes nothing, and so is an account in trouble. */
export const maySendFiles = ({ key, hasWorked, slowdown }: Account): boolean =>
  key === 'ready' && hasWorked && slowdown === null;

/** The next that may leave; null where none is on the disk as sent. */
export function nextToSend(
  state: Readable<RegisteringState>,
  account: AccountId,
): QuestionFor<'registration'> | null {
  for (const id of state.errandsOf.of(account)) {
    const { leavesAfter } = state.errands.get(id)!;
    if (leavesAfter === null || leavesAfter > state.savedRevision.value) continue;
    const { workspace, projectId, bucket, key } = state.wishes.get(id)!;
    return { for: 'registration', wish: id, registration: { workspace, projectId, bucket, key } };
  }
  return null;
}

/** When the next is to be written as sent, or may leave (steady ms, 0 for at once); null where something else must happen before. */
export function sendTime(state: Readable<RegisteringState>, account: AccountId, at: number): number | null {
  if (nextToSend(state, account) !== null) return 0;
  if (leaving(state, account) >= atOnce(state, account, at)) return null;
  return earliest(
    [...state.errandsOf.of(account)].map((id) => {
      const errand = state.errands.get(id)!;
      return isToSend(state, errand) && freshHighest(state, errand, at) !== null ? errand.notBefore : null;
    }),
  );
}

/** Its list was read through lately, so that what is registered now can be told from what was there before. */
export function freshHighest(
  { surveys }: Readable<RegisteringState>,
  { project }: Errand,
  at: number,
): number | null {
  const highest = surveys.get(project)?.highest ?? null;
  return highest !== null && at - highest.readAt <= freshMs ? highest.id : null;
}

/**
 * The highest id that the service has answered of this project's imports. Its list may hide what still runs: shown only after a reply was
 * lost, an import of the same object would be taken for the new one, whose end would be told to nobody.
 */
function highestWatched(state: Readable<RegisteringState>, { project }: Errand): number {
  let highest = 0;
  for (const bucket of buckets)
    for (const id of watchesIn(state, inProject(project), bucket)) {
      const { known, reference } = state.watches.get(id)!;
      if (known !== null) highest = Math.max(highest, reference.assetId);
    }
  return highest;
}

export const isToSend = ({ wishes }: Readable<RegisteringState>, { wish }: Errand): boolean =>
  wishes.get(wish)?.state.kind === 'waiting';

/** Written as sent and not yet on the wire, or on it. */
function leaving({ errandsOf, errands, onTheWire }: Readable<RegisteringState>, account: AccountId): number {
  let count = 0;
  for (const id of errandsOf.of(account))
    if (errands.get(id)!.leavesAfter !== null || onTheWire.has(wishKeyOf(id))) count += 1;
  return count;
}

/** How soon the next is tried, at first and at the longest. Each that is lost may be one that the person is asked about. */
const afterRefusal = { firstMs: 5_000, longestMs: 5 * 60_000 };
const afterLoss = { firstMs: 30_000, longestMs: 15 * 60_000 };

/** What did not lead to an asset. Only where it surely was not registered it may be sent again. */
export function sendingFailed(
  state: RegisteringState,
  id: string,
  { problem, untaken }: Extract<Reply, { kind: 'problem' }>,
  at: number,
): void {
  const errand = state.errands.get(id);
  if (errand === undefined) return;
  const isLost = untaken !== true;
  const { firstMs, longestMs } = isLost ? afterLoss : afterRefusal;
  const tries = errand.tries + 1;
  const restMs = backOff(firstMs, tries, longestMs);
  if (isLost || isOfAll(problem)) holdWaiting(state, errand.account, tries, restsFrom(problem, at) + restMs);
  else state.answeredFiles.put({ account: errand.account, at });
  if (isLost) return lose(state, id, at);
  if (isForGood(problem)) return refuse(state, id, problem);
  state.wishes.patch(id, { state: { kind: 'waiting' } });
  state.errands.patch(id, { tries, notBefore: at + restMs });
}

/**
 * What waits, or is about to leave, is not sent into the same trouble one by one: each would slow the account down anew, so that no import was
 * asked for, or get lost in an outage of what registers alone, or in a proxy that lets nothing through but what reads.
 */
function holdWaiting(state: RegisteringState, account: AccountId, tries: number, notBefore: number): void {
  state.answeredFiles.remove(account);
  for (const id of state.errandsOf.of(account)) {
    const errand = state.errands.get(id)!;
    takeBack(state, errand);
    if (isToSend(state, errand) && errand.notBefore < notBefore)
      state.errands.patch(id, { tries: Math.max(errand.tries, tries), notBefore });
  }
}

/** One was taken: those that waited because of others need not any more. */
export function sendingWorked(state: RegisteringState, account: AccountId, at: number): void {
  state.answeredFiles.put({ account, at });
  releaseWaiting(state, account);
}

/** So it is where there is another key. */
export function releaseWaiting(state: RegisteringState, account: AccountId): void {
  for (const id of state.errandsOf.of(account)) {
    const errand = state.errands.get(id)!;
    if (isToSend(state, errand) && errand.tries > 0) state.errands.patch(id, { tries: 0, notBefore: 0 });
  }
}

/** The service registers ten at a time (API overview, response status codes): one more is refused until another is through. */
const tooMany = '10023';

const isOfAll = (problem: Problem): boolean =>
  problemRules[problem.kind].scope === 'account' && !isForGood(problem);

function isForGood({ kind, code }: Problem): boolean {
  if (kind === 'refused') return code !== tooMany;
  return kind === 'permission' || kind === 'not-found';
}
