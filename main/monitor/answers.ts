import { isAnotherEnd } from './another-end.ts';
import { schedule } from './asking.ts';
import type { Answer } from './asset.ts';
import { endDisturbance } from './disturbances.ts';
import { joinRound } from './groups/membership.ts';
import { memberEnded } from './groups/settling.ts';
import { goneStatus, isTerminal } from './import-status.ts';
import { noteRunning, recordDuration } from './learning/history.ts';
import { tellIfLate } from './learning/lateness.ts';
import { touchWatch, type Moment } from './moment.ts';
import { stopAwaiting } from './gathering.ts';
import { recordNotice } from './notices.ts';
import { nextAskAt } from './schedule.ts';
import type { Account, Asking, State, Watch, WatchAsking } from './state.ts';
import { rememberBefore } from './own-fault.ts';
import { recount } from './tally.ts';
import { setTrouble } from './trouble.ts';

type Phase = 'unknown' | 'open' | 'ended';

/** What an answer means, by what was known before and what is said now. */
const transitions: Record<
  Phase,
  Record<Exclude<Phase, 'unknown'>, 'none' | 'ended' | 'baseline' | 'again'>
> = {
  // The first look at an asset that has already ended is a baseline: shown in the list, no banner.
  unknown: { open: 'none', ended: 'baseline' },
  open: { open: 'none', ended: 'ended' },
  // Back in progress: a new attempt, whose end is told again.
  ended: { open: 'again', ended: 'none' },
};

/** A status that nobody knows is shown, and proves neither an end nor that an ended import began again. */
const isOfKnownPhase = (status: string) => status === 'IN_PROGRESS' || isTerminal(status);

export function watchAnswered(state: State, asking: WatchAsking, answer: Answer, moment: Moment): void {
  const watch = state.watches.get(asking.watch);
  if (watch === undefined) return;
  accountAnswered(state, asking, moment);
  takeAnswer(state, watch, answer, moment);
  moment.changedWatches.add(watch.id);
  stopAwaiting(state, watch.id);
}

/** An answer of the service ends the account's slowdown. Nothing is asked while it is stopped, so no answer can end that. */
export function accountAnswered(state: State, asking: Asking, moment: Moment): void {
  const account = state.accounts.get(asking.account);
  if (account === undefined) return;
  account.answeredAt = moment.at;
  endDisturbance(account, asking);
  // Not by an answer to what left before the key was refused: nothing was mended by it.
  if (account.stopped === null) account.said = null;
  if (!isOlderThanTrouble(account, asking)) {
    setTrouble(state, account, { stopped: account.stopped, slowdown: null }, moment);
  }
}

/** A request that left before the trouble began says nothing about it: its answer must not cut `Retry-After` short. */
function isOlderThanTrouble(account: Account, asking: Asking): boolean {
  return account.slowdown !== null && asking.since <= account.slowdown.since;
}

/** Brings an answer into the watch, with all that it means: an end is told, a new attempt begins. */
export function takeAnswer(state: State, watch: Watch, answer: Answer, moment: Moment): void {
  const before = watch.known;
  const end = endOf(watch);
  const from = before === null ? 'unknown' : end === null ? 'open' : 'ended';
  const to = phaseOf(answer.status);
  const endedOtherwise = end !== null && to === 'ended' && isAnotherEnd(end, answer);
  const followed = isOfKnownPhase(answer.status) ? transitions[from][to] : 'none';
  const transition = endedOtherwise ? 'again' : followed;
  if (before === null || differs(before, answer)) touchWatch(moment, watch.id);
  if (transition !== 'none') rememberBefore(state, watch, moment);
  watch.known = answer;
  keepEnd(watch, end);
  watch.problem = null;
  watch.problemsInRow = 0;
  watch.missing = null;
  apply(state, watch, transition, moment);
  if (endedOtherwise) apply(state, watch, 'ended', moment);
  if (before !== null && from === 'open' && to === 'ended' && answer.status !== goneStatus)
    recordDuration(state, watch, before, answer, moment);
  recount(state, watch);
  noteRunning(state, watch);
  tellIfLate(state, watch, moment);
  schedule(state, watch, to === 'ended' ? null : nextAskAt(state, watch, moment.at));
}

/** The end of this attempt, also where a status that nobody knows came after it. */
function endOf({ known, lastEnd }: Watch): Answer | null {
  return known !== null && isTerminal(known.status) ? known : (lastEnd ?? null);
}

function keepEnd(watch: Watch, end: Answer | null): void {
  const { status } = watch.known!;
  if (end !== null && !isOfKnownPhase(status)) watch.lastEnd = end;
  else delete watch.lastEnd;
}

function apply(
  state: State,
  watch: Watch,
  transition: (typeof transitions)[Phase]['ended'],
  moment: Moment,
): void {
  switch (transition) {
    case 'none':
      return;
    case 'baseline':
      watch.endedAt = moment.at;
      return;
    case 'again':
      watch.attempt += 1;
      watch.startedAt = moment.at;
      watch.endedAt = null;
      joinRound(state, watch, moment);
      return;
    case 'ended':
      watch.endedAt = moment.at;
      memberEnded(state, watch, recordNotice(state, watch, moment), moment);
  }
}

const phaseOf = (status: string): 'open' | 'ended' => (isTerminal(status) ? 'ended' : 'open');

/** Only what a person can see counts; the time of a look is not written, or idle watching would wear the disk. */
function differs(one: Answer, other: Answer): boolean {
  return (
    one.status !== other.status ||
    one.text !== other.text ||
    JSON.stringify(one.metaData) !== JSON.stringify(other.metaData)
  );
}
