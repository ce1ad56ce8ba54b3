import { watchIdOf, type AccountId, type AssetDetails, type WatchId } from '../../model/asset.ts';
import type { FollowId } from '../../model/follow.ts';
import type { GroupId } from '../../model/group.ts';
import { buckets } from '../../model/import-status.ts';
import type { Mute } from '../../model/mute.ts';
import { problemRules, type Problem } from '../../model/problem.ts';
import { isOpen, type NewWatch, type Watch } from '../../model/watch.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { longestWaitMs } from '../learning/next-look.ts';
import { spacing } from '../machine/machine.ts';
import { askAccountAgain, isOfNetwork } from '../service/accounts.ts';
import { callBack, callBackStatus, restsFrom, statusKeyOf, type QuestionFor } from '../service/service.ts';
import {
  askAgainAt,
  firstTurn,
  type ImportsState,
  newPoll,
  type Poll,
  roomInList,
  urgent,
  watchesOf,
} from './imports.ts';
import { bucketOf, inProject, watchesIn } from './tally.ts';

/**
 * Adds what is not watched yet and has room, which whoever asks looks at before; each new watch is asked for at once. So is what was lost
 * where it was added before: a typo in the project that is put right would else be asked for at the wrong place for ever.
 */
export function added(state: ImportsState, { watches, group }: EventOf<'added'>, step: Step): void {
  const isNew = (entry: NewWatch) => !isWatched(state, entry);
  if (group !== undefined && watches.some(isNew)) step.facts.push({ kind: 'group-wanted', group });
  for (const entry of watches) {
    // The same asset may stand twice in one event.
    if (!isNew(entry)) continue;
    const watch = newWatch(entry, step.clock, group?.id ?? null);
    const lost = state.watches.get(watch.id);
    if (lost !== undefined) takeUpAgain(state, lost, watch, step);
    else if (roomInList(state) > 0) enter(state, watch, step);
  }
}

/** Whether it is watched already. What is lost is so only where it is looked for: of another place the person knows better. */
export function isWatched(
  state: Readable<ImportsState>,
  { account, reference }: Pick<NewWatch, 'account' | 'reference'>,
): boolean {
  const watch = state.watches.get(watchIdOf(account, reference));
  if (watch === undefined || !isLost(state, watch)) return watch !== undefined;
  return isOpen(watch) && watch.reference.projectId === reference.projectId;
}

/** Whether the service does not find it where it is looked for, be it that nothing has shown it there yet, or that it counts as gone. */
export function isLost({ polls, shown }: Readable<ImportsState>, watch: Watch): boolean {
  if (!isOpen(watch)) return bucketOf(watch) === 'gone';
  const kind = polls.get(watch.id)!.problem?.kind;
  const isUnseen = watch.known === null && !shown.has(watch.id);
  return isUnseen || kind === 'not-found' || kind === 'refused';
}

/** One that is in progress keeps what is known of it, so that its end is told. Of one that counted as gone a new attempt begins. */
function takeUpAgain(state: ImportsState, lost: Watch, entry: Watch, step: Step): void {
  callBack(state, ({ question }) => 'watch' in question && question.watch === lost.id, step);
  const { label, fileName, size, group, mute } = lost;
  const staysIn = group !== null && (entry.group ?? group).id === group.id;
  const ownGroup = isOpen(lost) || !staysIn ? (entry.group ?? group) : { since: lost.attempt, ...group };
  const mine = { group: ownGroup, label: entry.label ?? label };
  const ofFile = { fileName: entry.fileName ?? fileName, size: entry.size ?? size };
  const again = isOpen(lost)
    ? { ...lost, reference: entry.reference, shownAs: null }
    : { ...lost, ...entry, addedAt: lost.addedAt, attempt: lost.attempt + 1, mute };
  // When it was last heard of is more recent than what is stored of it.
  const heardOf = isOpen(lost)
    ? { ...state.polls.get(lost.id)!, problem: null, problemsInRow: 0 }
    : undefined;
  enter(state, { ...again, ...mine, ...ofFile }, step, heardOf);
}

/** Takes a watch into the list, newly or as it was, and has it asked for at once where it is in progress. */
export function enter(state: ImportsState, watch: Watch, step: Step, before?: Poll): void {
  // A followed project may be asking for it as a newcomer: it would else be asked for twice at a time.
  callBackStatus(state, watch.id, step);
  const poll = newPoll(state, watch, isOpen(watch) ? step.at : null);
  const { lastStatusAt, heardAt, problem, problemsInRow, former } = before ?? poll;
  state.watches.put(watch);
  const heardOf = { lastStatusAt, heardAt, problem, problemsInRow, former };
  state.polls.put({ ...poll, hereSince: step.at, ...heardOf });
  step.facts.push({ kind: 'entered', watch: watch.id });
}

export function newWatch(entry: NewWatch, clock: number, group: GroupId | null): Watch {
  return {
    id: watchIdOf(entry.account, entry.reference),
    account: entry.account,
    reference: entry.reference,
    label: entry.label,
    fileName: entry.fileName,
    size: entry.size ?? null,
    // The round is set as it enters.
    group: group === null ? null : { id: group, round: 1 },
    addedAt: clock,
    attempt: 1,
    known: null,
    shownAs: null,
    lastEnd: null,
    toldLate: false,
    isAgeDoubtful: false,
    startedAt: clock,
    endedAt: null,
    isHandled: false,
    mute: null,
  };
}

export function removed(state: ImportsState, { watches }: EventOf<'removed'>, step: Step): void {
  const leaving = new Set(watches);
  callBack(state, ({ question }) => 'watch' in question && leaving.has(question.watch), step);
  for (const id of leaving) {
    const watch = state.watches.get(id);
    if (watch === undefined) continue;
    state.watches.remove(id);
    state.polls.remove(id);
    state.shown.remove(id);
    step.facts.push({ kind: 'left', watch });
  }
}

/** The imports that stand in the project are muted as that was, where they are not muted themselves. */
export function muteInPlace(state: ImportsState, project: FollowId, mute: Mute): void {
  for (const bucket of buckets)
    for (const id of [...watchesIn(state, inProject(project), bucket)])
      if (state.watches.get(id)!.mute === null) state.watches.patch(id, { mute });
}

/** The person says which failures are seen to; an import that did not fail is not one of them. */
export function handled({ watches }: ImportsState, event: EventOf<'handled'>): void {
  for (const id of event.watches) {
    const watch = watches.get(id);
    if (watch !== undefined && bucketOf(watch) === 'failed')
      watches.patch(id, { isHandled: event.isHandled });
  }
}

/** The person wants to know now. `all` means all in progress; a named watch is asked even when it has ended. */
export function checkNow(state: ImportsState, { watches: wanted }: EventOf<'check-now'>, { at }: Step): void {
  const accounts = new Set<AccountId>();
  for (const id of wanted === 'all' ? state.watches.keys() : wanted) {
    const watch = state.watches.get(id);
    if (watch === undefined || isAsked(state, id) || (wanted === 'all' && !isOpen(watch))) continue;
    state.polls.patch(id, { dueAt: at, turnAt: firstTurn(state, watch, 0) });
    accounts.add(watch.account);
  }
  for (const account of accounts) askAccountAgain(state, account, at);
}

export const isAsked = ({ onTheWire }: Pick<ImportsState, 'onTheWire'>, id: WatchId): boolean =>
  onTheWire.has(statusKeyOf(id));

/** The asset's details came: its file name, and the project where it stands now, since assets can be moved. */
export function takeDetails(state: ImportsState, id: WatchId, details: AssetDetails, step: Step): void {
  const { fileName, projectId, metaData } = details;
  const watch = state.watches.get(id);
  if (watch === undefined) return;
  state.watches.patch(id, { fileName: fileName ?? watch.fileName, size: metaData?.size ?? watch.size });
  state.polls.patch(id, { missing: null });
  if (projectId !== null) moveTo(state, id, projectId, step);
}

/** The asset stands in another project of its workspace now. It keeps its id and its watch, and is asked for there. */
export function moveTo(state: ImportsState, id: WatchId, projectId: number, step: Step): void {
  const watch = state.watches.get(id);
  if (watch === undefined || watch.reference.projectId === projectId) return;
  // What is on the wire asks at the old place, and could only say that nothing is there.
  const called = callBack(state, ({ question }) => 'watch' in question && question.watch === id, step);
  for (const { question } of called) if ('watch' in question) askAgain(state, question, step.at);
  // That another project's list does not show it says nothing of it.
  state.watches.patch(id, { reference: { ...watch.reference, projectId }, shownAs: null });
  state.polls.patch(id, { missing: null, hereSince: step.at, ...(isOpen(watch) && urgent(step.at)) });
}

/**
 * Makes what a lost request asked due again at this steady time. The details of what is not found are asked for again by the next status that
 * is not found: else whoever meets trouble with the details alone would ask for nothing else any more.
 */
export function askAgain(
  { polls }: ImportsState,
  question: QuestionFor<'status' | 'details'>,
  dueAt: number,
): void {
  if (question.for === 'status') polls.patch(question.watch, { dueAt });
  else if (polls.get(question.watch)?.missing === null) polls.patch(question.watch, { wantsDetails: true });
}

/**
 * The trouble of a watch alone. A name is a nicety: the id is shown in its place, and the name is asked for again at the next start.
 * A look at an import that has ended was the person's wish, and is not repeated.
 */
export function metTrouble(
  state: ImportsState,
  question: QuestionFor<'status' | 'details'>,
  problem: Problem | null,
  step: Step,
): void {
  const watch = state.watches.get(question.watch);
  const poll = state.polls.get(question.watch);
  if (watch === undefined || poll === undefined) return;
  if (question.for === 'status') {
    const problemsInRow = poll.problemsInRow + 1;
    const rest = { at: restsFrom(problem, step.at) };
    const dueAt = isOpen(watch) ? askAgainAt(state, problemsInRow, rest) : null;
    // Thousands of wrong ids would else come to their turn before what is in progress, as first looks do.
    const turnAt = (dueAt ?? 0) + longestWaitMs;
    state.polls.patch(watch.id, { ...(problem !== null && { problem }), problemsInRow, dueAt, turnAt });
    if (problem !== null) step.facts.push({ kind: 'heard', watch: watch.id });
  }
  if (problem !== null && isOpen(watch))
    step.facts.push({ kind: 'not-found', watch: watch.id, what: question.for, problem });
}

/** The account can be asked, newly or again: what is in progress is due at once where it is not planned. */
export function planAccount(state: ImportsState, account: AccountId, { at }: Step): void {
  let newest = state.accounts.get(account)?.answeredAt ?? 0;
  for (const watch of watchesOf(state, account)) {
    const poll = state.polls.get(watch.id)!;
    // So that a start in an outage can tell how old is what the list shows.
    newest = Math.max(newest, poll.lastStatusAt ?? 0);
    const isUnplanned = isOpen(watch) && !isAsked(state, watch.id) && poll.dueAt === null;
    state.polls.patch(watch.id, {
      wantsDetails: watch.fileName === null,
      ...(isUnplanned && { dueAt: at, turnAt: firstTurn(state, watch, at) }),
    });
  }
  if (newest > 0) state.accounts.patch(account, { answeredAt: newest });
}

/** Looks are spaced twice as far from the next one on; where that is over, what is left of a wait is halved. */
export function scarce(state: ImportsState, event: EventOf<'scarce'>, { at }: Step): void {
  const before = spacing(state);
  state.scarce.set(event.scarce);
  if (spacing(state) >= before) return;
  for (const { watch, dueAt, problemsInRow } of state.polls.values())
    if (dueAt !== null && dueAt > at && problemsInRow === 0)
      state.polls.patch(watch, { dueAt: at + (dueAt - at) / before });
}

/** An outage in which everything came to nothing is over: whoever rested because of it is asked at once. */
export function endOutage(state: ImportsState, account: AccountId, step: Step): void {
  const isOfOutage = (poll: Poll, { kind }: Problem) =>
    poll.account === account && problemRules[kind].scope === 'watch';
  endRests(state, isOfOutage, step);
}

/** Whatever rested for the network's sake is asked at once: it may be another one. */
export function leaveNetwork(state: ImportsState, step: Step): void {
  endRests(state, (_poll, { kind }) => isOfNetwork(kind), step);
}

/** What another key of the account was refused says nothing of this one. */
export function endRestsOf(state: ImportsState, account: AccountId, step: Step): void {
  endRests(state, (poll) => poll.account === account, step);
}

function endRests(
  state: ImportsState,
  isOver: (poll: Poll, problem: Problem) => boolean,
  { at }: Step,
): void {
  for (const poll of state.polls.values()) {
    const { watch: id, problem } = poll;
    if (problem === null || !isOver(poll, problem)) continue;
    if (isOpen(state.watches.get(id)!) && !isAsked(state, id))
      state.polls.patch(id, { problemsInRow: 0, dueAt: at });
  }
}

/**
 * Time in which nobody could look, as in a sleep, a pause or an outage, is no time in which an asset was looked for in vain. What was before
 * it counts on: a laptop never runs for as long as it takes where nothing else is answered. `of`: of this account alone.
 */
export function restartSearches({ polls }: ImportsState, { at }: Step, of?: AccountId): void {
  for (const { watch, account, missing } of polls.values())
    if (missing !== null && (of === undefined || of === account))
      polls.patch(watch, { missing: { ...missing, countedTo: at } });
}

/**
 * The clock was set, or seems to have been: how long what is in progress has taken cannot be told from it any more, so that nothing
 * is called late by it and nothing is learned from it.
 */
export function doubtAges({ watches }: ImportsState): void {
  for (const watch of watches.values()) if (isOpen(watch)) watches.patch(watch.id, { isAgeDoubtful: true });
}
