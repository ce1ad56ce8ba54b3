import type { WatchId } from '../model/asset.ts';
import { projectOf } from '../model/follow.ts';
import type { GroupId } from '../model/group.ts';
import { isSameMute, type Mute } from '../model/mute.ts';
import { isAboutFiles, isNoticeOf, type Notice, type NoticeFate } from '../model/notice.ts';
import type { Watch } from '../model/watch.ts';
import { enterFollow } from './following/follows.ts';
import { groupIdOf } from './following/newcomers.ts';
import { withLeft } from './following/seen.ts';
import { takeUpRound } from './groups/groups.ts';
import { overtakenAs } from './groups/own-notice.ts';
import { releaseNoticesOf, takeUpWithheld, withheldOfRemoved } from './groups/withheld.ts';
import { roomInList } from './imports/imports.ts';
import { enter } from './imports/watchlist.ts';
import type { EventOf, MonitorEvent, UndoNumber } from './kernel/events.ts';
import type { Step } from './kernel/step.ts';
import type { Change, Collection } from './kernel/store.ts';
import { withTimeKept } from './muting/mutes.ts';
import type { MonitorView, Removal, State } from './state.ts';

/** How many removals can be undone. */
const undoLimit = 20;

export type Found = ReturnType<typeof foundByEvent>;

/** To be called before the event is handled: a clock that was set has changed these rows already, in the same step. */
export const foundByEvent = ({ watches, groups, follows }: State) => ({
  watches: watches.changes(),
  groups: groups.changes(),
  follows: follows.changes(),
});

/** Remembers what this step took out of the list, as the event found it, where the person may want it back. */
export function rememberRemoval(state: State, event: MonitorEvent, found: Found): void {
  renewGroups(state, event.kind === 'ungrouped' ? event.group : null, found);
  if ((event.kind !== 'removed' && event.kind !== 'unfollowed') || event.undo === undefined) return;
  const { removals } = state;
  removals.put({
    undo: event.undo,
    watches: removedFrom(state.watches, found.watches),
    polls: removedFrom(state.polls),
    groups: removedFrom(state.groups, found.groups),
    follows: removedFrom(state.follows, found.follows),
    seen: removedFrom(state.seen),
    timelines: removedFrom(state.timelines),
    withheld: withheldOfRemoved(state),
    mutedInPlace: event.kind === 'unfollowed' ? mutedSince(state, found) : [],
  });
  for (const oldest of removals.keys()) if (removals.size > undoLimit) removals.remove(oldest);
}

/**
 * A group that goes once more comes back as it was last, since the next end of a round that was told before would be told to nobody. One
 * that the person dissolved does not.
 */
function renewGroups(state: State, dissolved: GroupId | null, found: Found): void {
  const gone = new Map(removedFrom(state.groups, found.groups).map((group) => [group.id, group]));
  for (const removal of [...state.removals.values()]) {
    if (!removal.groups.some(({ id }) => gone.has(id))) continue;
    const left = removal.groups.filter(({ id }) => id !== dissolved);
    state.removals.put({ ...removal, groups: left.map((group) => gone.get(group.id) ?? group) });
  }
}

/**
 * The watches come back as they were, and those still in progress are asked for at once; followed projects with all that was seen, and with
 * what the person chose for their groups.
 */
export function undone(state: State, { undo }: EventOf<'undone'>, step: Step): void {
  const removal = state.removals.get(undo);
  if (removal === undefined || !hasRoomFor(state, undo)) return;
  state.removals.remove(undo);
  // A later removal may have taken the group's last member, and the group with it.
  const lost = [removal, ...state.removals.values()].flatMap(({ groups }) => groups);
  const follows = followsOf(state, removal);
  const ids = new Set([
    ...removal.watches.map(({ group }) => group?.id),
    ...follows.map(({ id }) => groupIdOf(id)),
  ]);
  for (const group of lost) if (ids.has(group.id) && !state.groups.has(group.id)) state.groups.put(group);
  for (const id of ids) if (id !== undefined) takeUpRound(state, id);
  const polls = new Map(removal.polls.map((poll) => [poll.watch, poll]));
  for (const watch of removal.watches)
    if (!state.watches.has(watch.id)) enter(state, watch, step, polls.get(watch.id));
  takeUpWithheld(state, removal.withheld, step);
  for (const account of new Set(removal.watches.map((watch) => watch.account)))
    if (!state.accounts.has(account)) releaseNoticesOf(state, account, step);
  takeUpHeld(state);
  for (const timeline of removal.timelines)
    if (!state.timelines.has(timeline.key)) state.timelines.put(timeline);
  for (const follow of follows) {
    if (state.follows.has(follow.id)) continue;
    enterFollow(state, follow, removal.seen.find((seen) => seen.follow === follow.id) ?? null);
    for (const id of removal.mutedInPlace)
      if (isSameMute(state.watches.get(id)?.mute ?? null, follow.mute))
        state.watches.patch(id, { mute: null });
  }
}

/** What was not told because these left the list. */
function takeUpHeld(state: State): void {
  for (const notice of [...state.notices.values()]) {
    const fate = fateOfBack(state, notice);
    if (fate === null) continue;
    state.notices.patch(notice.key, { fate });
    // That it takes long is so now, and no news of an absence.
    if (fate.kind === 'postponed') state.overdue.put({ notice: notice.key });
  }
}

/** What a mute held back waits for the end of that again, and is told where it has come meanwhile. Null of what stays as it is. */
function fateOfBack(state: State, notice: Notice): NoticeFate | null {
  const { fate } = notice;
  if (fate.kind !== 'held' || !isBack(state, notice)) return null;
  if (fate.reason === 'no-longer-watched') return { kind: 'postponed', reason: 'muted' };
  const isLateAgain = notice.about === 'late' && fate.reason === 'over-by-then';
  return isLateAgain && overtakenAs(state, notice) === null ? { kind: 'recorded' } : null;
}

/** It left while its project was not followed, and must not come back with that as if it were new there. */
export function noteLeftMeanwhile({ removals }: State, watch: Watch): void {
  const project = projectOf(watch);
  for (const removal of [...removals.values()]) {
    if (!removal.seen.some(({ follow }) => follow === project)) continue;
    const seen = removal.seen.map((each) => (each.follow === project ? withLeft(each, watch) : each));
    removals.put({ ...removal, seen });
  }
}

/** Not one of the same id that was added, or made, anew. */
function isBack({ watches, groups }: State, notice: Notice): boolean {
  if (isAboutFiles(notice)) return false;
  const watch = 'watch' in notice ? watches.get(notice.watch) : null;
  if (!('group' in notice)) return !!watch && isNoticeOf(watch, notice.key);
  const group = groups.get(notice.group);
  return watch !== undefined && !!group && notice.key.startsWith(`group:${group.id}@${group.createdAt}:`);
}

/** The clock was set while these were out of the list: how old they are cannot be told from it when they come back. */
export function doubtRemovedAges({ removals }: State): void {
  for (const removal of [...removals.values()])
    removals.put({
      ...removal,
      watches: removal.watches.map((watch) => ({ ...watch, isAgeDoubtful: true })),
    });
}

/** What one of these was muted for is kept, too, where the clock is set back by so many milliseconds. */
export function keepRemovedLengths({ removals }: State, setBack: number, { clock }: Step): void {
  if (setBack === 0) return;
  const kept = <Row extends { readonly mute: Mute | null }>(rows: readonly Row[]) =>
    rows.map((row) => ({ ...row, mute: withTimeKept(row.mute, setBack, clock) }));
  for (const removal of [...removals.values()]) {
    const { watches, groups, follows } = removal;
    removals.put({ ...removal, watches: kept(watches), groups: kept(groups), follows: kept(follows) });
  }
}

/** Whether the list holds what would come back; where it does not, it can be undone once there is room. */
export function hasRoomFor(state: MonitorView, undo: UndoNumber): boolean {
  const removed = state.removals.get(undo)?.watches ?? [];
  return removed.filter(({ id }) => !state.watches.has(id)).length <= roomInList(state);
}

/** Of an account that was disconnected meanwhile nobody could look at them. */
const followsOf = ({ accounts }: MonitorView, { follows }: Removal): Removal['follows'] =>
  follows.filter(({ account }) => accounts.has(account));

/** How much comes back where this is undone. */
export function sizeOfRemoval(state: MonitorView, undo: UndoNumber): number {
  const removal = state.removals.get(undo);
  return removal === undefined ? 0 : removal.watches.length + followsOf(state, removal).length;
}

/** What the event muted. */
const mutedSince = ({ watches }: State, found: Found): readonly WatchId[] =>
  [...watches.changes()].flatMap(([id, change]) =>
    !asFound(found.watches, id, change)?.mute && change.to?.mute ? id : [],
  );

function removedFrom<Key, Row>(
  rows: Collection<Key, Row>,
  found: ReadonlyMap<Key, Change<Row>> = new Map(),
): readonly Row[] {
  return [...rows.changes()].flatMap(([key, change]) =>
    change.to === null ? (asFound(found, key, change) ?? []) : [],
  );
}

const asFound = <Key, Row>(
  found: ReadonlyMap<Key, Change<Row>>,
  key: Key,
  { from }: Change<Row>,
): Row | null => found.get(key)?.to ?? from;
