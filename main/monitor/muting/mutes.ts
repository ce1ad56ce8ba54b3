import type { WatchId } from '../../model/asset.ts';
import { buckets } from '../../model/import-status.ts';
import { muteSubjects, withLengthKept, type Mute, type MuteSubject } from '../../model/mute.ts';
import { isAboutFiles, type Notice } from '../../model/notice.ts';
import type { RowMute } from '../../model/view.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import { followOf, type FollowingState } from '../following/follows.ts';
import { groupOf, type GroupsState } from '../groups/groups.ts';
import { inProject, watchesIn } from '../imports/tally.ts';
import { createDueQueue } from '../kernel/due-queue.ts';
import type { EventOf } from '../kernel/events.ts';
import type { Step } from '../kernel/step.ts';
import type { Change, Collection, Index, Readable } from '../kernel/store.ts';
import { earliest, hasCome } from '../kernel/time.ts';

export type MutingState = FollowingState & GroupsState & Readonly<ReturnType<typeof createMuting>>;

/** Indexes of what is muted. To be made before the first row comes. */
export function createMuting({
  watches,
  groups,
  follows,
}: Pick<FollowingState & GroupsState, 'watches' | 'groups' | 'follows'>) {
  return {
    mutes: {
      watch: watches.keep(indexMutes()),
      group: groups.keep(indexMutes()),
      project: follows.keep(indexMutes()),
    } satisfies Record<MuteSubject, unknown>,
  };
}

interface Muteable {
  readonly mute: Mute | null;
}

/** The muted rows of a collection, and which of them is to be heard again next. */
function indexMutes(): Index<Muteable, string> & {
  readonly all: ReadonlySet<string>;
  /** Epoch ms. */
  readonly next: () => { readonly key: string; readonly dueAt: number } | null;
} {
  const all = new Set<string>();
  const timed = createDueQueue<string>();
  return {
    clear() {
      all.clear();
      timed.clear();
    },
    changed(from, to, key) {
      const mute = to?.mute ?? null;
      if (mute === (from?.mute ?? null)) return;
      timed.remove(key);
      all.delete(key);
      if (mute !== null) all.add(key);
      if (mute?.kind === 'until') timed.put(key, mute.at);
    },
    all,
    next: () => timed.first(),
  };
}

const collectionOf = (
  { watches, groups, follows }: MutingState,
  of: MuteSubject,
): Pick<Collection<string, Muteable>, 'get' | 'patch'> =>
  ({ watch: watches, group: groups, project: follows })[of];

/** Whoever mutes something knows of it: what was told of it so far counts as read. What has ended is not muted until it ends. */
export function muted(state: MutingState, { of, ids, mute }: EventOf<'muted'>): void {
  const rows = collectionOf(state, of);
  const known = ids.filter((id) => rows.get(id) !== undefined);
  for (const id of known)
    if (mute?.kind !== 'until-it-ends' || !hasEnded(state, of, id)) rows.patch(id, { mute });
  if (mute === null) return;
  for (const key of [...state.inbox.of('unread')])
    if (isAboutMuted(state, state.notices.get(key)!)) state.notices.patch(key, { read: true });
}

/**
 * An hour stays an hour where the clock is set back by so many milliseconds. A time of day that is out of reach then is over, also where the
 * clock was set right between two runs.
 */
export function keepLengths(state: MutingState, setBack: number, { clock }: Step): void {
  if (setBack === 0 && state.hasBegun.value) return;
  for (const subject of muteSubjects) {
    const rows = collectionOf(state, subject);
    for (const id of [...state.mutes[subject].all]) {
      const before = rows.get(id)!.mute;
      const mute = withTimeKept(before, setBack, clock);
      if (mute !== before) rows.patch(id, { mute });
    }
  }
}

/** Null where it is over by the clock as that was set. */
export function withTimeKept(before: Mute | null, setBack: number, clock: number): Mute | null {
  const mute = withLengthKept(before, setBack);
  return mute?.kind === 'until' && hasCome(mute.at, clock) ? null : mute;
}

/** Ends what is over, by the clock or because nothing of it is in progress any more. To be called once the step's groups are settled. */
export function endMutes(state: MutingState, { clock }: Step): void {
  for (const subject of muteSubjects) {
    const rows = collectionOf(state, subject);
    const { all, next: first } = state.mutes[subject];
    for (let next = first(); next !== null && next.dueAt <= clock; next = first())
      rows.patch(next.key, { mute: null });
    // Of all imports only those that this step changed: there may be very many.
    for (const id of subject === 'watch' ? state.watches.changes().keys() : all)
      if (rows.get(id)?.mute?.kind === 'until-it-ends' && hasEnded(state, subject, id))
        rows.patch(id, { mute: null });
  }
}

/** Nothing of it is in progress any more, nor may come back so. */
function hasEnded(state: MutingState, of: MuteSubject, id: string): boolean {
  switch (of) {
    case 'watch':
      return !isOpen(state.watches.get(id)!);
    case 'group':
      return !state.groups.get(id)!.round.isOpen;
    case 'project':
      return (
        watchesIn(state, inProject(id), 'importing').size === 0 &&
        state.waitingNewcomers.of(id).size === 0 &&
        state.takenOutOf.of(inProject(id)).size === 0
      );
  }
}

/** When the next of them is over by the clock, steady ms; null where none is. */
export function nextMuteTime({ mutes, ahead }: Readable<MutingState>): number | null {
  const { watch, group, project } = mutes;
  const first = earliest([watch, group, project].map((index) => index.next()?.dueAt ?? null));
  return first === null ? null : first + ahead.value;
}

/** What of the watch is muted, itself before its group and its project; null where it is not. */
export function muteOf(state: Readable<MutingState>, watch: Watch): RowMute | null {
  if (watch.mute !== null) return { ...watch.mute, of: 'watch', id: watch.id };
  const group = state.mutes.group.all.size === 0 ? null : groupOf(state, watch);
  if (group?.mute) return { ...group.mute, of: 'group', id: group.id };
  const follow = state.mutes.project.all.size === 0 ? null : followOf(state, watch);
  return follow?.mute ? { ...follow.mute, of: 'project', id: follow.id } : null;
}

/**
 * Whether what the notice tells of is muted: the import, the group, or each of its members. What has left the list is not; a muted group
 * stays so for a failed import that has left it.
 */
export function isAboutMuted(state: Readable<MutingState>, notice: Notice): boolean {
  const isMuted = (id: WatchId) => {
    const watch = state.watches.get(id);
    return watch !== undefined && muteOf(state, watch) !== null;
  };
  // What the person asked for, and waits for: no mute is about that.
  if (isAboutFiles(notice)) return false;
  if ('group' in notice && (state.groups.get(notice.group)?.mute ?? null) !== null) return true;
  if (notice.about !== 'group-done') return isMuted(notice.watch);
  const members = [...state.members.of(notice.group)];
  return members.length > 0 && members.every(isMuted);
}

/**
 * Whether the person watches no longer what the muted notice tells of. Of a group that was ungrouped its imports are still there; one that
 * is muted may tell of a member that left it before, and one that is not has told it for the sake of that member.
 */
export function hasLeft({ watches, groups, members }: MutingState, notice: Notice): boolean {
  if (isAboutFiles(notice)) return false;
  if (!('group' in notice)) return !watches.has(notice.watch);
  const changes = watches.changes();
  const group = groups.get(notice.group);
  // That of a followed project stays while it is empty.
  if (group === undefined || members.of(group.id).size === 0)
    return ![...changes.values()].some(({ from, to }) => from?.group?.id === notice.group && to !== null);
  return notice.about === 'group-failure' && group.mute === null && changes.get(notice.watch)?.to === null;
}

/** All watches that are muted, in whichever way. */
export function mutedWatches(state: Readable<MutingState>): ReadonlySet<WatchId> {
  const { mutes, members } = state;
  const all = new Set(mutes.watch.all);
  for (const group of mutes.group.all) for (const id of members.of(group)) all.add(id);
  for (const project of mutes.project.all) for (const id of watchesOfProject(state, project)) all.add(id);
  return all;
}

/** The watches that look different because a group or a project of theirs was muted, or is heard again, in this step. */
export function watchesOfChangedMutes(state: MutingState): readonly WatchId[] {
  const changed = <Row extends Muteable>(rows: Collection<string, Row>) =>
    [...rows.changes()].flatMap(([key, change]) => (isMutedOtherwise(change) ? key : []));
  return [
    ...changed(state.groups).flatMap((group) => [...state.members.of(group)]),
    ...changed(state.follows).flatMap((project) => watchesOfProject(state, project)),
  ];
}

function watchesOfProject(state: Readable<MutingState>, project: string): readonly WatchId[] {
  return buckets.flatMap((bucket) => [...watchesIn(state, inProject(project), bucket)]);
}

/** Whether this step may have changed of which notices `isAboutMuted` holds. Of those that it brought nothing is said. */
export function haveMutesChanged({ hasBegun, watches, groups, follows }: MutingState): boolean {
  if (!hasBegun.value) return true;
  for (const rows of [groups, follows])
    for (const change of rows.changes().values()) if (isMutedOtherwise(change)) return true;
  for (const change of watches.changes().values()) {
    const { from, to } = change;
    // One whose removal is undone is muted as before, with what is still to be told of it.
    const isBack = from === null && to !== null && to.known !== null;
    const isElsewhere =
      from !== null &&
      (from.group?.id !== to?.group?.id || from.reference.projectId !== to?.reference.projectId);
    if (isBack || isElsewhere || isMutedOtherwise(change)) return true;
  }
  return false;
}

const isMutedOtherwise = ({ from, to }: Change<Muteable>): boolean =>
  (from?.mute ?? null) !== (to?.mute ?? null);
