import { isOpen } from '../model/watch.ts';
import { decideReading } from './following/doorbell.ts';
import { noLongerNew, noteLeft, placeOf } from './following/follows.ts';
import { readAgain } from './following/looks.ts';
import { noteNotFound } from './following/missing.ts';
import { makeGroup, memberBeganAgain, memberEntered } from './groups/groups.ts';
import { importEnded, importFoundEnded, importLate } from './groups/own-notice.ts';
import { stopResting } from './hooks/delivering.ts';
import type { Poll } from './imports/imports.ts';
import { noteTakenOut } from './imports/taken-out.ts';
import { leaveNetwork, restartSearches } from './imports/watchlist.ts';
import type { Fact, Step } from './kernel/step.ts';
import { callBackAndAskAgain } from './replies.ts';
import { canBeAsked, forgetNetworkTroubles } from './service/accounts.ts';
import { awaitedOf, type State } from './state.ts';
import { beginDigest, giveUpAwaiting, stopAwaiting } from './telling/gathering.ts';
import { noteLeftMeanwhile } from './undo.ts';

type Listeners = {
  readonly [Kind in Fact['kind']]: (state: State, fact: Extract<Fact, { kind: Kind }>, step: Step) => void;
};

/** Who wants to know which fact. The room that found it out does not know what is made of it. */
const listeners: Listeners = {
  // A registration is heard out: what was called back is not undone by that, and nobody would know what came of it.
  silenced: (state, _fact, step) =>
    callBackAndAskAgain(state, ({ question }) => question.for !== 'registration', step),
  woke(state, { away }, step) {
    forgetNetworkTroubles(state);
    leaveNetwork(state, step);
    readAgain(state);
    stopResting(state);
    restartSearches(state, step);
    if (away) expectDigest(state, step);
  },
  unpaused(state, _fact, step) {
    restartSearches(state, step);
    expectDigest(state, step);
  },
  'account-recovered': (state, { account }, step) => restartSearches(state, step, account),
  'account-silent': (state, { account }) => giveUpAwaiting(state, awaitedOf(state, account)),
  'group-wanted': (state, { group }, step) => makeGroup(state, group, step),
  entered(state, { watch }, step) {
    state.takenOut.remove(watch);
    memberEntered(state, watch);
    noLongerNew(state, state.watches.get(watch)!);
    decideReading(state, placeOf(state.watches.get(watch)!), step);
  },
  grouped: (state, { watch }) => memberEntered(state, watch),
  left(state, { watch }, step) {
    decideReading(state, placeOf(watch), step);
    noteTakenOut(state, watch, step);
    noteLeft(state, watch);
    noteLeftMeanwhile(state, watch);
    stopAwaiting(state, watch.id, step.at);
  },
  'began-again': (state, { watch }) => memberBeganAgain(state, watch),
  ended: (state, { watch }, step) => importEnded(state, watch, step),
  'found-ended': (state, { watch }, step) => importFoundEnded(state, watch, step),
  late: (state, { watch, usual }, step) => importLate(state, watch, usual, step),
  'not-found': (state, { watch, what, problem }, step) => noteNotFound(state, watch, what, problem, step),
  heard(state, { watch }, step) {
    stopAwaiting(state, watch, step.at);
    decideReading(state, placeOf(state.watches.get(watch)!), step);
  },
};

/** Passes on every fact of the step, including those that listeners add. */
export function listen(state: State, step: Step): void {
  // By index, because the list grows while it is read.
  for (let index = 0; index < step.facts.length; index += 1) tell(state, step.facts[index]!, step);
}

function tell<Kind extends Fact['kind']>(
  state: State,
  fact: Extract<Fact, { kind: Kind }>,
  step: Step,
): void {
  const listener = listeners[fact.kind] as Listeners[Kind];
  listener(state, fact, step);
}

/** Whatever is due by now may have ended unseen. */
function expectDigest(state: State, { at }: Step): void {
  const isDue = ({ watch, account, dueAt }: Poll) =>
    (dueAt ?? 0) <= at && canBeAsked(state.accounts.get(account)) && isOpen(state.watches.get(watch)!);
  const due = [...state.polls.values()].filter(isDue).map(({ watch }) => watch);
  if (due.length > 0) beginDigest(state, due, at);
}
