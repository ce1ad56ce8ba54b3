import type { AccountId } from '../../../main/model/asset.ts';
import type { NewWish, Wish, WishId } from '../../../main/model/wish.ts';
import { projectOfWish } from '../../../main/monitor/registering/wishes.ts';
import { incarnationOf } from '../laws/knowing.ts';
import type { PlannedWish } from '../plan.ts';
import { bucket, firstProject, hasFailed, otherBucket, workspace } from '../service.ts';
import type { World } from '../world.ts';
import { idOf, minute, type Desk } from './desk.ts';

/** How the person settles what nobody can tell. */
export const answersOfFiles = ['after a look', 'by a second look', 'without a look', 'not at all'] as const;
export type AnswersOfFiles = (typeof answersOfFiles)[number];

/** The files that the person wants registered, and what they do where the app cannot tell what became of one. */
export function createFiles(world: World, { whenAtDesk, after, watchOf, isCalm }: Desk) {
  const seenWishes = new Set<WishId>();
  const mendedWishes = new Set<WishId>();
  let answers: AnswersOfFiles = 'after a look';
  let wishedAgain = 0;

  const filesThat = (kind: Wish['state']['kind'] | 'all'): Wish[] =>
    [...world.app.state()!.wishes.values()].filter(({ state }) => kind === 'all' || state.kind === kind);

  function wishOf(
    { account, key, replaces, isRefused, isOfOther, keepsId }: PlannedWish,
    id: WishId,
  ): NewWish {
    const watch = replaces === null ? null : watchOf(account, replaces);
    const isAnew = hasFailed(watch?.known?.status ?? '');
    const from = isRefused ? 'no-such-bucket' : isOfOther ? otherBucket : bucket;
    world.note(`the person wants ${key} of ${account} registered as ${id}`);
    if (isAnew && keepsId) world.service.keepId(account, key, replaces!);
    const place = { workspace, projectId: firstProject, bucket: from, key };
    return { id, account, ...place, label: null, replaces: isAnew ? watch!.id : null };
  }

  /** The new asset is in the list, in the place of another. */
  function watchesNow(wish: Wish): void {
    const { app, laws, register, timeline } = world;
    if (wish.state.kind !== 'registered' || seenWishes.has(wish.id)) return;
    seenWishes.add(wish.id);
    const id = idOf(wish.account, wish.state.assetId);
    const watch = app.state()?.watches.get(id);
    if (wish.replaces !== null && !app.state()?.watches.has(wish.replaces)) {
      const former = world.service.assetOf(wish.account, Number(wish.replaces.split('/').at(-1)));
      if (former !== null) register.overwritten(former, laws.telling);
      register.unwanted(wish.replaces, firstProject);
      laws.grouping.replaces(wish.replaces, watch);
    }
    if (watch === undefined || id === wish.replaces) return;
    // One that a followed project listed before is not new, but in its group.
    if (watch.known === null) {
      laws.absences.entered(id);
      laws.lateness.began(incarnationOf(watch), wish.account, timeline.now());
    }
    laws.grouping.found(watch, null);
  }

  /** Looks where the app cannot: what the service truly has. */
  function decide(id: WishId): void {
    const { app, laws } = world;
    const wish = app.state()?.wishes.get(id);
    if (wish?.state.kind !== 'in-doubt') return;
    if (!app.state()!.accounts.has(wish.account)) return after(minute, () => decide(id));
    if (answers === 'not at all' && !isCalm()) return after(minute, () => decide(id));
    if (answers === 'by a second look' && !isCalm()) return answer([wish], ['look']);
    if (answers === 'without a look' && !isCalm()) return answer([wish], ['send']);
    const taken = laws.registering.ownOf(wish);
    world.note(
      `the person is asked about ${wish.key}, and ${taken === null ? 'sends it again' : 'has found it'}`,
    );
    if (taken === null) answer([wish], ['send']);
    else drop([wish]);
  }

  /** One after the other, at once. */
  function answer(wishes: readonly Wish[], ways: readonly ('look' | 'send')[]): void {
    const { app, laws } = world;
    const ids = wishes.map(({ id }) => id);
    world.note(`the person answers of ${ids.join(', ')}: ${ways.join(', ')}`);
    for (const how of ways) {
      for (const wish of ids.flatMap((id) => app.state()?.wishes.get(id) ?? [])) {
        if (wish.state.kind !== 'in-doubt') continue;
        if (how === 'send') laws.registering.sendsAgain(wish);
        else laws.promptness.soughtAnew(projectOfWish(wish));
      }
      app.dispatch({ kind: 'wishes-answered', wishes: ids, how });
    }
  }

  /** Of what nobody can tell, the person may have found it. */
  function drop(wishes: readonly Wish[]): void {
    const { app, laws } = world;
    world.note(`the person drops ${wishes.map(({ id }) => id).join(', ')}`);
    for (const wish of wishes) {
      const taken = wish.state.kind === 'in-doubt' ? laws.registering.ownOf(wish) : null;
      if (taken !== null) laws.registering.found(wish, taken);
    }
    app.dispatch({ kind: 'wishes-dropped', wishes: wishes.map(({ id }) => id) }, () =>
      laws.registering.drops(wishes),
    );
  }

  /** Puts right what was refused and wants it registered anew, and presses “Try again” where that still stands there afterward. */
  function wishAnew(id: WishId): void {
    const { app, laws, service } = world;
    const wish = app.state()?.wishes.get(id);
    if (isCalm() || wish?.state.kind !== 'refused' || mendedWishes.has(id)) return;
    mendedWishes.add(id);
    world.met('a file wished anew that was refused');
    service.buckets.add(wish.bucket);
    world.note(`the person mends what ${id} was refused for, and wants it anew`);
    const { wishedAt: _, state: __, ...wanted } = wish;
    laws.registering.repeats(`${id}-anew`);
    app.dispatch({ kind: 'wished', wishes: [{ ...wanted, id: `${id}-anew` }] });
    after(world.chance.between(1_000, 5 * minute), () => tryAgain(id));
  }

  function tryAgain(id: WishId): void {
    if (isCalm() || world.app.state()?.wishes.get(id)?.state.kind !== 'refused') return;
    world.note(`the person tries ${id} again`);
    world.app.dispatch({ kind: 'wishes-answered', wishes: [id], how: 'send' });
  }

  return {
    /** The person wants files registered, all at once. */
    wish(together: readonly { readonly wish: PlannedWish; readonly number: number }[]): void {
      whenAtDesk(() => {
        const wishes = together.map(({ wish, number }) => wishOf(wish, `wish-${number}`));
        world.app.dispatch({ kind: 'wished', wishes });
      });
    },
    /** The same file, or one of the same key in another bucket, which the window would not offer while it is under way. */
    wishAgain(account: AccountId, key: string, isOfOther: boolean): void {
      whenAtDesk(() => {
        const id = `wish-again-${(wishedAgain += 1)}`;
        const place = { workspace, projectId: firstProject, bucket: isOfOther ? otherBucket : bucket, key };
        world.note(`the person wants ${key} of ${account} registered as ${id}`);
        world.app.dispatch({
          kind: 'wished',
          wishes: [{ id, account, ...place, label: null, replaces: null }],
        });
      });
    },
    /** All files of which it stands so. */
    dropFiles: (kind: Wish['state']['kind'] | 'all'): void => whenAtDesk(() => drop(filesThat(kind))),
    answerOfFiles: (ways: readonly ('look' | 'send')[]): void =>
      whenAtDesk(() => answer(filesThat('all'), ways)),
    answersBy(how: AnswersOfFiles, forMs: number): void {
      answers = how;
      after(forMs, () => {
        if (answers === how) answers = 'after a look';
      });
    },
    /** What became of a wish is seen in the window. */
    hearOfWish(wish: Wish): void {
      watchesNow(wish);
      if (wish.state.kind === 'in-doubt')
        after(world.chance.between(1_000, 2 * minute), () => decide(wish.id));
      if (wish.state.kind === 'refused')
        after(world.chance.between(1_000, 5 * minute), () => wishAnew(wish.id));
    },
  };
}
