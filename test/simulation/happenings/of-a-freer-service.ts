import { otherRefusals } from '../faults.ts';
import { dates, repliesOfReplicas } from '../service.ts';
import { assetOf, endings, trouble } from './of-the-service.ts';
import { hour, minute, second, type Rule } from './rule.ts';

/** What no page of the service's documentation rules out. All are drawn apart from the others. */
export const ofAFreerService = {
  'a replica is behind': {
    weight: 0,
    ways: repliesOfReplicas,
    lasts: [2 * second, 6 * minute],
    act: ({ service, timeline }, { how, lasts }) =>
      timeline.inWorld(lasts, service.fallBehind(how as (typeof repliesOfReplicas)[number])),
  },
  'ends otherwise': {
    weight: 0,
    ways: endings,
    lasts: [0, 0],
    act: (world, happening) => {
      const asset = assetOf(world, happening);
      if (asset === null || !world.service.hasEnded(asset)) return;
      world.register.overwritten(asset, world.laws.telling);
      world.service.end(asset, happening.how);
    },
  },
  'the Date of the service': {
    weight: 0,
    ways: dates,
    lasts: [minute, hour],
    act: ({ service, timeline }, { how, lasts }) => {
      const date = (service.date = how as (typeof dates)[number]);
      timeline.inWorld(lasts, () => {
        if (service.date === date) service.date = null;
      });
    },
  },
  'the service is slow': {
    weight: 0,
    ways: ['all', 'pages'],
    lasts: [30 * second, 30 * minute],
    act: ({ network, timeline }, { how, lasts }) =>
      timeline.inWorld(lasts, network.slowDown(how as 'all' | 'pages')),
  },
  'the service limits': {
    weight: 0,
    ways: ['1', '2'],
    lasts: [10 * minute, 3 * hour],
    act: ({ network, timeline }, { how, lasts }) => timeline.inWorld(lasts, network.limitTo(Number(how))),
  },
  // Longer than the app needs to count it as gone would be another story.
  'an asset is not found': {
    weight: 0,
    ways: Object.keys(otherRefusals),
    lasts: [2 * second, 9 * minute],
    act: (world, { how, account, assetId, lasts }) => trouble(world, lasts, account, assetId, how),
  },
  'its details name another project': {
    weight: 0,
    ways: [''],
    lasts: [second, 6 * minute],
    act: (world, happening) => {
      const asset = assetOf(world, happening);
      if (asset === null) return;
      world.service.misplaced.add(asset);
      world.timeline.inWorld(happening.lasts, () => void world.service.misplaced.delete(asset));
    },
  },
} satisfies Record<string, Rule>;
