import {
  bucketOf,
  countsIn,
  inAccount,
  inGroup,
  inProject,
  inRound,
  watchesIn,
  type Counts,
} from '../../../main/monitor/imports/tally.ts';
import type { DueWatches, Poll } from '../../../main/monitor/imports/imports.ts';
import type { DueQueue } from '../../../main/monitor/kernel/due-queue.ts';
import { keyOf } from '../../../main/monitor/service/service.ts';
import type { State } from '../../../main/monitor/state.ts';
import { followIdOf } from '../../../main/model/follow.ts';
import { isFailure, isTerminal } from '../../../main/model/import-status.ts';
import { isOpen, type Watch } from '../../../main/model/watch.ts';

/** All rows in their order, all cells, and all that is derived from them. */
export function snapshotOf(state: State) {
  const parts = Object.entries(state).flatMap(([name, part]: [string, unknown]) => {
    if (isCell(part)) return [[name, part.value]];
    return isCollection(part) ? [[name, [...part.values()]]] : [];
  });
  const rows = Object.fromEntries(parts) as Record<string, unknown>;
  return { parts: rows, derived: derivedFigures(state), shelves: shelvesOf(state) };
}

/** What else is looked up, of all that has a name. */
function shelvesOf({ accounts, answered, deliveries, errandsOf, hooks, mutes, shelves, ...state }: State) {
  const ofHook = (id: string) => [sorted(shelves.of(`new ${id}`)), sorted(shelves.of(`failed ${id}`))];
  const told = [...deliveries.values()].flatMap(({ what }) => (what.about === 'import' ? what.watch : []));
  return {
    accounts: [...accounts.keys()].map((id) => [dueOf(answered.of(id)), sorted(errandsOf.of(id))]),
    hooks: [...hooks.keys()].map(ofHook),
    deliveries: [sorted(shelves.of('waiting')), sorted(shelves.of('over'))],
    about: told.map((watch) => sorted(shelves.of(`about ${watch}`))),
    mutes: Object.values(mutes).map(({ all, next }) => [sorted(all), next()?.dueAt]),
    timelineEntries: state.timelineEntries.all(),
  };
}

const isCell = (part: unknown): part is { readonly value: unknown } =>
  typeof part === 'object' && part !== null && 'value' in part && 'set' in part;

const isCollection = (part: unknown): part is { readonly values: () => Iterable<unknown> } =>
  typeof part === 'object' && part !== null && 'values' in part && 'patch' in part;

/** What the indexes say, which is kept as rows change. */
export function derivedFigures(state: State) {
  const { accounts, follows, groups, inbox, onTheWire, waitingNewcomers, refusedNewcomers } = state;
  const ofAccounts = [...accounts.keys()].map((id) => ({
    importing: watchesIn(state, inAccount(id), 'importing').size,
    onTheWire: onTheWire.of(id),
    due: dueOf(state.due.of(id)),
    troubled: dueOf(state.troubled.of(id)),
    unnamed: sorted(state.unnamed.of(id)),
  }));
  const ofFollows = [...follows.keys()].map((id) => ({
    open: sorted(watchesIn(state, inProject(id), 'importing')),
    waiting: sorted(waitingNewcomers.of(id)),
    refused: sorted(refusedNewcomers.of(id)),
  }));
  const ofGroups = [...groups.values()].map((group) => {
    const round = inRound(group.id, group.round.number);
    return {
      members: sorted(state.members.of(group.id)),
      counts: countsIn(state, inGroup(group.id)),
      round: { counts: countsIn(state, round), failed: sorted(watchesIn(state, round, 'failed')) },
    };
  });
  return {
    ofAccounts,
    ofFollows,
    ofGroups,
    tally: countsIn(state, 'the list'),
    unread: { all: inbox.of('unread').size, failures: inbox.of('unread failure').size },
    waiting: sorted(inbox.of('waiting')),
    settled: sorted(inbox.of('settled')),
    running: contentOf(state.running),
  };
}

/** The same, counted from the rows. */
export function countedFigures(state: State): ReturnType<typeof derivedFigures> {
  const watches = [...state.watches.values()];
  const polls = [...state.polls.values()];
  const notices = [...state.notices.values()];
  const newcomers = [...state.newcomers.values()].map((each) => ({
    ...each,
    key: `${each.follow}#${each.assetId}`,
  }));
  const unread = notices.filter(({ read }) => !read);
  return {
    ofAccounts: [...state.accounts.keys()].map((id) => ({
      importing: countBuckets(watches.filter(({ account }) => account === id)).importing,
      onTheWire: [...state.requests.values()].filter(({ account }) => account === id).length,
      due: dueAmong(polls.filter(({ account, problem }) => account === id && problem === null)),
      troubled: dueAmong(polls.filter(({ account, problem }) => account === id && problem !== null)),
      unnamed: polls
        .flatMap(({ account, wantsDetails, watch }) => (account === id && wantsDetails ? watch : []))
        .toSorted(),
    })),
    ofFollows: [...state.follows.keys()].map((id) => ({
      open: sorted(
        watches.filter((watch) => isOpen(watch) && projectOf(watch) === id).map((each) => each.id),
      ),
      waiting: sorted(
        newcomers.flatMap(({ follow, askAgainFrom, key }) =>
          follow === id && askAgainFrom === null ? key : [],
        ),
      ),
      refused: sorted(
        newcomers.flatMap(({ follow, askAgainFrom, key }) =>
          follow === id && askAgainFrom !== null ? key : [],
        ),
      ),
    })),
    ofGroups: [...state.groups.values()].map(({ id, round: { number } }) => {
      const all = watches.filter(({ group }) => group?.id === id);
      const inRound = all.filter(({ group }) => group?.round === number);
      const failed = inRound.filter((watch) => bucketOf(watch) === 'failed').map((watch) => watch.id);
      return {
        members: sorted(all.map((watch) => watch.id)),
        counts: countBuckets(all),
        round: { counts: countBuckets(inRound), failed: sorted(failed) },
      };
    }),
    tally: countBuckets(watches),
    unread: {
      all: unread.length,
      failures: unread.filter((notice) => notice.about === 'import' && isFailure(notice.status)).length,
    },
    waiting: sorted(notices.filter(({ fate }) => fate.kind === 'recorded').map(({ key }) => key)),
    settled: sorted(
      notices.filter(({ fate }) => fate.kind !== 'recorded' && fate.kind !== 'showing').map(({ key }) => key),
    ),
    running: pairs(
      watches
        .filter(
          ({ known, shownAs, endedAt }) =>
            (known === null ? shownAs !== null : !isTerminal(known.status)) && endedAt === null,
        )
        .map(({ id, startedAt }) => [id, startedAt]),
    ),
  };
}

/** The questions on the wire, by their keys; those that the monitor does not know of any more are marked. */
export function questionsOnTheWire({ requests, onTheWire }: State): string[] {
  const keys = [...requests.values()].map(({ account, question }) => keyOf(account, question));
  return keys.map((key) => (onTheWire.has(key) ? key : `${key} is not known`));
}

function countBuckets(watches: readonly Watch[]): Counts {
  const counts = { importing: 0, completed: 0, failed: 0, gone: 0 };
  for (const watch of watches) counts[bucketOf(watch)] += 1;
  return counts;
}

const projectOf = ({ account, reference: { workspace, projectId } }: Watch) =>
  followIdOf(account, workspace, projectId);

const sorted = (all: Iterable<string>): string[] => [...all].toSorted();

function pairs(all: (readonly [string, number | null])[]): (readonly [string, number])[] {
  return all
    .flatMap(([key, at]) => (at === null ? [] : [[key, at] as const]))
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

const dueAmong = (polls: readonly Poll[]) => pairs(polls.map(({ watch, dueAt }) => [watch, dueAt]));

/** All that is due, and still is afterwards. */
function dueOf(due: DueWatches) {
  const content: Poll[] = [];
  for (let first = due.first(); first !== null; first = due.first()) {
    content.push(first);
    due.remove(first.watch);
  }
  for (const poll of content) due.put(poll);
  return pairs(content.map(({ watch, dueAt }) => [watch, dueAt]));
}

/** All that waits in the queue, which is as before afterwards. */
function contentOf(queue: DueQueue<string>) {
  const content: [string, number][] = [];
  for (let first = queue.first(); first !== null; first = queue.first()) {
    content.push([first.key, first.dueAt]);
    queue.remove(first.key);
  }
  for (const [key, dueAt] of content) queue.put(key, dueAt);
  return pairs(content);
}
