import type { AccountId, AssetReference, WatchId } from '../../main/model/asset.ts';
import { watchIdOf } from '../../main/model/asset.ts';
import { followIdOf, type FollowId } from '../../main/model/follow.ts';
import type { Group, GroupId } from '../../main/model/group.ts';
import type { Hook } from '../../main/model/hook.ts';
import type { QuietHours } from '../../main/model/monitor-settings.ts';
import type { Mute, MuteSubject } from '../../main/model/mute.ts';
import type { Problem } from '../../main/model/problem.ts';
import type { Watch } from '../../main/model/watch.ts';
import type { Happening } from '../../main/monitor/kernel/events.ts';
import { projectOfWish } from '../../main/monitor/registering/wishes.ts';
import { isWatched } from '../../main/monitor/view/rows.ts';
import type { NewWish, Wish, WishId } from '../../main/model/wish.ts';
import type { PlannedWish } from './plan.ts';
import { bucket, firstProject, otherBucket, workspace } from './service.ts';
import type { GroupChoice, WantedGroup } from './laws/grouping.ts';
import { incarnationOf } from './laws/knowing.ts';
import type { World } from './world.ts';

export type Person = ReturnType<typeof createPerson>;

const minute = 60_000;
/** How the person settles what nobody can tell. */
export const answersOfFiles = ['after a look', 'by a second look', 'without a look', 'not at all'] as const;
export type AnswersOfFiles = (typeof answersOfFiles)[number];

const failures = ['FAILED', 'FILE_NOT_EXIST', 'INVALID_METADATA'];

/** The person at the laptop: acts only while it is awake and the app runs, and else comes back to it later. */
export function createPerson(world: World) {
  const keys = new Map<AccountId, number>();
  /** When they were kept, epoch ms. */
  const keptAt = new Map<AccountId, number>();
  const seenWishes = new Set<WishId>();
  const groupNumbers = new Map<GroupId, number>();
  const mendedWishes = new Set<WishId>();
  let isCalm = false;
  let answers: AnswersOfFiles = 'after a look';
  let pauses = 0;

  function whenAtDesk(run: () => void): void {
    if (world.app.isOpen() && !world.timeline.isAsleep()) run();
    else world.timeline.inLaptop(1_000, () => whenAtDesk(run));
  }

  function after(delayMs: number, run: () => void): void {
    world.timeline.inLaptop(delayMs, () => whenAtDesk(run));
  }

  function say(event: Happening): void {
    whenAtDesk(() => world.app.dispatch(event));
  }

  function watchOf(account: AccountId, assetId: number): Watch | null {
    return world.app.state()?.watches.get(idOf(account, assetId)) ?? null;
  }

  /** As the window shows it. */
  const muteable = (of: MuteSubject, account: AccountId, assetId: number): string =>
    ({
      watch: idOf(account, assetId),
      group: watchOf(account, assetId)?.group?.id ?? groupOf(account).id,
      project: followIdOf(account, workspace, firstProject),
    })[of];

  function withWatch(account: AccountId, assetId: number, act: (watch: Watch) => void): void {
    whenAtDesk(() => {
      const watch = watchOf(account, assetId);
      if (watch !== null) act(watch);
    });
  }

  /** The group in which the window shows it. */
  function withGroup(account: AccountId, assetId: number, act: (group: Group) => void): void {
    withWatch(account, assetId, (watch) => {
      const group = world.app.state()!.groups.get(watch.group?.id ?? '');
      if (group !== undefined) act(group);
    });
  }

  let undos = 0;
  let wishedAgain = 0;
  let hooksMade = 0;

  const filesThat = (kind: Wish['state']['kind'] | 'all'): Wish[] =>
    [...world.app.state()!.wishes.values()].filter(({ state }) => kind === 'all' || state.kind === kind);

  /** The number under which it comes back. */
  function takeOut(watches: readonly Watch[]): number {
    for (const watch of watches) {
      const asset = world.service.assetOf(watch.account, watch.reference.assetId);
      if (asset !== null) world.register.overwritten(asset, world.laws.telling);
      world.register.unwanted(watch.id);
      world.laws.following.leaves(world.app.state()!, watch);
      world.laws.grouping.leaves(watch.id);
      world.laws.promptness.left(watch.id);
      world.note(`the person stops watching ${watch.id}`);
    }
    undos += 1;
    const state = world.app.state()!;
    const ids = watches.map(({ id }) => id);
    world.clockSeen.look();
    world.app.dispatch({ kind: 'removed', watches: ids, undo: undos }, () =>
      world.laws.muting.takenOut(state, watches),
    );
    return undos;
  }

  function add(account: AccountId, assetId: number, fileName: string | null): void {
    world.laws.promptness.disturbed();
    const entry = { account, reference: referenceTo(account, assetId), label: null, fileName };
    const group = groupFor(assetId, account);
    const watch = watchOf(account, assetId);
    if (watch === null) enter(account, assetId);
    // One that was lost is taken up again, and into the group of this time.
    else if (world.plan.isGrouped && !isWatched(world.app.state()!, entry))
      world.laws.grouping.joins(watch.id, incarnationOf(watch), group);
    world.app.dispatch({ kind: 'added', watches: [entry], ...(world.plan.isGrouped && { group }) });
  }

  /** What is not in the list yet will be. */
  function enter(account: AccountId, assetId: number): void {
    const { laws, plan, laptop, timeline } = world;
    const id = idOf(account, assetId);
    const incarnation = incarnationOf({ id, addedAt: laptop.now() });
    laws.absences.entered(id);
    laws.following.returns(id);
    laws.promptness.entered(id);
    laws.lateness.began(incarnation, account, timeline.now());
    laws.grouping.joins(id, incarnation, plan.isGrouped ? groupFor(assetId, account) : null);
  }

  function unfollow(account: AccountId, projectId: number, undo?: number): void {
    // What its list said to have begun again may be on its way to be asked for.
    for (const watch of world.app.state()?.watches.values() ?? [])
      if (watch.account === account) world.laws.asking.wants(watch.id);
    const follow = followIdOf(account, workspace, projectId);
    world.app.dispatch({ kind: 'unfollowed', follow, ...(undo !== undefined && { undo }) });
  }

  /** One that has gone is not made again: what is added later forms another. */
  function groupFor(assetId: number, account: AccountId): WantedGroup {
    const wanted = groupOf(account, world.plan.hasSecondGroups && assetId % 3 === 0);
    const number = groupNumbers.get(wanted.id) ?? 1;
    const id = number === 1 ? wanted.id : `${wanted.id}-${number}`;
    if (!world.laws.grouping.hasGone(id)) return { ...wanted, id };
    groupNumbers.set(wanted.id, number + 1);
    return { ...wanted, id: `${wanted.id}-${number + 1}` };
  }

  function putBack(watches: readonly Watch[], undo: number): void {
    world.laws.promptness.disturbed();
    for (const watch of watches) {
      world.laws.asking.wants(watch.id);
      world.laws.absences.entered(watch.id);
      world.laws.following.returns(watch.id);
      if (world.app.state()?.watches.has(watch.id)) continue;
      world.laws.grouping.returns(watch);
      world.register.putBack(watch.id);
    }
    for (const account of new Set(watches.map((watch) => watch.account)))
      if (world.app.state()?.accounts.has(account) === false) world.laws.grouping.accountGone(account);
    world.app.dispatch({ kind: 'undone', undo });
    // What was taken out while it was muted comes back so.
    if (isCalm) unmuteAll();
  }

  /** Where the console shows it now. */
  function referenceTo(account: AccountId, assetId: number): AssetReference {
    const projectId = world.service.assetOf(account, assetId)?.projectId ?? firstProject;
    return { workspace, projectId, assetId };
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
      register.unwanted(wish.replaces);
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
    if (answers === 'not at all' && !isCalm) return after(minute, () => decide(id));
    if (answers === 'by a second look' && !isCalm) return answer([wish], ['look']);
    if (answers === 'without a look' && !isCalm) return answer([wish], ['send']);
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
    app.dispatch({ kind: 'wishes-dropped', wishes: wishes.map(({ id }) => id) });
    for (const wish of wishes) if (app.state()?.wishes.has(wish.id) === false) laws.registering.drops(wish);
  }

  function wishOf(
    { account, key, replaces, isRefused, isOfOther, keepsId }: PlannedWish,
    id: WishId,
  ): NewWish {
    const watch = replaces === null ? null : watchOf(account, replaces);
    const hasFailed = failures.includes(watch?.known?.status ?? '');
    const from = isRefused ? 'no-such-bucket' : isOfOther ? otherBucket : bucket;
    world.note(`the person wants ${key} of ${account} registered as ${id}`);
    if (hasFailed && keepsId) world.service.keepId(account, key, replaces!);
    const place = { workspace, projectId: firstProject, bucket: from, key };
    return { id, account, ...place, label: null, replaces: hasFailed ? watch!.id : null };
  }

  /** Puts right what was refused and wants it registered anew, and presses “Try again” where that still stands there afterward. */
  function wishAnew(id: WishId): void {
    const { app, laws, service } = world;
    const wish = app.state()?.wishes.get(id);
    if (isCalm || wish?.state.kind !== 'refused' || mendedWishes.has(id)) return;
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
    if (isCalm || world.app.state()?.wishes.get(id)?.state.kind !== 'refused') return;
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
    keyOf: (account: AccountId) => keys.get(account) ?? 1,
    say,
    whenAtDesk,
    add: (account: AccountId, assetId: number, fileName: string | null) =>
      whenAtDesk(() => {
        world.note(`the person adds ${idOf(account, assetId)}`);
        add(account, assetId, fileName);
      }),
    follow: (account: AccountId, projectId: number = firstProject) =>
      say({ kind: 'followed', account, workspace, projectId, projectName: 'Films' }),
    unfollow,
    /** For a while. */
    leave(account: AccountId, forMs: number, projectId: number = firstProject): void {
      whenAtDesk(() => {
        muteInPlace(followIdOf(account, workspace, projectId));
        unfollow(account, projectId);
        after(forMs, () => this.followAnew(account, projectId));
      });
    },
    followAnew(account: AccountId, projectId: number): void {
      const { app, register } = world;
      if (app.state()!.follows.has(followIdOf(account, workspace, projectId))) return;
      register.followedAnew(account, (id) => app.state()!.watches.has(id));
      this.follow(account, projectId);
    },
    leaveAndUndo(account: AccountId, afterMs: number, projectId: number = firstProject): void {
      whenAtDesk(() => {
        const { app, laws } = world;
        const follow = followIdOf(account, workspace, projectId);
        if (isCalm || !app.state()!.follows.has(follow)) return;
        const life = app.life();
        undos += 1;
        const undo = undos;
        muteInPlace(follow);
        const hadGroup = !laws.grouping.hasGone(`follow:${follow}`);
        unfollow(account, projectId, undo);
        after(afterMs, () => {
          const state = app.state()!;
          if (app.life() !== life || !state.accounts.has(account)) return this.followAnew(account, projectId);
          if (state.follows.has(follow)) return;
          laws.promptness.disturbed();
          world.clockSeen.look();
          laws.muting.returned(follow);
          if (hadGroup) laws.grouping.followReturned(follow);
          world.note(`the person takes it back that they left ${follow}`);
          app.dispatch({ kind: 'undone', undo });
        });
      });
    },
    checkAll: () => say({ kind: 'check-now', watches: 'all' }),
    checkOne: (account: AccountId, assetId: number): void =>
      whenAtDesk(() => check([idOf(account, assetId)])),
    /** Whatever stands there of it, ended or not. */
    checkAllOf: (account: AccountId): void =>
      whenAtDesk(() =>
        check([...world.app.state()!.watches.keys()].filter((id) => id.startsWith(`${account}:`))),
      ),
    remove: (account: AccountId, assetId: number) =>
      withWatch(account, assetId, (watch) => void takeOut([watch])),
    /** The undo is the window's, and is gone with the process. */
    removeAndUndo: (account: AccountId, assetId: number, afterMs: number) =>
      withWatch(account, assetId, (watch) => {
        const life = world.app.life();
        const undo = takeOut([watch]);
        after(afterMs, () => {
          if (world.app.life() !== life) return;
          putBack([watch], undo);
        });
      }),
    /** All of the account that stand in the list. */
    removeAllAndUndo: (account: AccountId, afterMs: number) =>
      whenAtDesk(() => {
        const watches = [...world.app.state()!.watches.values()].filter((one) => one.account === account);
        if (watches.length === 0) return;
        const life = world.app.life();
        const undo = takeOut(watches);
        after(afterMs, () => {
          if (world.app.life() === life) putBack(watches, undo);
        });
      }),
    /** All that is in the group in which the asset stands; null: for good. */
    removeGroup: (account: AccountId, assetId: number, undoneAfterMs: number | null) =>
      withGroup(account, assetId, ({ id }) => {
        const life = world.app.life();
        const watches = [...world.app.state()!.members.of(id)].map((watch) =>
          world.app.state()!.watches.get(watch)!,
        );
        const undo = takeOut(watches);
        if (undoneAfterMs === null) return;
        after(undoneAfterMs, () => {
          if (world.app.life() === life) putBack(watches, undo);
        });
      }),
    changeGroup: (account: AccountId, assetId: number, part: Partial<GroupChoice>) =>
      withGroup(account, assetId, ({ id }) => {
        world.note(`the person changes the group ${id}: ${JSON.stringify(part)}`);
        world.laws.grouping.changed(id, part);
        world.app.dispatch({ kind: 'group-changed', group: id, ...part });
      }),
    ungroup: (account: AccountId, assetId: number) =>
      withGroup(account, assetId, (group) => {
        const { id } = group;
        world.laws.muting.dissolved(group);
        world.note(`the person dissolves the group ${id}`);
        world.laws.grouping.dissolved(id);
        world.app.dispatch({ kind: 'ungrouped', group: id });
      }),
    removeAndAdd: (account: AccountId, assetId: number, afterMs: number) =>
      withWatch(account, assetId, (watch) => {
        const { fileName } = watch;
        takeOut([watch]);
        after(afterMs, () => add(account, assetId, fileName));
      }),
    readOf: (account: AccountId): void =>
      whenAtDesk(() => {
        const notices = [...world.app.state()!.notices.keys()].filter((key) => key.startsWith(`${account}:`));
        world.app.dispatch({ kind: 'notices-read', notices });
      }),
    handle: (account: AccountId, assetId: number): void =>
      say({ kind: 'handled', watches: [idOf(account, assetId)], isHandled: true }),
    clearInbox(): void {
      whenAtDesk(() => {
        const { app, register, laws } = world;
        for (const notice of app.state()!.notices.values()) {
          const end = laws.telling.endOf(notice);
          if (end !== null && !laws.telling.isWritten(notice.key)) register.cleared(end);
        }
        app.dispatch({ kind: 'inbox-cleared' });
      });
    },
    rename(account: AccountId, assetId: number, label: string | null): void {
      say({ kind: 'renamed', watch: idOf(account, assetId), label });
    },
    pause(lengthMs: number, resumesAfterMs: number, isLength: boolean): void {
      whenAtDesk(() => {
        if (isCalm) return;
        const until = world.laptop.now() + lengthMs;
        world.settings.pausedUntil = until;
        world.clockSeen.look();
        world.app.dispatch({ kind: 'paused', until, isLength });
        const mine = (pauses += 1);
        after(resumesAfterMs, () => {
          if (pauses === mine) endPause();
        });
      });
    },
    /** From now on the person does nothing more that keeps the app from its work. */
    calmDown(): void {
      isCalm = true;
      endPause();
    },
    changeSettings(how: string, forMs: number): void {
      whenAtDesk(() => {
        const { monitor } = world.settings;
        const late = world.plan.wantsLate;
        const notices = {
          'no notices of completed': { completed: false, failed: true, late },
          'no notices': { completed: false, failed: false, late: false },
        }[how];
        const floorMs = notices === undefined ? Number.parseInt(how) * 1_000 : monitor.floorMs;
        change({ ...monitor, floorMs, notices: notices ?? monitor.notices });
        if (notices !== undefined)
          after(forMs, () =>
            change({ ...world.settings.monitor, notices: { completed: true, failed: true, late } }),
          );
      });
    },
    /** `forMs`: null until nothing of it is in progress any more. */
    mute(
      of: MuteSubject,
      account: AccountId,
      assetId: number,
      forMs: number | null,
      isLength: boolean,
    ): void {
      whenAtDesk(() => {
        if (isCalm) return;
        const until = forMs === null ? null : world.laptop.now() + forMs;
        mute(
          of,
          [muteable(of, account, assetId)],
          until === null ? { kind: 'until-it-ends' } : { kind: 'until', at: until, isLength },
        );
      });
    },
    unmuteAll: () => whenAtDesk(unmuteAll),
    muteAllOf(account: AccountId, forMs: number): void {
      whenAtDesk(() => {
        const ids = [...world.app.state()!.watches.keys()].filter((id) => id.startsWith(`${account}:`));
        if (!isCalm) mute('watch', ids, { kind: 'until', at: world.laptop.now() + forMs, isLength: true });
      });
    },
    unmute: (of: MuteSubject, account: AccountId, assetId: number): void =>
      whenAtDesk(() => mute(of, [muteable(of, account, assetId)], null)),
    /** From now on, for so long. */
    keepQuiet: (forMs: number, letsFailuresPass: boolean): void =>
      whenAtDesk(() => {
        const from = world.laptop.now();
        if (!isCalm) changeQuiet({ spans: [{ from, until: from + forMs }], letsFailuresPass });
      }),
    letFailuresPass: (letsFailuresPass: boolean): void =>
      whenAtDesk(() => changeQuiet({ ...world.settings.monitor.quiet, letsFailuresPass })),
    endQuiet: (): void => whenAtDesk(() => changeQuiet({ ...world.settings.monitor.quiet, spans: [] })),
    tidyAfter: (tidyAfterMs: number | null): void =>
      whenAtDesk(() => change({ ...world.settings.monitor, tidyAfterMs })),
    wantLate: (late: boolean): void =>
      whenAtDesk(() => {
        const { monitor } = world.settings;
        change({ ...monitor, notices: { ...monitor.notices, late } });
      }),
    /** One of those that are there: `which` says which of them, `change` what becomes of it; null where it is removed. */
    changeHook(which: number, change: (hook: Hook) => Hook | null): void {
      whenAtDesk(() => {
        const hooks = world.laws.handingOn.hooks();
        if (isCalm || hooks.length === 0) return;
        const hook = hooks[which % hooks.length]!;
        const next = change(hook);
        if (next !== null) return keepHook(next);
        world.note(`the person removes the hook ${hook.id}`);
        world.laws.handingOn.removed(hook.id);
        world.app.dispatch({ kind: 'hook-removed', hook: hook.id });
      });
    },
    makeHook(hook: Omit<Hook, 'id'>): void {
      whenAtDesk(() => {
        if (isCalm) return;
        hooksMade += 1;
        keepHook({ ...hook, id: `hook-${hooksMade}` });
      });
    },
    /** What waits for them is tried at once. */
    keepHooks: (): void =>
      whenAtDesk(() => {
        for (const hook of world.laws.handingOn.hooks()) keepHook(hook);
      }),
    endQuietHours: (): void =>
      change({ ...world.settings.monitor, quiet: { spans: [], letsFailuresPass: false } }),
    disconnect(kind: 'account-not-ready' | 'account-removed', account: AccountId, forMs: number): void {
      whenAtDesk(() => {
        if (kind === 'account-removed') {
          world.laws.grouping.accountGone(account);
          for (const follow of world.app.state()!.follows.values())
            if (follow.account === account) muteInPlace(follow.id);
        }
        world.app.dispatch({ kind, account });
        after(forMs, () => {
          world.laws.promptness.disturbed();
          world.app.dispatch({ kind: 'account-ready', account, keptAt: keptAt.get(account) ?? 0 });
        });
      });
    },
    keptAtOf: (account: AccountId): number => keptAt.get(account) ?? 0,
    /** The person enters another key, which may be wrong. */
    enterKey(account: AccountId, isRight: boolean): void {
      whenAtDesk(() => {
        if (isCalm) return;
        const key = world.service.keyStateOf(account);
        key.version += 1;
        useKey(account, isRight ? key.version : 0);
      });
    },
    enterKeyWhereLocked(account: AccountId, afterMs: number): void {
      whenAtDesk(() => {
        if (isCalm) return;
        world.app.dispatch({ kind: 'account-not-ready', account });
        after(afterMs, () => {
          if (isCalm) mend(account);
          else this.enterKey(account, true);
        });
      });
    },
    /** Reads why the account is not asked any more, and mends it after a while. */
    mendLater(account: AccountId, problem: Problem): void {
      world.note(`the person is told that ${account} needs them: ${problem.kind}`);
      after(world.chance.between(5_000, 5 * minute), () => mend(account));
    },
    mend,
  };

  function mend(account: AccountId): void {
    const key = world.service.keyStateOf(account);
    if (key.revoked) key.version += 1;
    key.revoked = false;
    key.permitted = true;
    world.note(`the person mends ${account}`);
    useKey(account, key.version);
  }

  function useKey(account: AccountId, version: number): void {
    if (version !== (keys.get(account) ?? 1)) keptAt.set(account, world.laptop.now());
    keys.set(account, version);
    world.laws.promptness.disturbed();
    world.app.dispatch({ kind: 'account-ready', account, keptAt: keptAt.get(account) ?? 0 });
  }

  function unmuteAll(): void {
    const state = world.app.state();
    if (state === null) return;
    mute('watch', [...state.watches.keys()], null);
    mute('group', [...state.groups.keys()], null);
    mute('project', [...state.follows.keys()], null);
  }

  function mute(of: MuteSubject, ids: readonly string[], wish: Mute | null): void {
    const { app, laws } = world;
    const state = app.state();
    // It may have died of the mute before.
    if (state === null) return;
    world.clockSeen.look();
    app.dispatch({ kind: 'muted', of, ids, mute: wish }, () => laws.muting.wished(state, of, ids, wish));
  }

  function muteInPlace(follow: FollowId): void {
    world.clockSeen.look();
    world.laws.muting.left(world.app.state()!, follow);
  }

  function keepHook(hook: Hook): void {
    // It may have died of the hook before.
    if (!world.app.isOpen()) return;
    world.note(`the person keeps the hook ${JSON.stringify(hook)}`);
    world.laws.handingOn.kept(hook);
    world.app.dispatch({ kind: 'hook-kept', hook });
    const state = world.app.state();
    if (state !== null) world.laws.handingOn.checkTried(state, hook, world.app.life());
  }

  function check(watches: readonly WatchId[]): void {
    for (const id of watches) world.register.looked(id, world.timeline.now());
    world.app.dispatch({ kind: 'check-now', watches });
  }

  function changeQuiet(quiet: QuietHours): void {
    change({ ...world.settings.monitor, quiet });
  }

  function endPause(): void {
    pauses += 1;
    world.settings.pausedUntil = null;
    world.laws.promptness.disturbed();
    world.app.dispatch({ kind: 'unpaused' });
  }

  function change(settings: World['settings']['monitor']): void {
    world.settings.monitor = settings;
    world.app.dispatch({ kind: 'settings-changed', settings }, () => (world.settings.obeyed = settings));
  }
}

/** Every second account hears of each import, too. */
const groupOf = (account: AccountId, isSecond = false) => ({
  id: `${isSecond ? 'apart' : 'together'}-${account}`,
  name: isSecond ? 'Apart' : 'Together',
  tell: { allDone: true, firstFailure: true },
  eachAsset: account === 'a2',
});

const idOf = (account: AccountId, assetId: number): WatchId =>
  watchIdOf(account, { workspace, projectId: firstProject, assetId });
