import { expect, it } from 'vitest';
import { createProjects } from './projects.ts';

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
