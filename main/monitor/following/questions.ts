import { watchIdOf, type AccountId } from '../../model/asset.ts';
import type { Follow } from '../../model/follow.ts';
import type { Readable } from '../kernel/store.ts';
import { pageKeyOf, statusKeyOf, type QuestionFor } from '../service/service.ts';
import { followsOf, referenceIn, type FollowingState, type Newcomer } from './follows.ts';
import { newLook, nextPageTime, pagesOfAccount } from './looks.ts';

type State = Readable<FollowingState>;

/** What a followed project has to ask: the next page of its list, or how one newcomer stands. */
type FollowQuestion = QuestionFor<'page' | 'newcomer'>;

/**
 * The next question of the account's projects that is due at `at` (steady ms); `at` may be Infinity for a probe. The project that waited
 * longest is first. One page at a time, because pages are large; pages before newcomers, since each project's pages wait for its
 * newcomers.
 */
export function nextFollowQuestion(state: State, account: AccountId, at: number): FollowQuestion | null {
  const follows = followsOf(state, account);
  const pages = pagesOfAccount(state, account);
  if (!isReading(state, follows)) {
    const due = follows.filter((follow) => (nextPageTime(state, follow, pages) ?? Infinity) <= at);
    const follow = longestWaiting(state, due);
    if (follow !== null) return pageQuestion(state, follow);
  }
  const follow = longestWaiting(
    state,
    follows.filter((each) => nextNewcomer(state, each) !== null),
  );
  const newcomer = follow && nextNewcomer(state, follow);
  if (newcomer === null) return null;
  return { for: 'newcomer', follow: follow!.id, reference: referenceIn(follow!, newcomer.assetId) };
}

/** When the account's projects have something to ask (steady ms, 0 for at once), or null where only an event can change that. */
export function followTime(state: State, account: AccountId): number | null {
  const follows = followsOf(state, account);
  if (follows.some((follow) => nextNewcomer(state, follow) !== null)) return 0;
  if (isReading(state, follows)) return null;
  const pages = pagesOfAccount(state, account);
  const times = follows.flatMap((follow) => nextPageTime(state, follow, pages) ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

/** Notes that the question is about to be sent, as this number. */
export function noteTurn(
  state: FollowingState,
  question: FollowQuestion,
  lastRequest: number,
  at: number,
): void {
  const look = state.followPolls.get(question.follow)?.look ?? null;
  const begins = question.for === 'page' && look === null;
  state.followPolls.patch(question.follow, {
    lastRequest,
    ...(begins && { look: newLook(at), lookNow: false }),
  });
}

function pageQuestion(state: State, { id: follow, workspace, projectId }: Follow): FollowQuestion {
  const page = state.followPolls.get(follow)?.look?.page ?? 1;
  return { for: 'page', follow, workspace, projectId, page };
}

function isReading({ onTheWire }: State, follows: readonly Follow[]): boolean {
  return follows.some(({ id }) => onTheWire.has(pageKeyOf(id)));
}

function longestWaiting({ followPolls }: State, follows: readonly Follow[]): Follow | null {
  const turnOf = ({ id }: Follow) => followPolls.get(id)!.lastRequest;
  return follows.reduce<Follow | null>(
    (first, each) => (first === null || turnOf(each) < turnOf(first) ? each : first),
    null,
  );
}

/** Few are on the wire at once, so the first that is not comes soon. */
function nextNewcomer({ newcomers, waitingNewcomers, onTheWire }: State, follow: Follow): Newcomer | null {
  for (const key of waitingNewcomers.of(follow.id)) {
    const newcomer = newcomers.get(key)!;
    const watch = watchIdOf(follow.account, referenceIn(follow, newcomer.assetId));
    if (!onTheWire.has(statusKeyOf(watch))) return newcomer;
  }
  return null;
}
