import type { Mute, MuteSubject } from '../../model/mute.ts';
import { isAboutFiles, lateKeyOf, noticeKeyOf, type NoticeFate, type NoticeKey } from '../../model/notice.ts';
import type { TimelineKey, TimelineNotice } from '../../model/timeline.ts';
import type { Watch } from '../../model/watch.ts';
import type { FollowingState } from '../following/follows.ts';
import type { GroupsState } from '../groups/groups.ts';
import type { Poll } from '../imports/imports.ts';
import type { Step } from '../kernel/step.ts';
import type { Change, Collection } from '../kernel/store.ts';
import { troubleOf } from '../service/service.ts';
import { entriesOf, note, noteProblem, timelineKey, type TimelinesState } from './timelines.ts';

type State = FollowingState & GroupsState & TimelinesState;

/**
 * Writes down what this step changed, from the difference that the save is made of: no room has to think of it. To be called once all is
 * decided, and before the step is saved.
 */
export function recordTimelines(state: State, { clock }: Step): void {
  for (const [id, { from, to }] of state.watches.changes()) {
    const key = timelineKey('watch', id);
    if (to === null) state.timelines.remove(key);
    else recordWatch(state, key, from, to, clock);
  }
  for (const [id, { from, to }] of state.polls.changes())
    if (to !== null && wasHeard(from, to))
      noteProblem(state, timelineKey('watch', id), to.problem?.kind ?? null, clock);
  for (const [id, { to }] of state.accounts.changes())
    if (to === null) state.timelines.remove(timelineKey('account', id));
    else noteProblem(state, timelineKey('account', id), troubleOf(to)?.kind ?? null, clock);
  const isOffline = state.machine.value.offlineSince !== null;
  noteProblem(state, timelineKey('machine'), isOffline ? 'offline' : null, clock);
  recordMutes(state, 'group', state.groups, clock);
  recordMutes(state, 'project', state.follows, clock);
  for (const { from, to } of state.notices.changes().values())
    if (to !== null && !isAboutFiles(to) && from?.fate !== to.fate) recordFate(state, to, clock);
}

function recordWatch(state: State, key: TimelineKey, from: Watch | null, to: Watch, clock: number): void {
  // One that was removed comes back with its timeline.
  if (from === null && state.timelines.has(key)) return recordMeanwhile(state, key, to, clock);
  const { known, mute } = to;
  const isNew =
    known !== null &&
    known !== from?.known &&
    (known.status !== from?.known?.status || known.text !== from.known.text || to.attempt !== from.attempt);
  if (isNew) note(state, key, { kind: 'status', at: clock, status: known.status, text: known.text });
  if (from !== null && from.mute !== mute) note(state, key, { kind: 'muted', at: clock, of: 'watch', mute });
}

/** What became of its notices while it was out of the list: a removal ends what was held back for the end of a mute. */
function recordMeanwhile(state: State, key: TimelineKey, watch: Watch, clock: number): void {
  for (const noticeKey of [noticeKeyOf(watch), lateKeyOf(watch)]) {
    const notice = state.notices.get(noticeKey);
    const isKnown = lastFate(state, key, noticeKey) === notice?.fate;
    // What changes in this very step is written down with all others.
    if (notice === undefined || isKnown || isAboutFiles(notice) || state.notices.changes().has(noticeKey))
      continue;
    recordFate(state, notice, clock);
  }
}

function lastFate(state: State, key: TimelineKey, notice: NoticeKey): NoticeFate | undefined {
  const last = entriesOf(state, key).findLast((entry) => entry.kind === 'notice' && entry.notice === notice);
  return last?.kind === 'notice' ? last.fate : undefined;
}

/** What was open at the end of the last run is over with the first answer of this one. */
function wasHeard(from: Poll | null, to: Poll): boolean {
  return from !== null && (from.problem?.kind !== to.problem?.kind || from.lastStatusAt !== to.lastStatusAt);
}

function recordMutes<Row extends { readonly mute: Mute | null }>(
  state: State,
  of: Exclude<MuteSubject, 'watch'>,
  rows: Collection<string, Row>,
  clock: number,
): void {
  for (const [id, { from, to }] of rows.changes() as ReadonlyMap<string, Change<Row>>) {
    const key = timelineKey(of, id);
    if (to === null) state.timelines.remove(key);
    else if (from !== null && from.mute !== to.mute)
      note(state, key, { kind: 'muted', at: clock, of, mute: to.mute });
  }
}

/** Only of what is in the list: nobody can look at the timeline of what has left it. */
function recordFate(
  state: State,
  { key: notice, about, fate, ...told }: TimelineNotice,
  clock: number,
): void {
  if (fate.kind === 'recorded' || fate.kind === 'showing') return;
  // The receipt of a banner may be found by a later run.
  const at = 'at' in fate ? fate.at : clock;
  const entry = { kind: 'notice', at, notice, about, fate } as const;
  if ('watch' in told && state.watches.has(told.watch)) {
    const key = timelineKey('watch', told.watch);
    const last = lastFate(state, key, notice);
    // It comes back as it was, muted, with a watch that was removed: nothing has become of it.
    const isAsBefore = fate.kind === 'postponed' && last?.kind === 'postponed' && last.reason === fate.reason;
    if (!isAsBefore) note(state, key, entry);
  } else if ('group' in told && about === 'group-done' && state.groups.has(told.group))
    note(state, timelineKey('group', told.group), entry);
}
