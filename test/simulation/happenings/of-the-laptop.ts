import type { Scarcity } from '../../../main/model/scarcity.ts';
import type { World } from '../world.ts';
import { hour, minute, second, type Rule } from './rule.ts';

/** What the computer does and what becomes of its parts. */
export const ofTheLaptop = {
  'the laptop sleeps': {
    weight: 5,
    ways: [
      'and says so',
      'and wakes twice',
      'without a word',
      'and only its wake is told',
      'not, though it said so',
    ],
    lasts: [second, 20 * minute],
    act: (world, { how, lasts }) => sleep(world, how, lasts),
  },
  'the laptop sleeps for hours': {
    weight: 0.5,
    ways: ['and says so', 'and wakes twice', 'without a word'],
    lasts: [hour, 10 * hour],
    act: (world, { how, lasts }) => sleep(world, how, lasts),
  },
  'the network goes': {
    weight: 4,
    ways: ['and the system says so', 'without a word'],
    lasts: [second, 10 * minute],
    act: (world, { how, lasts }) => goOffline(world, how === 'and the system says so', lasts),
  },
  'the clock jumps': {
    weight: 3,
    ways: ['an hour ahead', 'an hour back', 'seven minutes ahead', 'seven minutes back', 'two seconds back'],
    lasts: [10 * second, 20 * minute],
    act: (world, { how, lasts }) => {
      jump(world, jumps[how]!);
      world.timeline.inWorld(lasts, () => {
        if (!isMended(world)) jump(world, -jumps[how]!);
      });
    },
  },
  'the clock drifts': {
    weight: 0.3,
    ways: ['ahead', 'back'],
    lasts: [hour, 3 * hour],
    act: (world, { how, lasts }) => drift(world, how === 'ahead' ? 1 : -1, lasts),
  },
  'the disk is full': {
    weight: 3,
    ways: [''],
    lasts: [100, 3 * minute],
    act: (world, { lasts }) => {
      world.disk.setFull(true);
      world.timeline.inWorld(lasts, () => world.disk.setFull(false));
    },
  },
  'the disk is full for long': {
    weight: 0.4,
    ways: [''],
    lasts: [10 * minute, 2 * hour],
    act: (world, { lasts }) => {
      world.disk.setFull(true);
      world.timeline.inWorld(lasts, () => world.disk.setFull(false));
    },
  },
  'the notifier': {
    weight: 3,
    ways: ['refuses', 'throws', 'says nothing, shows nothing', 'says nothing'],
    lasts: [second, 10 * minute],
    act: (world, { how, lasts }) => {
      world.desktop.setMood(how as Parameters<typeof world.desktop.setMood>[0]);
      world.timeline.inWorld(lasts, () => world.desktop.setMood('well'));
    },
  },
  // Drawn apart from the others.
  'the computer has little of': {
    weight: 0,
    ways: ['battery', 'line', 'battery,line'],
    lasts: [10 * second, hour],
    // A process that sleeps hears nothing: one that heard of it would take that for its wake.
    act: ({ app, laptop, timeline, plan }, { how, lasts }) =>
      void timeline.inLaptop(0, () => {
        if (timeline.now() >= plan.roughMs) return;
        laptop.setScarce(how.split(',') as Scarcity[]);
        app.dispatch({ kind: 'scarce', scarce: laptop.scarce() });
        timeline.inLaptop(lasts, () => endScarcity({ app, laptop }));
      }),
  },
  // Drawn apart from the others.
  'the system keeps quiet': {
    weight: 0,
    ways: [''],
    lasts: [10 * second, hour],
    act: (world, { lasts }) => {
      world.desktop.setQuiet(true);
      world.timeline.inWorld(lasts, () => breakSilence(world));
    },
  },
} satisfies Record<string, Rule>;

/** The app looks once a minute whether it may disturb again. */
export function breakSilence({ desktop, timeline, chance, app }: World): void {
  desktop.setQuiet(false);
  timeline.inLaptop(chance.between(0, minute), () => {
    if (!desktop.isQuiet()) app.dispatch({ kind: 'disturbable' });
  });
}

export function endScarcity({ app, laptop }: Pick<World, 'app' | 'laptop'>): void {
  laptop.setScarce([]);
  app.dispatch({ kind: 'scarce', scarce: [] });
}

const jumps: Readonly<Record<string, number>> = {
  'an hour ahead': hour,
  'an hour back': -hour,
  'seven minutes ahead': 7 * minute,
  'seven minutes back': -7 * minute,
  'two seconds back': -2 * second,
};

function sleep(world: World, how: string, lasts: number): void {
  const { app, timeline, chance, laws } = world;
  if (timeline.isAsleep()) return;
  if (laws.asking.isAsking()) world.met('the laptop sleeps in mid-request');
  const pauseMs = pauseLeft(world);
  if (how !== 'without a word' && how !== 'and only its wake is told') app.dispatch({ kind: 'suspended' });
  if (how !== 'not, though it said so') {
    timeline.fallAsleep();
    laws.absences.leave('asleep');
  }
  timeline.inWorld(lasts, () => {
    wake(world);
    // In a pause nothing else is planned: its end comes late by the sleep, and nothing tells of that before.
    if (how === 'without a word') return laws.promptness.clockJumped(pauseMs);
    app.dispatch({ kind: 'resumed' });
    if (how !== 'and wakes twice') return;
    timeline.inLaptop(chance.between(0, 5 * second), () => app.dispatch({ kind: 'resumed' }));
  });
}

/** The laptop is awake again; whether the app is told is another matter. */
export function wake({ timeline, laws }: World): void {
  if (timeline.isAsleep()) {
    timeline.wakeUp();
    laws.asking.laptopWoke();
    laws.absences.comeBack('asleep');
  }
  laws.promptness.disturbed();
}

function goOffline(world: World, isTold: boolean, lasts: number): void {
  const { app, timeline, laptop, network } = world;
  if (!laptop.isOnline()) return;
  network.setReachable(false);
  if (isTold) {
    laptop.setOnline(false);
    app.dispatch({ kind: 'offline' });
  }
  timeline.inWorld(lasts, () => comeOnline(world));
}

/** The network is back. The app looks every five seconds whether it is. */
export function comeOnline(world: World): void {
  world.network.setReachable(true);
  if (world.laptop.isOnline()) return;
  world.laptop.setOnline(true);
  world.timeline.inLaptop(world.chance.between(0, 5 * second), () => {
    if (!world.laptop.isOnline()) return;
    world.app.dispatch({ kind: 'online' });
    world.laws.promptness.disturbed();
  });
}

/** By the laptop's clock. */
const pauseLeft = ({ laptop, settings }: World): number =>
  Math.max(0, (settings.pausedUntil ?? 0) - laptop.now());

function jump(world: World, byMs: number): void {
  const { app, laptop, laws } = world;
  const pauseMs = pauseLeft(world);
  laws.asking.clockIsToJump();
  laptop.jump(byMs);
  laws.asking.clockJumped(byMs);
  laws.sending.mayComeEarly();
  laws.promptness.clockJumped(pauseMs);
  laws.absences.clockJumped(byMs);
  laws.grouping.clockJumped();
  const state = app.state();
  // Where nothing is planned before the new time, or all is asleep, an hour that the clock skips looks like an hour that went by.
  const alarm = state?.wakeAt.value ?? Infinity;
  const overdueMs = laptop.now() + (state?.ahead.value ?? 0) - alarm;
  if (state === null || state.machine.value.doubtedAt !== null || (byMs > 0 && overdueMs <= minute))
    laws.lateness.clockJumpedUnseen();
  else laws.lateness.clockJumped();
}

/** Five seconds in each minute: in an hour it is beyond the five minutes that the gateway takes. */
function drift(world: World, direction: number, forMs: number): void {
  if (forMs <= 0 || isMended(world)) return;
  jump(world, direction * 5 * second);
  world.timeline.inWorld(minute, () => drift(world, direction, forMs - minute));
}

/** What was wrong with the clock is over. */
const isMended = ({ timeline, plan }: World) => timeline.now() >= plan.roughMs;

export function setClockRight(world: World): void {
  const ahead = world.laptop.offset();
  if (ahead !== 0) jump(world, -ahead);
}
