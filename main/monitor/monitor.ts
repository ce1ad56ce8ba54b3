import type { AccountId } from '../model/asset.ts';
import type { Membership } from '../model/group.ts';
import { isAboutFiles, noticeKeyOf, type Notice } from '../model/notice.ts';
import type { Watch } from '../model/watch.ts';
import { groupsOfFollows } from './following/newcomers.ts';
import { overtakenAs } from './groups/own-notice.ts';
import { settleGroups } from './groups/settling.ts';
import { deliver, nextDeliveryTime } from './hooks/delivering.ts';
import { handOn, hears } from './hooks/handing-on.ts';
import { endUndoing, nextEndOfUndoing } from './imports/taken-out.ts';
import { nextTidyTime, tidy } from './imports/tidying.ts';
import { doubtAges } from './imports/watchlist.ts';
import type { Effect, EffectOf } from './kernel/effects.ts';
import type { MonitorEvent } from './kernel/events.ts';
import { saveChanges } from './kernel/saving.ts';
import type { Step } from './kernel/step.ts';
import { clockAt, earliest, takeTime } from './kernel/time.ts';
import { handle } from './handlers.ts';
import { holdProblems } from './held-problems.ts';
import { listen } from './listeners.ts';
import {
  doubtSuspension,
  endPause,
  hasSlept,
  isReachable,
  longestRequestMs,
  pauseEnd,
  wakeUp,
} from './machine/machine.ts';
import {
  endMutes,
  hasLeft,
  haveMutesChanged,
  isAboutMuted,
  keepLengths,
  nextMuteTime,
  watchesOfChangedMutes,
} from './muting/mutes.ts';
import { keepOut } from './registering/kept-out.ts';
import { settledAs, tellOfFiles } from './registering/telling-of-files.ts';
import { forgetOldest } from './registering/wishes.ts';
import { callBackAndAskAgain } from './replies.ts';
import { canBeAsked } from './service/accounts.ts';
import { oldestRequest, troubleOf, type Account } from './service/service.ts';
import type { State } from './state.ts';
import { closeBanners, handOver, makeBanner, nextBannerTime, takeUpBanners } from './telling/banners.ts';
import { gatherNews } from './telling/gathering.ts';
import { holdBack, nextQuietTime } from './telling/quiet.ts';
import { recordTimelines } from './timelines/recording.ts';
import { askWhatIsDue, nextAskTime } from './turns.ts';
import { doubtRemovedAges, foundByEvent, keepRemovedLengths, rememberRemoval } from './undo.ts';

/**
 * The monitor: takes one event into the state, and says what to do next. Deterministic: no clock, no chance and no input of its own,
 * so that any course of events can be replayed. A step is a transaction: where it throws, by a fault of our own, the state is as it was
 * before.
 */
export function advance(state: State, event: MonitorEvent): readonly Effect[] {
  try {
    const effects = takeStep(state, event);
    state.store.commit();
    return effects;
  } catch (error) {
    state.store.rollBack();
    throw error;
  }
}

function takeStep(state: State, event: MonitorEvent): readonly Effect[] {
  const { at, setBack } = takeTime(state, event);
  const step: Step = { at, clock: event.at, effects: [], facts: [] };
  const slept = hasSlept(state, oldestRequest(state), step);
  // Before the event, which may be the very answer by which an import would be called late.
  const isClockDoubtful = slept || setBack >= doubtfulMs;
  if (isClockDoubtful) {
    doubtAges(state);
    doubtRemovedAges(state);
  }
  keepLengths(state, setBack, step);
  keepRemovedLengths(state, setBack, step);
  doubtSuspension(state, event.kind, step);
  if (!state.hasBegun.value) takeUpBanners(state, state.receipts);
  const found = foundByEvent(state);
  handle(state, event, step);
  if (slept) wokeUnannounced(state, step);
  endPause(state, step);
  tidy(state, isClockDoubtful || !state.hasBegun.value, (watch) => isToBeTold(state, watch), step);
  listen(state, step);
  askWhatIsDue(state, step);
  endUndoing(state, step);
  const { touched, over } = settleGroups(state, groupsOfFollows(state), step);
  keepOut(state);
  tellOfFiles(state, step);
  forgetOldest(state);
  endMutes(state, step);
  keepQuiet(state, step);
  holdProblems(state, step);
  gatherNews(state, step);
  makeBanner(state, canAsk(state), step);
  handOn(state, over, step);
  recordTimelines(state, step);
  rememberRemoval(state, event, found);
  saveChanges(state, step);
  handOver(state, step);
  deliver(state, step);
  setAlarm(state, step);
  state.hasBegun.set(true);
  return [...step.effects, changesOf(state, [...touched, ...state.groups.changes().keys()])];
}

/** By itself, or with its group, which goes with the last of its members. */
const isToBeTold = (state: State, watch: Watch): boolean =>
  state.notices.get(noticeKeyOf(watch))?.fate.kind === 'postponed' ||
  (watch.group !== null &&
    (isCountedAtEnd(state, watch.group) || state.inbox.of(`postponed of ${watch.group.id}`).size > 0));

/** Its round is still to be told of, or handed on, as a whole. That of a followed project, which is not, may never be over. */
function isCountedAtEnd({ groups, hooks }: State, { id, round }: Membership): boolean {
  const group = groups.get(id)!;
  const isTold =
    group.tell.allDone || [...hooks.values()].some((hook) => hears(hook, 'all-done', [null, id]));
  return isTold && group.round.isOpen && group.round.number === round;
}

function keepQuiet(state: State, step: Step): void {
  const hasChanged = haveMutesChanged(state);
  const isMuted = (notice: Notice) => isAboutMuted(state, notice);
  const standing = {
    isAboutMuted: isMuted,
    hasLeft: (notice: Notice) => hasLeft(state, notice),
    hasChanged,
    overtakenAs: (notice: Notice) =>
      isAboutFiles(notice) ? settledAs(state, notice) : overtakenAs(state, notice),
  };
  holdBack(state, state.settings.value.quiet, standing, step);
  if (hasChanged || state.onScreen.changes().size > 0) closeBanners(state, isMuted, step);
}

/** By how much an import may seem younger than it is, ms. */
const doubtfulMs = 60_000;

/** Gives up what went on the wire before the sleep; everything else is as after a sleep that was announced. */
function wokeUnannounced(state: State, step: Step): void {
  callBackAndAskAgain(state, ({ sentAt }) => step.at - sentAt > longestRequestMs, step);
  wakeUp(state, true, step);
}

function canAsk(state: State): boolean {
  return isReachable(state) && [...state.accounts.values()].some(canBeAsked);
}

/** One timer for everything: the next request or banner, the end of a pause or of an undo, the next try to save or to hand on, a doubted sleep. */
function setAlarm(state: State, step: Step): void {
  const first = earliest([
    nextAskTime(state),
    pauseEnd(state),
    nextBannerTime(state),
    nextEndOfUndoing(state),
    state.saveProblem.value?.retryAt ?? null,
    state.machine.value.doubtedAt,
    nextTidyTime(state),
    nextMuteTime(state),
    nextQuietTime(state, state.settings.value.quiet, step),
    nextDeliveryTime(state),
  ]);
  const next = first === null ? null : Math.max(step.at, first);
  // Also where it stays: a timer counts the time that passes, and would be late by as much as the clock was put ahead.
  if (next === null && state.wakeAt.value === null) return;
  state.wakeAt.set(next);
  step.effects.push({ kind: 'wake', at: clockAt(state, next) });
}

function changesOf(state: State, groups: Iterable<string>): EffectOf<'changed'> {
  const watches = new Set([...state.watches.changes().keys(), ...state.polls.changes().keys()]);
  for (const id of watchesOfChangedMutes(state)) watches.add(id);
  for (const { from, to } of state.requests.changes().values()) {
    const { question } = (to ?? from)!;
    if ('watch' in question) watches.add(question.watch);
  }
  const accounts = new Set<AccountId>();
  for (const [id, { from, to }] of state.accounts.changes()) if (looksDifferent(from, to)) accounts.add(id);
  if (accounts.size > 0)
    for (const { id, account } of state.watches.values()) if (accounts.has(account)) watches.add(id);
  for (const { to } of state.deliveries.changes().values())
    if (to?.what.about === 'import') watches.add(to.what.watch);
  const notices = [...state.notices.changes().keys()];
  // What is new to be handed on goes before what has failed.
  const hooks = [state.hooks, state.lines, state.deliveries].some((of) => of.changes().size > 0);
  const wishes = [...state.wishes.changes().keys()];
  return { kind: 'changed', watches: [...watches], notices, groups: [...new Set(groups)], hooks, wishes };
}

function looksDifferent(from: Account | null, to: Account | null): boolean {
  return from === null || to === null || troubleOf(from)?.kind !== troubleOf(to)?.kind;
}
