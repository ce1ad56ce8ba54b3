import { expect, it } from 'vitest';
import { savedBy } from '../importing-stage.ts';
import { createStage, ofKind } from '../stage.ts';
import { importing as importingTogether } from './group-stage.ts';
import { createGroupWorld } from './group-world.ts';

const batch = { tell: { allDone: true, firstFailure: true }, eachAsset: false };

function importing(...assetIds: number[]) {
  const world = createGroupWorld(batch);
  for (const assetId of assetIds) world.add(assetId);
  world.pass(10_000);
  const groupNotices = () => world.shown.filter(({ key }) => key.startsWith('group:'));
  return { world, groupNotices };
}

it('an end before a restart is told with the round, also where the last member was only removed', () => {
  const { world, groupNotices } = importing(1, 2);
  world.set(1, 'COMPLETED');
  world.pass(20_000);
  world.die('between-steps');
  world.remove(2);
  world.pass(60_000);
  expect(groupNotices()).toHaveLength(1);
});

it('a round that was told is not told again after the inbox was cleared and the app started again', () => {
  const { world, groupNotices } = importing(1, 2);
  world.set(1, 'COMPLETED');
  world.pass(60_000);
  world.set(2, 'COMPLETED');
  world.pass(60_000);
  world.clearInbox();
  expect(world.disk.notices.size).toBe(0);
  world.die('between-steps');
  world.pass(60_000);
  expect(groupNotices()).toHaveLength(1);
});

it('a first failure that was told is not told again in its round after a restart', () => {
  const { world, groupNotices } = importing(1, 2, 3, 4);
  world.set(1, 'COMPLETED');
  world.pass(60_000);
  world.set(2, 'FAILED');
  world.pass(60_000);
  world.clearInbox();
  world.die('between-steps');
  world.set(3, 'FAILED');
  world.pass(120_000);
  expect(groupNotices().map(({ key }) => key.split(':').at(-1))).toEqual(['failure']);
});

it('what its group had kept to itself is no news of an absence where the group goes with its account', () => {
  const before = importingTogether([1, 2]);
  before.askAndAnswer(1, 'COMPLETED');
  before.pass(60_000);
  const stage = createStage(savedBy(before));
  stage.now = before.now;
  stage.ready();
  stage.send({ kind: 'account-removed', account: 'a1' });
  stage.pass(60_000);
  const told = ofKind(stage.effects, 'show').map(({ digest, notices }) => [digest, notices.length]);
  expect(told).toEqual([[false, 1]]);
});
