import { followIdOf } from '../../../main/model/follow.ts';
import { firstProject, noProject, secondProject, slips, workspace } from '../service.ts';
import type { World } from '../world.ts';
import { assetOf, trouble } from './of-the-service.ts';
import { hour, minute, second, type Rule } from './rule.ts';

const projects: Readonly<Record<string, number>> = {
  'the first': firstProject,
  'the second': secondProject,
  'one that is not there': noProject,
};

/** How long a list keeps an order, or an asset its place in it, where they change all the time. */
const changesEveryMs = 700;

/** What becomes of followed projects and their lists. All of it is drawn apart from the others. */
export const ofFollowing = {
  'the person follows a project': {
    weight: 0,
    ways: Object.keys(projects),
    lasts: [0, 0],
    act: ({ person }, { how, account }) =>
      person.whenAtDesk(() => person.followAnew(account, projects[how]!)),
  },
  'the person unfollows a project': {
    weight: 0,
    ways: ['the first', 'the second', 'the first and undoes it', 'the second and undoes it'],
    lasts: [second, 3 * minute],
    act: ({ person }, { how, account, lasts }) => {
      const [name, isUndone] = how.split(' and ');
      if (isUndone !== undefined) person.leaveAndUndo(account, lasts, projects[name!]!);
      else person.leave(account, lasts, projects[name!]!);
    },
  },
  'the person looks at a project': {
    weight: 0,
    ways: ['the first', 'the second', 'all'],
    lasts: [0, 0],
    act: ({ person }, { how, account }) => {
      const follows = how === 'all' ? how : [followIdOf(account, workspace, projects[how]!)];
      person.say({ kind: 'look-now', follows });
    },
  },
  'moved between projects': {
    weight: 0,
    ways: [
      'and its details say where to',
      'and its details are found there alone',
      'and its old list shows it still',
    ],
    lasts: [second, 10 * minute],
    act: (world, happening) => {
      const asset = assetOf(world, happening);
      if (asset === null) return;
      const isKept = happening.how !== 'and its details are found there alone';
      asset.tellsPlace &&= isKept;
      if (!asset.tellsPlace) world.register.overwritten(asset, world.laws.telling);
      const { projectId, account, assetId } = asset;
      world.service.move(asset, projectId === firstProject ? secondProject : firstProject);
      if (happening.how !== 'and its old list shows it still') return;
      asset.lingersIn = projectId;
      world.note(`${account}/${assetId} is listed in both projects`);
      world.timeline.inWorld(happening.lasts, () => (asset.lingersIn = null));
    },
  },
  'newcomers are refused': {
    weight: 0,
    ways: ['service 400/10001', 'gateway 404/300', 'gateway 403/230', 'an empty 500', 'gateway 429/410'],
    lasts: [10 * second, 40 * minute],
    act: (world, { account, assetId, lasts, how }) => {
      const strangers = world.plan.strangers.map((each) => each.assetId);
      const refused = strangers.filter((each) => each % 3 === assetId % 3);
      const until = Math.min(world.timeline.now() + lasts, world.plan.roughMs);
      if (saysNotThere.has(how)) refuseNewcomers(world, until, account, refused, how);
      else for (const each of refused) trouble(world, lasts, account, each, how);
    },
  },
  'lists are refused': {
    weight: 0,
    ways: ['service 400/10001', 'gateway 404/300', 'gateway 403/230', 'an empty 500', 'no answer at all'],
    lasts: [10 * second, 2 * hour],
    act: (world, { account, lasts, how }) => trouble(world, lasts, account, 0, how),
  },
  'lists slip': {
    weight: 0,
    ways: slips,
    lasts: [5 * second, 15 * minute],
    act: (world, { how, lasts }) => {
      const { lists } = world.service;
      const lie = slips.find((each) => each === how)!;
      lists.lie = lie;
      const until = world.timeline.now() + lasts;
      repeat(world, until, () => (lists.shuffles += 1));
      world.timeline.inWorld(lasts, () => {
        if (lists.lie === lie) lists.lie = null;
      });
    },
  },
  'assets leave the lists': {
    weight: 0,
    ways: ['for a while', 'in turns', 'for ever, one by one'],
    lasts: [5 * second, 10 * minute],
    act: (world, happening) => leaveLists(world, happening),
  },
} satisfies Record<string, Rule>;

/** What the app believes of an import that it watches, where that is said for long enough. */
const saysNotThere: ReadonlySet<string> = new Set(['service 400/10001', 'gateway 404/300']);
/** Less than that. */
const foundAgainMs = 9 * minute;

/** What is watched by now is found again before it counts as gone: for longer, only strangers are refused. */
function refuseNewcomers(
  world: World,
  until: number,
  account: string,
  assetIds: readonly number[],
  how: string,
): void {
  const { timeline, app } = world;
  const lasts = Math.min(until - timeline.now(), foundAgainMs);
  for (const each of assetIds) trouble(world, lasts, account, each, how);
  timeline.inWorld(lasts, () => {
    const state = app.state();
    if (state === null || timeline.now() >= until) return;
    const watched = new Set([...state.watches.values()].map(({ reference }) => reference.assetId));
    const strangers = assetIds.filter((each) => !watched.has(each));
    refuseNewcomers(world, until, account, strangers, how);
  });
}

function leaveLists(world: World, { account, assetId, how, lasts }: Parameters<Rule['act']>[1]): void {
  const { service, timeline, plan } = world;
  const of = (id: number) => assetOf(world, { account, assetId: id });
  const hide = (id: number, isHidden: boolean) => {
    const asset = of(id);
    if (asset !== null) asset.isHidden = isHidden;
  };
  if (how === 'for a while') {
    hide(assetId, true);
    return void timeline.inWorld(lasts, () => hide(assetId, false));
  }
  const until = timeline.now() + lasts;
  // Of those that have long ended.
  const ids = plan.strangers.filter(({ endsAt }) => endsAt < 0).map((each) => each.assetId);
  let next = ids.indexOf(assetId);
  repeat(world, until, () => {
    if (how === 'in turns') hide(ids[next] ?? 0, false);
    next = (next + 1) % Math.max(1, ids.length);
    const asset = of(ids[next] ?? 0);
    if (asset === null || !service.hasEnded(asset)) return;
    if (how === 'in turns') asset.isHidden = true;
    else asset.deleted = true;
  });
  timeline.inWorld(lasts, () => ids.forEach((id) => hide(id, false)));
}

/** Many times until then, and no more when all is mended. */
function repeat(world: Pick<World, 'timeline' | 'plan'>, until: number, run: () => void): void {
  const { timeline, plan } = world;
  timeline.inWorld(changesEveryMs, () => {
    if (timeline.now() >= Math.min(until, plan.roughMs)) return;
    run();
    repeat(world, until, run);
  });
}
