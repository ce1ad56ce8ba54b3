import { expect, it } from 'vitest';
import { idOf } from '../stage.ts';
import { asked, createProjects } from './projects.ts';

it.each([1, 2])(
  'an asset that is being asked for in project %i when the person adds it is asked for once at a time',
  (project) => {
    const world = createProjects();
    world.put('IN_PROGRESS', 8);
    world.assets.get(8)!.projectId = project;
    world.stage.ready();
    world.follows(project);
    world.play(100);
    world.stage.pass(200);
    const ofAsset = () => world.stage.onTheWire().filter(({ question }) => 'reference' in question);
    expect(ofAsset().map(({ question }) => question.for)).toEqual(['newcomer']);
    world.stage.add(8);
    expect(ofAsset().length).toBeLessThanOrEqual(1);
    world.stage.pass(1_000);
    expect(ofAsset().map(({ question }) => question.for)).toEqual(['status']);
  },
);

it('an asset that the person adds while it waits as a newcomer is asked for once, and not found again', () => {
  const world = createProjects();
  world.put('IN_PROGRESS', 1, 2, 3, 4, 5, 6, 7, 8);
  world.stage.ready();
  world.follows();
  // The page is here, and the first newcomer is on the wire.
  world.play(200);
  world.stage.add(8);
  const sent = world.play(4_000);
  expect(asked(sent).filter((assetId) => assetId === 8)).toHaveLength(1);
  world.stage.send({ kind: 'removed', watches: [idOf(8)] });
  world.play(120_000);
  expect(world.watched()).not.toContain(idOf(8));
});

it.each([1, 2])(
  'an asset that waits as a newcomer of project %i is not asked for twice at a time once it is added',
  (project) => {
    const world = createProjects();
    world.put('IN_PROGRESS', 1, 8);
    for (const asset of world.assets.values()) asset.projectId = project;
    world.stage.ready();
    world.follows(project);
    // The page is here, and the first newcomer is on the wire.
    world.play(200);
    world.stage.add(8);
    world.play(300);
    // No answer comes any more, so that whatever is asked stays on the wire.
    for (let seconds = 0; seconds < 30; seconds += 1) {
      world.stage.pass(1_000);
      const questions = world.stage.onTheWire().map(({ question }) => question);
      const ofAsset = questions.filter(
        (question) =>
          (question.for === 'status' || question.for === 'newcomer') && question.reference.assetId === 8,
      );
      expect(ofAsset.length).toBeLessThanOrEqual(1);
    }
  },
);
