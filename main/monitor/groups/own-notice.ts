import type { WatchId } from '../../model/asset.ts';
import { isFailure, ruleOf, type Bucket } from '../../model/import-status.ts';
import type { NoticeChoice } from '../../model/monitor-settings.ts';
import { lateKeyOf, noticeKeyOf, type HeldReason, type Notice, type NoticeFate } from '../../model/notice.ts';
import type { Usual } from '../../model/view.ts';
import type { Watch } from '../../model/watch.ts';
import type { Group } from '../../model/group.ts';
import { endOf } from '../imports/imports.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable } from '../kernel/store.ts';
import { heldAs, record, toldOf, wholeKeyOf } from '../telling/ledger.ts';
import { groupOf, type GroupsState } from './groups.ts';
import { memberEnded } from './settling.ts';

/** Whether the end of an import is told by itself; else why it is only recorded. `group`: the one that may tell for it. */
export function ownNoticeOf(
  { settings, firstFailures }: GroupsState,
  group: Group | null,
  status: string,
): 'told' | HeldReason {
  if (group === null || group.eachAsset)
    return settings.value.notices[choiceFor[ruleOf(status).bucket]] ? 'told' : 'turned-off';
  const { allDone, firstFailure } = group.tell;
  const isFirst = !group.round.failureTold && !firstFailures.has(group.id);
  const tellsFailure = isFailure(status) && firstFailure && isFirst;
  return allDone || tellsFailure ? 'told-with-group' : 'turned-off';
}

/** Which of the person's choices decides. What was not completed is trouble, also where nobody knows how it ended. */
const choiceFor: Readonly<Record<Bucket, keyof NoticeChoice>> = {
  importing: 'late',
  completed: 'completed',
  failed: 'failed',
  gone: 'failed',
};

/** Writes the end of an attempt into the ledger, once: the key holds the attempt. */
export function importEnded(state: GroupsState, id: WatchId, step: Step): void {
  const watch = state.watches.get(id);
  if (!watch?.known) return;
  const own = ownNoticeOf(state, groupOf(state, watch), watch.known.status);
  recordImport(state, watch, own === 'told' ? { kind: 'recorded' } : heldAs(own, step), step);
  memberEnded(state, watch, { key: noticeKeyOf(watch), status: watch.known.status }, own === 'told');
}

/** The end stands in the inbox without a banner: a followed project had it only after its end. */
export function importFoundEnded(state: GroupsState, id: WatchId, step: Step): void {
  const watch = state.watches.get(id);
  if (watch !== undefined) recordImport(state, watch, heldAs('ended-before-found', step), step);
}

function recordImport(state: GroupsState, watch: Watch, fate: NoticeFate, step: Step): void {
  if (watch.known !== null)
    record(state, { ...toldOf(watch, step), about: 'import', key: noticeKeyOf(watch), fate });
}

/**
 * Tells once of an import that takes longer than nearly all like it, where the person wants that and its group does not tell for it.
 * It is no failure, and its end is told all the same.
 */
export function importLate(state: GroupsState, id: WatchId, usual: Usual | null, step: Step): void {
  const watch = state.watches.get(id);
  if (!watch || watch.toldLate || !state.settings.value.notices.late) return;
  if (groupOf(state, watch)?.eachAsset === false) return;
  // On the watch and not in the ledger alone, because a person may clear the inbox while the import goes on.
  state.watches.patch(id, { toldLate: true });
  const fate = { kind: 'recorded' } as const;
  record(state, { ...toldOf(watch, step), about: 'late', key: lateKeyOf(watch), usual, fate });
}

/**
 * Why what a notice says of what is in progress is true no longer, since it waited: an import that has ended does not take long, and of a
 * group that was told as a whole no failure is the first while the rest goes on. Null where it still is true.
 */
export function overtakenAs({ watches, notices }: Readable<GroupsState>, notice: Notice): HeldReason | null {
  if (notice.about === 'group-failure') return notices.has(wholeKeyOf(notice.key)) ? 'told-with-group' : null;
  if (notice.about !== 'late') return null;
  const watch = watches.get(notice.watch);
  const goesOn = watch !== undefined && lateKeyOf(watch) === notice.key && endOf(watch) === null;
  return goesOn ? null : 'over-by-then';
}
