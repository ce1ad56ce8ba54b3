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
    act: (world, { how, lasts }) => world.setTrap(how as DeathPlace, lasts),
  },
  'the app is quit': {
    weight: 2,
    ways: [''],
    lasts: [100, 10 * minute],
    act: ({ app }, { lasts }) => app.quit(lasts),
  },
} satisfies Record<string, Rule>;
