import { outcomeOf } from '../../model/import-status.ts';
import type { InboxEntry, Notice } from '../../model/notice.ts';
import { accountGone, type Problem } from '../../model/problem.ts';
import type { Counts, FollowCard, GroupRow, Row, WishCard } from '../../model/view.ts';
import type { AccountId } from '../../model/asset.ts';
import type { Follow } from '../../model/follow.ts';
import type { Group } from '../../model/group.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import { isUnderway } from '../../model/wish.ts';
import { countFound } from '../following/follows.ts';
import { nextPageTime, pagesOfAccount } from '../following/looks.ts';
import { isLate } from '../imports/imports.ts';
import { isAsked } from '../imports/watchlist.ts';
import { bucketOf, countsIn, inAccount, inGroup, inProject, watchesIn } from '../imports/tally.ts';
import { clockAt } from '../kernel/time.ts';
import { outlookOf } from '../learning/history.ts';
import { mutedWatches, muteOf } from '../muting/mutes.ts';
import { troubleOf } from '../service/service.ts';
import type { MonitorView } from '../state.ts';

export { isLost, isWatched } from '../imports/watchlist.ts';

/** A watch as the window shows it. */
export function rowOf(state: MonitorView, watch: Watch): Row {
  const { id, account, reference, label, fileName, addedAt, startedAt, endedAt, isHandled, known } = watch;
  const former = watch.formerIds === undefined ? {} : { formerIds: watch.formerIds };
  const ofWatch = {
    id,
    account,
    reference,
    label,
    fileName,
    addedAt,
    startedAt,
    endedAt,
    isHandled,
    ...former,
  };
  const poll = state.polls.get(id)!;
  const outlook = outlookOf(state, watch);
  return {
    ...ofWatch,
    group: watch.group?.id ?? null,
    outcome: known === null ? 'waiting' : outcomeOf(known.status),
    status: known?.status ?? null,
    text: known?.text ?? null,
    metaData: known?.metaData ?? null,
    knownAt: poll.lastStatusAt,
    problem: problemOf(state, watch),
    asking: isAsked(state, watch.id),
    nextAskAt: clockAt(state, poll.dueAt),
    usual: outlook?.usual ?? null,
    isLate: outlook !== null && isLate(watch, poll, outlook),
    mute: muteOf(state, watch),
  };
}

function problemOf(state: MonitorView, watch: Watch): Problem | null {
  if (!isOpen(watch)) return null;
  const { lastStatusAt, problem } = state.polls.get(watch.id)!;
  const account = state.accounts.get(watch.account);
  if (account === undefined) return accountGone(lastStatusAt ?? watch.addedAt);
  return problem ?? troubleOf(account);
}

/** Whether nothing will be learned of it: it is not over, and there is no account that could ask. */
function isLeftAlone({ accounts }: MonitorView, watch: Watch): boolean {
  return isOpen(watch) && !accounts.has(watch.account);
}

/** Whether the tray names it: it is asked for or has ended, and is not muted. */
export function isNamedByTray(state: MonitorView, watch: Watch): boolean {
  return !isLeftAlone(state, watch) && muteOf(state, watch) === null;
}

export function inboxEntryOf(notice: Notice): InboxEntry {
  return 'status' in notice ? { ...notice, outcome: outcomeOf(notice.status) } : notice;
}

export function groupRowOf(state: MonitorView, group: Group): GroupRow {
  const { round: _, ...row } = group;
  const { importing, completed, failed, gone } = countsIn(state, inGroup(group.id));
  return { ...row, importing, completed, failed, gone };
}

export function countsOf(state: MonitorView): Counts {
  const counts = { ...countsIn(state, 'the list'), importing: countInProgress(state) };
  for (const id of mutedWatches(state)) {
    const watch = state.watches.get(id)!;
    if (!isLeftAlone(state, watch)) counts[bucketOf(watch)] -= 1;
  }
  const { importing, completed, failed } = counts;
  const [unread, unreadFailures] = [state.inbox.of('unread').size, state.inbox.of('unread failure').size];
  const inDoubt = [...state.wishes.values()].filter(({ state: is }) => is.kind === 'in-doubt').length;
  return { all: state.watches.size, importing, completed, failed, unread, unreadFailures, inDoubt };
}

/** In progress and still asked for, muted or not: not those of an account that was disconnected. */
export function countInProgress(state: MonitorView): number {
  let importing = 0;
  for (const id of state.accounts.keys()) importing += watchesIn(state, inAccount(id), 'importing').size;
  return importing;
}

/** What is wrong with each account at the moment; an account that can be asked is not named. */
export function troublesOf({ accounts }: MonitorView): Readonly<Record<AccountId, Problem>> {
  const troubles = [...accounts.values()].map((account) => [account.id, troubleOf(account)] as const);
  return Object.fromEntries(troubles.flatMap(([id, trouble]) => (trouble === null ? [] : [[id, trouble]])));
}

/** The followed projects, in the order in which they were followed. */
export function followCards(state: MonitorView): readonly FollowCard[] {
  const follows = [...state.follows.values()].toSorted((one, other) => one.since - other.since);
  return follows.map((follow) => cardOf(state, follow));
}

function cardOf(state: MonitorView, { since: _, baselineAt, ...follow }: Follow): FollowCard {
  const { id, account } = follow;
  const { look, lookedAt, problem } = state.lists.get(id)!;
  const nextLookAt = look === null ? nextPageTime(state, { id }, pagesOfAccount(state, account)) : null;
  return {
    ...follow,
    lookedAt,
    nextLookAt: clockAt(state, nextLookAt),
    isFirstLook: baselineAt === null,
    importing: watchesIn(state, inProject(id), 'importing').size,
    known: countFound(state, id),
    waiting: state.waitingNewcomers.of(id).size + state.refusedNewcomers.of(id).size,
    problem,
  };
}

/** What is being registered, and what needs the person. Of what was registered only what was wished last, or with something that is under way. */
export function wishCards({ wishes }: MonitorView): readonly WishCard[] {
  const all = [...wishes.values()];
  const newest = all.reduce((most, { wishedAt }) => Math.max(most, wishedAt), 0);
  const shown = new Set([newest, ...all.filter(isUnderway).map(({ wishedAt }) => wishedAt)]);
  return all
    .filter(({ state, wishedAt }) => state.kind !== 'registered' || shown.has(wishedAt))
    .map(({ id, account, workspace, projectId, bucket, key, wishedAt, state }) => ({
      ...{ id, account, workspace, projectId, bucket, key, wishedAt, state },
    }));
}
