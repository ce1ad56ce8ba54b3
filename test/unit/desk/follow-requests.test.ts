import { expect, it } from 'vitest';
import { createFollowRequests } from '../../../main/desk/follow-requests.ts';
import { followCards } from '../../../main/monitor/view/rows.ts';
import { createProjects, pagesRead } from '../monitor/following/projects.ts';
import { numbers } from './desk-in-memory.ts';

const place = { account: 'a1', workspace: 'w', projectId: 1, projectName: 'Autumn' };

function createDesk() {
  const world = createProjects();
  world.put('COMPLETED', 1, 2);
  world.put('IN_PROGRESS', 3);
  world.stage.ready();
  const { stage } = world;
  const dispatch = (event: Parameters<typeof stage.send>[0]) => stage.send(event).length > 0;
  const requests = createFollowRequests(
    { state: stage.state, dispatch, stop: () => Promise.resolve() },
    numbers(),
  );
  return { world, requests };
}

it('a project is followed once', () => {
  const { requests } = createDesk();
  expect(requests.follow(place)).toEqual({ followed: true });
  expect(requests.follow(place)).toEqual({ followed: false });
});

it('what was found is told on a card', () => {
  const { world, requests } = createDesk();
  requests.follow(place);
  expect(followCards(world.stage.state)).toMatchObject([{ isFirstLook: true, known: 0, lookedAt: null }]);
  world.play(5_000);
  expect(followCards(world.stage.state)).toMatchObject([
    { ...place, isFirstLook: false, known: 3, importing: 1, waiting: 0, runningListed: 'yes', problem: null },
  ]);
});

it('a project does not come back once its account has gone', () => {
  const { world, requests } = createDesk();
  requests.follow(place);
  world.play(5_000);
  const [card] = followCards(world.stage.state);
  const { undo } = requests.unfollow({ follow: card!.id });
  world.stage.send({ kind: 'account-removed', account: 'a1' });
  expect(requests.undoUnfollow({ undo })).toEqual({ restored: false });
  expect(followCards(world.stage.state)).toEqual([]);
});

it('a project that is no longer followed comes back as it was, once', () => {
  const { world, requests } = createDesk();
  requests.follow(place);
  world.play(5_000);
  const [card] = followCards(world.stage.state);
  const { undo } = requests.unfollow({ follow: card!.id });
  expect(followCards(world.stage.state)).toEqual([]);
  expect(requests.undoUnfollow({ undo })).toEqual({ restored: true });
  expect(requests.undoUnfollow({ undo })).toEqual({ restored: false });
  expect(followCards(world.stage.state)).toMatchObject([{ known: 3, importing: 1, isFirstLook: false }]);
  const asked = world.stage.effects.length;
  requests.lookNow({ follow: card!.id });
  world.play(1_000);
  expect(pagesRead(world.stage.effects.slice(asked)).length).toBeGreaterThan(0);
});
