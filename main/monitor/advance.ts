import { accountNotReady, accountReady, accountRemoved } from './accounts.ts';
import { followClock } from './clock-set-back.ts';
import type { Effect } from './effect.ts';
import type { EventOf, MonitorEvent, MonitorEventKind } from './event.ts';
import { followed, followPutBack, lookNow, unfollowed } from './follow/following.ts';
import {
  cameOnline,
  endPause,
  paused,
  resumed,
  suspended,
  ticked,
  unpaused,
  wentOffline,
} from './machine.ts';
import { groupChanged, ungrouped } from './groups/changes.ts';
import { nextSettlingTime, settleGroups } from './groups/settling.ts';
import { doubtAges } from './learning/age.ts';
import type { Moment } from './moment.ts';
import { flushGathered, handOver, nextBannerTime, notShown, shown, shownBefore } from './notices.ts';
import { beginMoment } from './own-fault.ts';
import { aborted, problemMet } from './problems.ts';
import { answered, pageRead } from './replies.ts';
import { saved, saveFailed, saveWhatChanged } from './saving.ts';
import { inboxCleared, noticesRead } from './ledger.ts';
import { askWhatIsDue, nextAskTime } from './sending.ts';
import { doubtSuspension, hasSlept, wokeUnannounced } from './silent-sleep.ts';
import type { State } from './state.ts';
import { added, checkNow, named, putBack, removed, renamed } from './watchlist.ts';

type Handlers = {
  readonly [Kind in MonitorEventKind]: (state: State, event: EventOf<Kind>, moment: Moment) => void;
};

const handlers: Handlers = {
  tick: ticked,
  // What broke off is taken up at the beginning of whatever comes next; this event sees to it that something does.
  'broke-off': () => undefined,
  'account-ready': accountReady,
  'account-not-ready': accountNotReady,
  'account-removed': accountRemoved,
  added,
  removed,
  'put-back': putBack,
  renamed,
  'group-changed': groupChanged,
  ungrouped,
  named,
  'check-now': checkNow,
  answered,
  problem: problemMet,
  aborted,
  followed,
  unfollowed,
  'follow-put-back': followPutBack,
  'look-now': lookNow,
  'page-read': pageRead,
  'page-problem': problemMet,
  'page-aborted': aborted,
  suspended,
  resumed,
  offline: wentOffline,
  online: cameOnline,
  paused,
  unpaused,
  'settings-changed': (state, event) => {
    state.settings = event.settings;
  },
  saved,
  'save-failed': saveFailed,
  shown,
  'shown-before': shownBefore,
  'not-shown': notShown,
  'notices-read': noticesRead,
  'inbox-cleared': inboxCleared,
};

/**
 * The monitor: takes one event into the state, which it owns and updates in place, and says what to do next. Deterministic:
 * no clock, no chance and no input of its own, so that any course of events can be replayed.
 */
export function advance(state: State, event: MonitorEvent): readonly Effect[] {
  const moment = beginMoment(state, event.at);
  followClock(state, event, moment);
  const slept = hasSlept(state, event.at);
  // Before the event: it may be the answer by which an import would be called late.
  if (slept) doubtAges(state, moment);
  doubtSuspension(state, event, moment);
  handle(state, event, moment);
  if (slept) wokeUnannounced(state, moment);
  endPause(state, moment);
  askWhatIsDue(state, moment);
  settleGroups(state, moment);
  flushGathered(state, moment);
  saveWhatChanged(state, moment);
  handOver(state, moment);
  setAlarm(state, moment);
  const effects = withChanges(moment);
  state.unfinished = null;
  return effects;
}

function handle<Kind extends MonitorEventKind>(state: State, event: EventOf<Kind>, moment: Moment): void {
  const handler = handlers[event.kind] as Handlers[Kind];
  handler(state, event, moment);
}

/** One timer for everything: the next request or banner, the end of a pause or a round, the next try to save, a doubt. */
function setAlarm(state: State, moment: Moment): void {
  const times = [
    nextAskTime(state),
    state.pausedUntil,
    nextBannerTime(state),
    nextSettlingTime(state),
    state.saveProblem?.retryAt ?? null,
    state.machine.doubtedAt,
  ].filter((time) => time !== null);
  const next = times.length === 0 ? null : Math.max(moment.at, Math.min(...times));
  if (next === state.wakeAt) return;
  state.wakeAt = next;
  moment.effects.push({ kind: 'wake', at: next });
}

function withChanges({ effects, changedWatches, changedNotices, changedGroups }: Moment): readonly Effect[] {
  if (changedWatches.size > 0) effects.push({ kind: 'watches-changed', watches: [...changedWatches] });
  if (changedNotices.size > 0) effects.push({ kind: 'notices-changed', notices: [...changedNotices] });
  if (changedGroups.size > 0) effects.push({ kind: 'groups-changed', groups: [...changedGroups] });
  return effects;
}
