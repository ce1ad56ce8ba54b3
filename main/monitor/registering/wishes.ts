import { watchIdOf, type AccountId } from '../../model/asset.ts';
import { followIdOf, type FollowId } from '../../model/follow.ts';
import { noticeKeyOf } from '../../model/notice.ts';
import { accountGone, type Problem } from '../../model/problem.ts';
import {
  isUnderway,
  isUnsettled,
  objectOf,
  unsettledByObject,
  type NewWish,
  type Wish,
  type WishId,
} from '../../model/wish.ts';
import { isOpen, type Watch } from '../../model/watch.ts';
import { takeRegistered } from '../imports/answers.ts';
import { enter, newWatch, removed } from '../imports/watchlist.ts';
import { roomInList, type ImportsState } from '../imports/imports.ts';
import type { EventOf } from '../kernel/events.ts';
import { indexNames } from '../kernel/lookup.ts';
import type { Step } from '../kernel/step.ts';
import type { Readable, Store } from '../kernel/store.ts';
import type { TellingState } from '../telling/ledger.ts';

/** What belongs to a wish that is under way, in this run, and is not written. Times are steady. */
export interface Errand {
  readonly wish: WishId;
  readonly account: AccountId;
  readonly project: FollowId;
  /** The request leaves once the save of this revision has ended; null where it is not about to leave. */
  readonly leavesAfter: number | null;
  /** It is not sent, or its reply not looked for, before this time. */
  readonly notBefore: number;
  /** How often it was sent in vain, or the list was read through without it. */
  readonly tries: number;
  /** Assets that may be it, whose details are to be asked for. */
  readonly candidates: readonly number[];
  /** Assets that are not it. */
  readonly others: readonly number[];
}

/** What is known of a project's list, for its wishes. Times are steady. */
export interface Survey {
  readonly project: FollowId;
  readonly account: AccountId;
  readonly workspace: string;
  readonly projectId: number;
  /** The highest id that was seen, and when the last page of the reading came; null before that. */
  readonly highest: { readonly id: number; readonly readAt: number } | null;
  /** A reading under way: the page to be read next, or on the wire, and the highest id so far. */
  readonly reading: { readonly page: number; readonly highest: number; readonly began: number } | null;
  readonly canReadSince: number;
  readonly problemsInRow: number;
}

export type RegisteringState = ImportsState & TellingState & Readonly<ReturnType<typeof createRegistering>>;

export function createRegistering(store: Store) {
  const errands = store.collection<WishId, Errand>(({ wish }) => wish);
  return {
    wishes: store.collection<WishId, Wish>(({ id }) => id),
    errands,
    errandsOf: errands.keep(indexNames<WishId, Errand, AccountId>(({ account }) => [account])),
    surveys: store.collection<FollowId, Survey>(({ project }) => project),
    /** When the service last answered one of these accounts that sends a file, steady ms, where none was lost since. */
    answeredFiles: store.collection<AccountId, { readonly account: AccountId; readonly at: number }>(
      ({ account }) => account,
    ),
  };
}

export const projectOfWish = ({ account, workspace, projectId }: Wish): FollowId =>
  followIdOf(account, workspace, projectId);

/** How soon a list is read for a reply that was lost: by then the service has done what it was about to do. */
const calmMs = 30_000;

/** One that was sent by an earlier run, or is taken up again, is looked for once things have calmed down. */
export function enterWish(state: RegisteringState, wish: Wish, at: number): void {
  state.wishes.put(wish);
  if (!isUnderway(wish)) return;
  const { id, account, workspace, projectId } = wish;
  const project = projectOfWish(wish);
  const notBefore = wish.state.kind === 'sent' ? at + calmMs : 0;
  const fresh = { leavesAfter: null, tries: 0, candidates: [], others: [] };
  state.errands.put({ wish: id, account, project, notBefore, ...fresh });
  if (!state.surveys.has(project))
    state.surveys.put({
      ...{ project, account, workspace, projectId, highest: null, reading: null },
      ...{ canReadSince: 0, problemsInRow: 0 },
    });
}

/**
 * Makes a wish of each file of which nothing is unsettled. What was refused is taken up again where the same file is wished anew: else
 * “Try again” would still stand there of a file that is registered, and register it a second time.
 */
export function wished(state: RegisteringState, { wishes }: EventOf<'wished'>, { at, clock }: Step): void {
  const unsettled = unsettledByObject(state.wishes.values());
  const refused = refusedByFile(state);
  for (const wish of wishes) {
    if (state.wishes.has(wish.id) || unsettled.has(objectOf(wish))) continue;
    const id = refused.get(fileOf(wish)) ?? wish.id;
    enterWish(state, { ...wish, id, wishedAt: clock, state: { kind: 'waiting' } }, at);
    unsettled.set(objectOf(wish), id);
  }
}

/** With its bucket: one of the same key in another bucket is another file. */
const fileOf = (wish: NewWish): string => JSON.stringify([objectOf(wish), wish.bucket]);

const refusedByFile = ({ wishes }: Readable<RegisteringState>): ReadonlyMap<string, WishId> =>
  new Map(
    [...wishes.values()]
      .filter(({ state }) => state.kind === 'refused')
      .map((wish) => [fileOf(wish), wish.id]),
  );

/** Its request left, or an earlier run ended so that nobody can tell. One that is about to leave has not. */
const mayHaveLeft = ({ wishes, errands }: Readable<RegisteringState>, id: WishId): boolean =>
  wishes.get(id)?.state.kind === 'sent' && errands.get(id)!.leavesAfter === null;

/** The person wants to hear no more of it; one whose request may have left stays until it is known what came of it. */
export function wishesDropped(state: RegisteringState, { wishes }: EventOf<'wishes-dropped'>): void {
  for (const id of wishes) {
    if (mayHaveLeft(state, id)) continue;
    state.wishes.remove(id);
    endErrand(state, id);
  }
}

/** The person says what is to be done where nobody can tell, or once what was refused is put right. */
export function wishesAnswered(
  state: RegisteringState,
  { wishes, how }: EventOf<'wishes-answered'>,
  { at, clock: wishedAt }: Step,
): void {
  const unsettled = unsettledByObject(state.wishes.values());
  for (const id of wishes) {
    const wish = state.wishes.get(id);
    // Nobody could send or look without a key: it would be under way for ever, and what was sent could not even be dropped.
    if (wish === undefined || !state.accounts.has(wish.account)) continue;
    const { kind } = wish.state;
    // Of the same key in another bucket, something may be under way.
    const isFree = (unsettled.get(objectOf(wish)) ?? id) === id;
    if (how === 'send' && isFree && (kind === 'in-doubt' || kind === 'refused')) {
      const left = (wish.state.kind === 'in-doubt' && wish.state.left) || [];
      const before = left.length > 0 && { leftBefore: Math.max(...left) };
      enterWish(state, { ...wish, ...before, wishedAt, state: { kind: 'waiting' } }, at);
      unsettled.set(objectOf(wish), id);
    }
    if (how === 'look' && wish.state.kind === 'in-doubt') {
      enterWish(state, { ...wish, wishedAt, state: { ...wish.state, kind: 'sent' } }, at);
      state.errands.patch(id, { notBefore: at });
    }
  }
}

/** There is no key any more with which could be sent or looked. */
export function wishesOfGone(state: RegisteringState, account: AccountId, { clock }: Step): void {
  state.answeredFiles.remove(account);
  for (const id of [...state.errandsOf.of(account)]) {
    if (mayHaveLeft(state, id)) doubt(state, id);
    else refuse(state, id, accountGone(clock));
  }
}

/**
 * The service answers that it took it: its import is in progress by that word, and an end before the first look is told as well. With an
 * asset that had ended in the list before, it does not make a new one of each file: that one begins again, and its end is told again.
 * `sentAt`: when the request had left, steady ms; null where its reply was lost, and its id is above all that was there before it left.
 */
export function wishTaken(
  state: RegisteringState,
  id: WishId,
  assetId: number,
  sentAt: number | null,
  step: Step,
): void {
  const wish = state.wishes.get(id);
  if (wish === undefined) return;
  const { account, workspace, projectId, replaces } = wish;
  const asset = watchIdOf(account, { workspace, projectId, assetId });
  const watch = state.watches.get(asset);
  wishCameTrue(state, id, assetId, step);
  // Of what nobody has heard yet, an end before its first look would be told to nobody.
  const isUnheard = watch === undefined || watch.known === null;
  const poll = state.polls.get(asset);
  // What came into the list after the request had left is what that made, and may have ended by now.
  const wasThere = sentAt !== null && (poll?.hereSince ?? 0) <= sentAt;
  // Looks may have seen it begin again, and end, before its reply came.
  const hasBegun = wasThere && (poll?.former?.beganAt ?? 0) > sentAt;
  const isNews = !hasBegun && (watch?.id === replaces || (wasThere && watch?.endedAt !== null));
  const begins = isUnheard || isNews;
  // Where the list has no room, or it was taken out, it is not there.
  if (begins && state.watches.has(asset)) takeRegistered(state, asset, step);
}

/** It was taken: its import is watched, in the place of the one that it replaces, unless it has left the list by now. */
function wishCameTrue(state: RegisteringState, id: WishId, assetId: number, step: Step): void {
  const wish = state.wishes.get(id);
  if (wish === undefined) return;
  end(state, wish, { kind: 'registered', assetId });
  const isTakenOut = 'left' in wish.state && wish.state.left?.includes(assetId) === true;
  const project = projectOfWish(wish);
  const highest = state.surveys.get(project)?.highest ?? null;
  if (highest !== null && highest.id < assetId)
    state.surveys.patch(project, { highest: { ...highest, id: assetId } });
  if (!isTakenOut || state.watches.has(watchIdOf(wish.account, { ...wish, assetId })))
    watchIt(state, wish, assetId, step);
}

function watchIt(state: RegisteringState, wish: Wish, assetId: number, step: Step): void {
  const { account, workspace, projectId, label, replaces } = wish;
  const reference = { workspace, projectId, assetId };
  const id = watchIdOf(account, reference);
  const replaced = replaces === null || replaces === id ? undefined : state.watches.get(replaces);
  // One that began again while the file waited is in progress, and stays to be told of.
  const former = replaced !== undefined && !isOpen(replaced) ? replaced : undefined;
  const fresh = newWatch(
    { account, reference, label, fileName: null },
    step.clock,
    former?.group?.id ?? null,
  );
  if (former !== undefined) removed(state, { kind: 'removed', watches: [former.id] }, step);
  const inItsPlace = former && {
    label: former.label,
    fileName: former.fileName,
    ...(former.mute && { mute: former.mute }),
    formerIds: [...(former.formerIds ?? []), former.reference.assetId],
  };
  const found = state.watches.get(id);
  // A followed project may have listed it before its reply was settled, and put it into its own group.
  if (found !== undefined) {
    const group = (isWithheld(state, found) ? found.group : former?.group) ?? found.group;
    state.watches.patch(found.id, { ...inItsPlace, group });
    if (group !== found.group) step.facts.push({ kind: 'grouped', watch: found.id });
  } else if (roomInList(state) > 0)
    enter(state, { ...fresh, ...inItsPlace, ...(former && { addedAt: former.addedAt }) }, step);
}

/** Its end is left to its group, and would be told by no other. */
function isWithheld({ notices }: RegisteringState, watch: Watch): boolean {
  const fate = notices.get(noticeKeyOf(watch))?.fate;
  return fate?.kind === 'held' && fate.reason === 'told-with-group';
}

export function refuse(state: RegisteringState, id: WishId, problem: Problem): void {
  const wish = state.wishes.get(id);
  if (wish !== undefined) end(state, wish, { kind: 'refused', problem });
}

export function doubt(state: RegisteringState, id: WishId): void {
  const wish = state.wishes.get(id);
  if (wish?.state.kind === 'sent') end(state, wish, { ...wish.state, kind: 'in-doubt' });
}

/** What came of its request is not known: the list is looked through for it, once things have calmed down. */
export function lose({ errands, wishes }: RegisteringState, id: WishId, at: number): void {
  if (wishes.get(id)?.state.kind === 'sent')
    errands.patch(id, { leavesAfter: null, notBefore: at + calmMs, tries: 0, candidates: [], others: [] });
}

function end(state: RegisteringState, wish: Wish, how: Wish['state']): void {
  state.wishes.put({ ...wish, state: how });
  endErrand(state, wish.id);
}

function endErrand({ errands, surveys }: RegisteringState, id: WishId): void {
  const project = errands.get(id)?.project;
  errands.remove(id);
  if (project === undefined) return;
  if (![...errands.values()].some((errand) => errand.project === project)) surveys.remove(project);
}

/**
 * At the end of a step, once what ended in it was told of: of more outcomes than are kept, what was wished longest ago is forgotten. What
 * is not settled never is, nor what was wished with something that is under way, since those are told of together.
 */
export function forgetOldest({ wishes, settings }: RegisteringState): void {
  const { mostOutcomes } = settings.value;
  const changes = wishes.changes();
  if (changes.size === 0 || wishes.size <= mostOutcomes) return;
  const all = [...wishes.values()];
  const underway = new Set(all.filter(isUnderway).map(({ wishedAt }) => wishedAt));
  const settled = all.filter((wish) => !isUnsettled(wish)).toSorted(byAge);
  for (const { id, wishedAt } of settled.slice(0, Math.max(0, settled.length - mostOutcomes)))
    if (!changes.has(id) && !underway.has(wishedAt)) wishes.remove(id);
}

const byAge = (one: Wish, other: Wish) => one.wishedAt - other.wishedAt;
