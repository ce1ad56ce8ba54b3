import type { EventOf } from './event.ts';
import { isFailure } from './import-status.ts';
import { touchNotice, type Moment } from './moment.ts';
import type { Notice, NoticeFate, NoticeKey } from './notice.ts';
import type { State } from './state.ts';

/** The inbox keeps this many notices, and older ones are forgotten. Ten thousand imports may end in one minute, twice. */
export const inboxLimit = 20_000;

/** Takes a notice into the ledger, newly recorded or as it was saved. */
export function enterNotice(state: State, notice: Notice): void {
  state.notices.set(notice.key, notice);
  if (isSettled(notice)) state.settled.add(notice.key);
  if (!notice.read) countUnread(state, notice, 1);
}

/** Notices on their way stay whatever their number, or one could be lost. */
export function forgetOldest(state: State, moment: Moment): void {
  if (state.notices.size <= inboxLimit) return;
  for (const key of state.settled) {
    if (state.notices.size <= inboxLimit) return;
    forget(state, key, moment);
  }
}

export function setFate(state: State, key: NoticeKey, fate: NoticeFate, moment: Moment): void {
  const notice = state.notices.get(key);
  if (notice === undefined) return;
  touchNotice(moment, key);
  notice.fate = fate;
  if (isSettled(notice)) state.settled.add(key);
  else state.settled.delete(key);
}

export function noticesRead(state: State, event: EventOf<'notices-read'>, moment: Moment): void {
  const keys = event.notices === 'all' ? state.notices.keys() : event.notices;
  for (const key of keys) {
    const notice = state.notices.get(key);
    if (notice === undefined || notice.read) continue;
    notice.read = true;
    countUnread(state, notice, -1);
    touchNotice(moment, key);
  }
}

/** Forgets every notice that has come to its end. */
export function inboxCleared(state: State, _event: EventOf<'inbox-cleared'>, moment: Moment): void {
  for (const key of state.settled) forget(state, key, moment);
}

/** Where the books of the ledger may have been cut short. */
export function keepBooksAnew(state: State): void {
  Object.assign(state.unread, { all: 0, failures: 0 });
  for (const notice of state.notices.values()) {
    if (isSettled(notice)) state.settled.add(notice.key);
    if (!notice.read) countUnread(state, notice, 1);
  }
}

function forget(state: State, key: NoticeKey, moment: Moment): void {
  const notice = state.notices.get(key);
  if (notice !== undefined && !notice.read) countUnread(state, notice, -1);
  state.notices.delete(key);
  state.settled.delete(key);
  touchNotice(moment, key);
}

/** Counted as it changes, because a pass over twenty thousand notices at each change would be felt. */
function countUnread({ unread }: State, notice: Notice, by: 1 | -1): void {
  unread.all += by;
  // A group's failures are counted one by one, by the notices of their own.
  if (notice.about === 'import' && isFailure(notice.status)) unread.failures += by;
}

function isSettled({ fate }: Notice): boolean {
  return fate.kind !== 'recorded' && fate.kind !== 'showing';
}
