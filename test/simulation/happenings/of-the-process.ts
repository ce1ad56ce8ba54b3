import { brokenPorts, struckSteps, type BrokenPort, type StruckStep } from '../own-faults.ts';
import type { DeathPlace } from '../world.ts';
import { minute, type Rule } from './rule.ts';

const places: readonly DeathPlace[] = [
  'before-save',
  'torn-save',
  'after-save',
  'before-banner',
  'after-banner',
  'before-request',
  'after-answer',
];

const quitPlaces: readonly DeathPlace[] = [...places, 'before-delivery', 'after-delivery'];

/** How the app's process comes to its end; it is started again after a while. */
export const ofTheProcess = {
  'the app dies': {
    weight: 3,
    ways: [''],
    lasts: [100, 10 * minute],
    act: ({ app }, { lasts }) => app.die(lasts),
  },
  'the app dies at a place': {
    weight: 8,
    ways: places,
    lasts: [100, 5 * minute],
    act: (world, { how, lasts }) => world.setTrap(how as DeathPlace, 'dies', lasts),
  },
  'the app is quit': {
    weight: 2,
    ways: [''],
    lasts: [100, 10 * minute],
    // Nobody quits an app on a laptop that sleeps.
    act: ({ app, timeline, plan }, { lasts }) =>
      void timeline.inLaptop(0, () => {
        if (timeline.now() < plan.roughMs) app.quit(lasts);
      }),
  },
  // Drawn apart from the others.
  'the app is quit at a place': {
    weight: 0,
    ways: quitPlaces.flatMap((place) => [place, `${place}, twice`]),
    lasts: [100, 5 * minute],
    act(world, { how, lasts }) {
      const [place, twice] = how.split(', ');
      world.setTrap(place as DeathPlace, twice === undefined ? 'is quit' : 'is quit twice', lasts);
    },
  },
  // Drawn apart from the others; lasts so many writes until it strikes.
  'a step breaks off': {
    weight: 0,
    ways: struckSteps.flatMap((step) => [step, step, `${step}, twice`, `${step}, four times`]),
    lasts: [1, 300],
    act({ ownFaults, timeline, plan }, { how, lasts }) {
      const [step, times] = how.split(', ');
      const inRow = { twice: 2, 'four times': 4 }[times ?? ''] ?? 1;
      if (timeline.now() < plan.roughMs) ownFaults.plan({ step: step as StruckStep, write: lasts, inRow });
    },
  },
  // Drawn apart from the others.
  'a port throws': {
    weight: 0,
    ways: brokenPorts,
    lasts: [0, 0],
    act({ ownFaults, timeline, plan }, { how }) {
      if (timeline.now() < plan.roughMs) ownFaults.breakPort(how as BrokenPort);
    },
  },
} satisfies Record<string, Rule>;
