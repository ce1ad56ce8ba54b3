import type { Answer, WatchId } from '../../model/asset.ts';
import { goneStatus, isTerminal, outcomeOf } from '../../model/import-status.ts';
import type { Watch } from '../../model/watch.ts';
import type { Step } from '../kernel/step.ts';
import { learn, outlookOf, recordDuration } from '../learning/history.ts';
import { callBackStatus } from '../service/service.ts';
import { wasShownRunning } from './doorbell.ts';
import { doubt, formerAfter, isAnotherEnd, mayBeOfBefore } from './ends.ts';
import { endOf, type ImportsState, isLate, nextLook } from './imports.ts';

type Phase = 'unknown' | 'open' | 'ended';
type Transition = 'none' | 'ended' | 'baseline' | 'again';

/** What an answer means, by what was known before and what is said now. */
const transitions: Record<Phase, Record<Exclude<Phase, 'unknown'>, Transition>> = {
  // What has ended by the first look is a baseline, shown in the list without a banner, unless its list showed that it still ran.
  unknown: { open: 'none', ended: 'baseline' },
  open: { open: 'none', ended: 'ended' },
  // Back in progress: a new attempt, whose end is told again.
  ended: { open: 'again', ended: 'none' },
};

/** A status that nobody knows is shown, and proves neither an end nor that an ended import began again. */
const isOfKnownPhase = (status: string) => outcomeOf(status) !== 'unknown';

const phaseOf = (status: string) => (isTerminal(status) ? 'ended' : 'open');

/** Brings an answer into the watch, with all that it means: an end, a new attempt, an import that takes long. */
export function takeAnswer(state: ImportsState, id: WatchId, answer: Answer, step: Step): void {
  const watch = state.watches.get(id);
  const poll = state.polls.get(id);
  if (watch === undefined || poll === undefined) return;
  const end = endOf(watch);
  // What tells the attempt's own end once more was believed before.
  const isOwnEnd = end !== null && isTerminal(answer.status) && !isAnotherEnd(end, answer);
  if (!isOwnEnd && mayBeOfBefore(poll, answer, step.at)) return doubt(state, poll, step.at);
  const isUnknown = watch.known === null && !wasShownRunning(state, watch, answer.status);
  const from = isUnknown ? 'unknown' : end === null ? 'open' : 'ended';
  const to = phaseOf(answer.status);
  const endedOtherwise = end !== null && to === 'ended' && isAnotherEnd(end, answer);
  const usual = isOfKnownPhase(answer.status) ? transitions[from][to] : 'none';
  const transition = endedOtherwise ? 'again' : usual;
  // Its list showed a change that came after this time.
  const unchangedAt = state.shown.get(id)?.before ?? 0;
  if (from === 'open' && to === 'ended')
    recordDuration(state, watch, Math.max(poll.lastStatusAt ?? 0, unchangedAt), answer);
  state.watches.put({
    ...watch,
    ...attemptAfter(watch, transition, endedOtherwise, step.clock),
    known: watch.known !== null && !differs(watch.known, answer) ? watch.known : answer,
    shownAs: null,
    lastEnd: isOfKnownPhase(answer.status) ? null : end,
  });
  state.polls.patch(id, {
    ...{ lastStatusAt: answer.receivedAt, heardAt: step.at, problem: null, problemsInRow: 0, missing: null },
    former: formerAfter(poll, transition === 'again' ? end : null, answer, step.at),
  });
  if (transition === 'again') step.facts.push({ kind: 'began-again', watch: id });
  if (transition === 'ended' || endedOtherwise) step.facts.push({ kind: 'ended', watch: id });
  learn(state, step.clock);
  noteLateness(state, id, step);
  const now = state.watches.get(id)!;
  state.polls.patch(id, to === 'ended' ? { dueAt: null } : nextLook(state, now, step));
}

function attemptAfter(watch: Watch, transition: Transition, endsToo: boolean, clock: number): Partial<Watch> {
  switch (transition) {
    case 'none':
      return {};
    case 'baseline':
    case 'ended':
      return { endedAt: clock };
    case 'again':
      return {
        attempt: watch.attempt + 1,
        startedAt: clock,
        endedAt: endsToo ? clock : null,
        isHandled: false,
      };
  }
}

function noteLateness(state: ImportsState, id: WatchId, { facts }: Step): void {
  const watch = state.watches.get(id)!;
  const outlook = watch.toldLate ? null : outlookOf(state, watch);
  if (outlook !== null && isLate(watch, state.polls.get(id)!, outlook))
    facts.push({ kind: 'late', watch: id, usual: outlook.usual });
}

/** Only what a person can see counts; the time of a look is not written, or idle watching would wear the disk. */
function differs(one: Answer, other: Answer): boolean {
  return (
    one.status !== other.status ||
    one.text !== other.text ||
    JSON.stringify(one.metaData) !== JSON.stringify(other.metaData)
  );
}

/**
 * The service took its file: its import is in progress by that word. Where it kept the id, what was asked before would say how the attempt
 * before it ended, which was told.
 */
export function takeRegistered(state: ImportsState, id: WatchId, step: Step): void {
  callBackStatus(state, id, step);
  const { assetId } = state.watches.get(id)!.reference;
  const answer = { assetId, status: 'IN_PROGRESS', text: null, metaData: null, receivedAt: step.clock };
  takeAnswer(state, id, answer, step);
}

/** An asset that the service has no longer: the end of its attempt, which is told once. One that was never heard of has had none. */
export function takeGone(state: ImportsState, watch: Watch, step: Step): void {
  state.polls.patch(watch.id, { wantsDetails: false });
  const { assetId } = watch.reference;
  const metaData = watch.known?.metaData ?? null;
  const answer = { assetId, status: goneStatus, text: null, metaData, receivedAt: step.clock };
  takeAnswer(state, watch.id, answer, step);
}
