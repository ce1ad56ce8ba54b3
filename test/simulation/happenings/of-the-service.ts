import { faults } from '../faults.ts';
import type { Happening } from '../plan.ts';
import { receiverMoods } from '../receiver.ts';
import { failures, lies, unfinishedShown, type Asset } from '../service.ts';
import type { World } from '../world.ts';
import { hour, minute, second, type Rule } from './rule.ts';

export const endings = ['COMPLETED', ...failures] as const;

const passing = [
  'gateway 503/500',
  'gateway 504/510',
  'connection refused',
  'no answer at all',
  'an empty 500',
];

/** What goes wrong on the way to the service, and what becomes of assets and keys there. */
export const ofTheService = {
  'requests go wrong': {
    weight: 10,
    ways: Object.keys(faults),
    lasts: [2 * second, 6 * minute],
    act: (world, { lasts, account, assetId, how }) => trouble(world, lasts, account, assetId, how),
  },
  'all requests go wrong': {
    weight: 5,
    ways: Object.keys(faults),
    lasts: [2 * second, 6 * minute],
    act: (world, { lasts, how }) => trouble(world, lasts, null, null, how),
  },
  'an account is in trouble': {
    weight: 5,
    ways: Object.keys(faults),
    lasts: [2 * second, 6 * minute],
    act: (world, { lasts, account, how }) => trouble(world, lasts, account, null, how),
  },
  'an asset is in trouble': {
    weight: 3,
    ways: [
      ...['gateway 500/900', 'gateway 503/500', 'gateway 504/510', 'an empty 500', '503 with Retry-After'],
      ...['a captive portal, HTML with 200', 'a proxy’s 403', 'an empty answer', 'no answer at all'],
    ],
    lasts: [minute, 50 * minute],
    act: (world, { lasts, account, assetId, how }) => trouble(world, lasts, account, assetId, how),
  },
  'an outage of hours': {
    weight: 0.15,
    ways: passing,
    lasts: [hour, 4 * hour],
    act: (world, { lasts, how }) => trouble(world, lasts, null, null, how),
  },
  'imported again': {
    weight: 4,
    ways: endings,
    lasts: [second, 10 * minute],
    act: (world, happening) => {
      const asset = assetOf(world, happening);
      if (asset === null || !world.service.hasEnded(asset)) return;
      world.register.overwritten(asset, world.laws.telling);
      world.service.importAgain(asset);
      world.timeline.inWorld(happening.lasts, () => world.endImport(asset, happening.how));
    },
  },
  'an unknown status': {
    weight: 2,
    ways: [''],
    lasts: [second, 10 * minute],
    act: (world, happening) => {
      const asset = assetOf(world, happening);
      if (asset?.status !== 'IN_PROGRESS') return;
      world.service.sayUnknown(asset);
      const { status } = asset;
      world.timeline.inWorld(happening.lasts, () => {
        if (asset.status === status) world.service.importAgain(asset);
      });
    },
  },
  deleted: {
    weight: 1,
    ways: [''],
    lasts: [0, 0],
    act: (world, happening) => {
      const asset = assetOf(world, happening);
      if (asset === null) return;
      world.register.overwritten(asset, world.laws.telling);
      asset.deleted = true;
    },
  },
  moved: {
    weight: 2,
    ways: ['and its details say where to', 'out of sight'],
    lasts: [0, 0],
    act: (world, happening) => {
      const asset = assetOf(world, happening);
      if (asset === null) return;
      asset.tellsPlace &&= happening.how === 'and its details say where to';
      if (!asset.tellsPlace) world.register.overwritten(asset, world.laws.telling);
      world.service.move(asset, asset.projectId + 1);
    },
  },
  'the lists': {
    // Drawn by themselves, so that what else is drawn of a seed stays as it is.
    weight: 0,
    ways: [...unfinishedShown, ...lies, 'are turned round'],
    lasts: [second, 20 * minute],
    act: ({ service: { lists }, timeline }, { how, lasts }) => {
      const unfinished = unfinishedShown.find((each) => each === how);
      const lie = lies.find((each) => each === how);
      if (unfinished !== undefined) lists.unfinished = unfinished;
      else if (lie === undefined) lists.newestFirst = !lists.newestFirst;
      else {
        lists.lie = lie;
        timeline.inWorld(lasts, () => {
          if (lists.lie === lie) lists.lie = null;
        });
      }
    },
  },
  'the receiver': {
    // Drawn by itself, too.
    weight: 0,
    ways: [...receiverMoods, 'dies before', 'dies after'],
    lasts: [second, 10 * minute],
    act: (world, { how, lasts }) => {
      const mood = receiverMoods.find((each) => each === how);
      if (mood === undefined)
        return world.setTrap(how === 'dies before' ? 'before-delivery' : 'after-delivery', 'dies', lasts);
      world.receiver.setMood(mood);
      world.timeline.inWorld(lasts, () => world.receiver.setMood('takes'));
    },
  },
  'a key': {
    weight: 3,
    ways: ['is revoked', 'is replaced', 'loses its permission'],
    lasts: [0, 0],
    act: ({ service }, { account, how }) => {
      const key = service.keyStateOf(account);
      if (how === 'is revoked') key.revoked = true;
      else if (how === 'is replaced') key.version += 1;
      else key.permitted = false;
    },
  },
} satisfies Record<string, Rule>;

export function trouble(
  world: World,
  lasts: number,
  account: string | null,
  assetId: number | null,
  fault: string,
): void {
  world.network.beginTrouble({ until: world.timeline.now() + lasts, account, assetId, of: null, fault });
}

export function assetOf(
  { service }: World,
  { account, assetId }: Pick<Happening, 'account' | 'assetId'>,
): Asset | null {
  const asset = service.assetOf(account, assetId);
  return asset === null || asset.deleted ? null : asset;
}
