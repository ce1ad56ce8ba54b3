import { expect, it } from 'vitest';
import { importing, ofGroups } from '../groups/group-stage.ts';
import { answerOf, idOf, problemOf } from '../stage.ts';
import { createProjects } from './projects.ts';

const hour = 3_600_000;

it('an asset does not count as gone because of an hour asleep, or of a clock that jumped', () => {
  const world = createProjects();
  world.put('IN_PROGRESS', 1, 2);
  world.stage.ready();
  world.stage.add(1, 2);
  world.play(2_000);
  world.assets.get(1)!.projectId = 2;
  world.play(180_000);
  world.stage.now += 3_600_000;
  world.play(400_000);
  expect(world.told()).toEqual([]);
});

it.each([
  ['a pause', 'paused'],
  ['an outage', 'outage'],
  ['an hour without a key', 'locked'],
] as const)('an asset does not count as gone because of %s in the midst of a search', (_what, how) => {
  const world = createProjects();
  world.put('IN_PROGRESS', 1, 2);
  world.stage.ready();
  world.stage.add(1, 2);
  world.play(2_000);
  world.unfound.add(1);
  world.play(150_000);
  if (how === 'paused') world.stage.send({ kind: 'paused', until: world.stage.now + hour, isLength: true });
  if (how === 'locked') world.stage.send({ kind: 'account-not-ready', account: 'a1' });
  if (how === 'outage') world.trouble = problemOf('service');
  world.play(hour);
  world.trouble = null;
  if (how === 'locked') world.stage.ready();
  world.play(300_000);
  expect(world.told()).toEqual([]);
  world.unfound.clear();
  world.put('COMPLETED', 1);
  world.play(hour / 2);
  expect(world.told()).toEqual([[idOf(1), 'COMPLETED']]);
});

it.each([
  ['the laptop sleeps each night', 14 * hour, 10 * hour],
  ['the screen is unlocked every few hours', 8 * hour, 0],
])('a group that waits for a deleted asset is told where %s', (_what, awakeMs, asleepMs) => {
  const stage = importing([1, 2]);
  for (let day = 0; day < 14; day += 1) {
    for (const end = stage.now + awakeMs; stage.now < end;) {
      stage.pass(30_000);
      for (const { request, question } of stage.onTheWire()) {
        if (question.for === 'page') stage.giveUp(request);
        else if (question.for === 'status' && question.reference.assetId === 1)
          stage.say(request, answerOf(1, 'COMPLETED', stage.now));
        else stage.meet(request, { ...problemOf('not-found'), code: '300' });
      }
    }
    if (asleepMs > 0) stage.send({ kind: 'suspended' });
    stage.now += asleepMs;
    stage.send({ kind: 'resumed' });
  }
  expect(ofGroups(stage)).toEqual(['done 1/2 gone 1']);
});
