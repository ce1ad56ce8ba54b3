import type { AccountId, WatchId } from '../model/asset.ts';
import type { MonitorSettings } from '../model/monitor-settings.ts';
import type { Stored } from '../model/stored.ts';
import { isOpen } from '../model/watch.ts';
import type { Receipt } from '../model/notice.ts';
import { createFollowing, enterFollow } from './following/follows.ts';
import { createGroups } from './groups/groups.ts';
import type { WithheldEnd } from './groups/withheld.ts';
import { putHook } from './hooks/delivering.ts';
import { createHooks, type HooksState } from './hooks/hooks.ts';
import { createImports, newPoll, type Poll } from './imports/imports.ts';
import type { UndoNumber } from './kernel/events.ts';
import { createSaving } from './kernel/saving.ts';
import { createStore, type Collection, type Readable, type Store } from './kernel/store.ts';
import { createTime } from './kernel/time.ts';
import { learn } from './learning/history.ts';
import { createMachine } from './machine/machine.ts';
import { createMuting, type MutingState } from './muting/mutes.ts';
import { createRegistering, enterWish, type RegisteringState } from './registering/wishes.ts';
import { createService } from './service/service.ts';
import { beginDigest } from './telling/gathering.ts';
import { createTelling } from './telling/ledger.ts';
import { createTimelines, type TimelinesState } from './timelines/timelines.ts';

/** All that the monitor knows. Only `advance` writes it. */
export interface State extends MutingState, HooksState, RegisteringState, TimelinesState {
  readonly store: Store;
  readonly removals: Collection<UndoNumber, Removal>;
  /** Accounts that need the person, who is not to be disturbed. */
  readonly heldProblems: Collection<AccountId, { readonly account: AccountId }>;
  /** What banners of earlier runs left once they were shown; none where notifiers leave nothing. */
  readonly receipts: readonly Receipt[];
}

/** The state for everybody else. */
export type MonitorView = Readable<Omit<State, 'store'>>;

/** What the person took out of the list in one go, as it was. */
export interface Removal extends Pick<Stored, 'watches' | 'groups' | 'follows' | 'seen' | 'timelines'> {
  readonly undo: UndoNumber;
  readonly polls: readonly Poll[];
  readonly withheld: readonly WithheldEnd[];
  /** In the place of a project that was muted and is followed no longer. */
  readonly mutedInPlace: readonly WatchId[];
}

export interface Beginning extends Partial<Stored> {
  /** Epoch milliseconds of the start. */
  readonly at: number;
  /** Any 32-bit integer; decides the jitter of the whole run. */
  readonly seed: number;
  readonly settings: MonitorSettings;
  /** Those that the person has; each comes to be known at the latest when it is ready. */
  readonly accounts?: readonly AccountId[];
  readonly pausedUntil: number | null;
  readonly receipts?: readonly Receipt[];
}

/** The state at the start of a run. What was in progress is awaited by a digest, and so is each notice that a crash caught. */
export function createState(beginning: Beginning): State {
  const store = createStore();
  const rooms = {
    ...createTime(store, beginning.at),
    ...createSaving(store),
    seed: store.cell(beginning.seed | 0),
    ...createMachine(store, beginning),
    ...createService(store, beginning.accounts ?? []),
    ...createImports(store),
    ...createFollowing(store),
    ...createTelling(store),
    ...createGroups(store),
    ...createHooks(store),
  };
  const state: State = {
    store,
    ...rooms,
    ...createMuting(rooms),
    ...createRegistering(store),
    ...createTimelines(store),
    removals: store.collection<UndoNumber, Removal>(({ undo }) => undo),
    heldProblems: store.collection<AccountId, { readonly account: AccountId }>(({ account }) => account),
    receipts: beginning.receipts ?? [],
  };
  restore(state, beginning);
  const open = [...state.watches.values()].filter(isOpen).map(({ id }) => id);
  const isCaught = [...state.notices.values()].some(({ key }) => !state.inbox.of('settled').has(key));
  if (open.length > 0 || isCaught) beginDigest(state, open, beginning.at);
  learn(state, beginning.at);
  store.commit();
  return state;
}

/** What a digest waits for of this account. */
export function awaitedOf({ awaited, polls }: State, account: AccountId): readonly WatchId[] {
  return [...awaited.keys()].filter((watch) => polls.get(watch)?.account === account);
}

function restore(state: State, beginning: Beginning): void {
  const { follows, seen, groups, watches, notices } = beginning;
  const { observations, listings, hooks, deliveries, lastEnds, wishes, timelines } = beginning;
  const seenOf = new Map(seen?.map((each) => [each.follow, each]));
  for (const follow of follows ?? []) enterFollow(state, follow, seenOf.get(follow.id) ?? null);
  for (const group of groups ?? []) state.groups.put(group);
  for (const watch of watches ?? []) {
    const hasGroup = watch.group !== null && state.groups.has(watch.group.id);
    state.watches.put(hasGroup ? watch : { ...watch, group: null });
    state.polls.put(newPoll(state, watch, null));
  }
  for (const notice of notices ?? []) {
    state.notices.put(notice);
    if (notice.fate.kind === 'recorded') state.overdue.put({ notice: notice.key });
  }
  for (const observation of observations ?? []) state.observations.put(observation);
  for (const wish of wishes ?? []) enterWish(state, wish, beginning.at);
  for (const listing of listings ?? []) state.listings.put(listing);
  for (const hook of hooks ?? []) putHook(state, hook);
  for (const delivery of deliveries ?? []) {
    state.deliveries.put(delivery);
    if (delivery.tries > 0) state.lines.patch(delivery.hook, { last: delivery.id });
  }
  for (const lastEnd of lastEnds ?? []) state.lastEnds.put(lastEnd);
  for (const timeline of timelines ?? []) state.timelines.put(timeline);
}
