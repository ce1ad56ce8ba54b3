import { abortRequests, isOpen, schedule } from './asking.ts';
import type { Effect } from './effect.ts';
import { gather } from './gathering.ts';
import { groupOf } from './groups/counting.ts';
import { keepBooksAnew } from './ledger.ts';
import { noteRunning } from './learning/history.ts';
import { createMoment, touchNotice, type Moment } from './moment.ts';
import type { State, Watch } from './state.ts';
import { emptyTally, recount } from './tally.ts';

/** A fault that comes again with each answer must not make a storm of requests. */
const restMs = 10_000;

/** What a moment that broke off had decided and nothing would decide again. Its questions are asked anew. */
const lasting: ReadonlySet<Effect['kind']> = new Set(['show', 'save', 'abort', 'tell-problem']);

/**
 * Begins the moment of an event. Where the one before broke off in the middle, by a fault of our own, this one takes it up: what
 * it changed is written with what changes now, and whatever it left half done is put right first.
 */
export function beginMoment(state: State, at: number): Moment {
  const broken = state.unfinished;
  const begun = createMoment(at);
  if (broken === null) return (state.unfinished = begun);
  const moment = { ...begun, ...broken, at, effects: broken.effects.filter(({ kind }) => lasting.has(kind)) };
  state.unfinished = moment;
  unlearn(state, moment);
  takeBackRequests(state, moment);
  countAnew(state);
  keepBooksAnew(state);
  gatherWhatIsLost(state, moment);
  state.machine.askFrom = Math.max(state.machine.askFrom, at + restMs);
  state.wakeAt = null;
  return moment;
}

/** To be called before anything is learned of a watch that is to be told, or begins what will be. */
export function rememberBefore(state: State, watch: Watch, moment: Moment): void {
  if (!moment.watchesBefore.has(watch.id)) moment.watchesBefore.set(watch.id, { ...watch });
  const group = groupOf(state, watch);
  if (group !== null && !moment.roundsBefore.has(group.id))
    moment.roundsBefore.set(group.id, { ...group.round, counts: emptyTally(), failed: new Set() });
}

/**
 * An end that is known and not in the ledger would never be told. So what the broken moment learned is forgotten, and asked for
 * again. What did come into the ledger stays there, and its key keeps it from being told twice.
 */
function unlearn(state: State, moment: Moment): void {
  for (const [id, round] of moment.roundsBefore) {
    const group = state.groups.get(id);
    if (group !== undefined) Object.assign(group, { round, newlyFailed: null });
  }
  for (const [id, before] of moment.watchesBefore) {
    const watch = state.watches.get(id);
    if (watch !== undefined) Object.assign(watch, before, { dueAt: moment.at });
    moment.changedWatches.add(id);
  }
  moment.roundsBefore.clear();
  moment.watchesBefore.clear();
}

/** Requests that perhaps never left, and watches that fell out of the queue. */
function takeBackRequests(state: State, moment: Moment): void {
  for (const account of state.accounts.values()) account.due.clear();
  abortRequests(state, moment, () => true);
  for (const account of state.accounts.values()) account.inFlight = 0;
  for (const watch of state.watches.values()) {
    watch.inFlight = null;
    schedule(state, watch, watch.dueAt ?? (isOpen(watch) ? moment.at : null));
  }
  for (const { look, newcomers } of state.follows.values()) {
    if (look !== null) look.inFlight = false;
    for (const newcomer of newcomers.values()) newcomer.inFlight = false;
  }
}

/** All that is counted as it changes, from what is there. */
function countAnew(state: State): void {
  Object.assign(state.tally, emptyTally());
  state.importingOf.clear();
  for (const { counts, members, round } of state.groups.values()) {
    for (const each of [counts, round.counts]) Object.assign(each, emptyTally());
    for (const each of [members, round.failed]) each.clear();
  }
  for (const { open } of state.follows.values()) open.clear();
  state.history.running.clear();
  for (const watch of state.watches.values()) {
    groupOf(state, watch)?.members.add(watch.id);
    watch.counted = null;
    recount(state, watch);
    noteRunning(state, watch);
  }
}

/** Notices that are still to be told and wait in no banner. None was handed over: that is noted first. */
function gatherWhatIsLost(state: State, moment: Moment): void {
  const { banners, gathering, notices, settled } = state;
  const waiting = new Set(gathering?.notices);
  for (const banner of banners.values()) for (const key of banner.notices) waiting.add(key);
  for (const key of notices.keys()) {
    if (settled.has(key) || waiting.has(key)) continue;
    gather(state, key, moment.at);
    touchNotice(moment, key);
  }
}
