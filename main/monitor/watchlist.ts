import { abortRequests, endRequest, isOpen, schedule } from './asking.ts';
import { watchIdOf } from './asset.ts';
import { endDisturbance } from './disturbances.ts';
import type { EventOf, NewWatch } from './event.ts';
import { lookNow } from './follow/following.ts';
import { noLongerNew, noteLeft } from './follow/seen.ts';
import { noteRunning } from './learning/history.ts';
import { becomeMember, bringBack, joinRound, leaveGroup, makeGroup } from './groups/membership.ts';
import type { GroupId } from './groups/group.ts';
import { touchWatch, type Moment } from './moment.ts';
import { stopAwaiting } from './gathering.ts';
import type { State, Watch } from './state.ts';
import { recount, uncount } from './tally.ts';
import { moveTo } from './moved.ts';
import { askAccountAgain } from './trouble.ts';

/** Adds what is not watched yet; each new watch is asked for at once. */
export function added(state: State, event: EventOf<'added'>, moment: Moment): void {
  const entries = event.watches.filter(
    ({ account, reference }) => !state.watches.has(watchIdOf(account, reference)),
  );
  if (event.group !== undefined && entries.length > 0) makeGroup(state, event.group, moment);
  for (const entry of entries) {
    const watch = newWatch(entry, moment.at, event.group?.id);
    // The same asset may stand twice in one event.
    if (!state.watches.has(watch.id)) enter(state, watch, moment);
  }
}

export function removed(state: State, event: EventOf<'removed'>, moment: Moment): void {
  const leaving = new Set(event.watches);
  abortRequests(state, moment, (asking) => 'watch' in asking && leaving.has(asking.watch));
  for (const id of leaving) {
    const watch = state.watches.get(id);
    if (watch === undefined) continue;
    schedule(state, watch, null);
    state.accounts.get(watch.account)?.unnamed.delete(id);
    uncount(state, watch);
    state.history.running.remove(id);
    leaveGroup(state, watch, moment);
    noteLeft(state, watch);
    state.watches.delete(id);
    stopAwaiting(state, id);
    touchWatch(moment, id);
  }
}

/** Undo of `removed`: the watches come back as they were, and those still in progress are asked for at once. */
export function putBack(state: State, event: EventOf<'put-back'>, moment: Moment): void {
  const groups = new Set(event.watches.map(({ group }) => group?.id));
  for (const group of event.groups ?? []) if (groups.has(group.id)) bringBack(state, group, moment);
  for (const watch of event.watches) {
    if (!state.watches.has(watch.id))
      enter(state, { ...watch, inFlight: null, counted: null, missing: null }, moment);
  }
}

export function renamed(state: State, event: EventOf<'renamed'>, moment: Moment): void {
  const watch = state.watches.get(event.watch);
  if (watch === undefined || watch.label === event.label) return;
  watch.label = event.label;
  touchWatch(moment, watch.id);
}

/** The asset's details came: its file name, and the project where it stands now, since assets can be moved. */
export function named(state: State, event: EventOf<'named'>, moment: Moment): void {
  const asking = endRequest(state, event.request);
  const account = asking && state.accounts.get(asking.account);
  if (account) endDisturbance(account, asking);
  const watch = state.watches.get(event.watch);
  if (watch === undefined) return;
  watch.fileName = event.fileName;
  watch.size = event.metaData?.size ?? watch.size;
  watch.missing = null;
  moveTo(state, watch, event.projectId, moment);
  touchWatch(moment, watch.id);
}

/** The person wants to know now. `all` means all in progress; a named watch is asked even when it has ended. */
export function checkNow(state: State, event: EventOf<'check-now'>, moment: Moment): void {
  if (event.watches === 'all') lookNow(state, { kind: 'look-now', at: moment.at, follows: 'all' }, moment);
  const wanted = event.watches === 'all' ? [...state.watches.keys()] : event.watches;
  for (const id of wanted) {
    const watch = state.watches.get(id);
    if (watch === undefined || watch.inFlight !== null) continue;
    if (event.watches === 'all' && !isOpen(watch)) continue;
    schedule(state, watch, moment.at);
    askAccountAgain(state, watch.account, moment);
  }
}

/** Takes a watch into the list and has it asked for at once. */
export function enter(state: State, watch: Watch, moment: Moment): void {
  state.watches.set(watch.id, watch);
  becomeMember(state, watch);
  if (isOpen(watch)) joinRound(state, watch, moment);
  recount(state, watch);
  noteRunning(state, watch);
  if (isOpen(watch)) schedule(state, watch, moment.at);
  if (watch.fileName === null) state.accounts.get(watch.account)?.unnamed.add(watch.id);
  noLongerNew(state, watch, moment);
  touchWatch(moment, watch.id);
}

export function newWatch(entry: NewWatch, at: number, group: GroupId | null = null): Watch {
  return {
    id: watchIdOf(entry.account, entry.reference),
    account: entry.account,
    reference: entry.reference,
    label: entry.label,
    fileName: entry.fileName,
    size: entry.size ?? null,
    // The round is set as it enters.
    group: group === null ? null : { id: group, round: 1 },
    addedAt: at,
    attempt: 1,
    known: null,
    startedAt: at,
    endedAt: null,
    problem: null,
    problemsInRow: 0,
    missing: null,
    inFlight: null,
    dueAt: null,
    counted: null,
  };
}
