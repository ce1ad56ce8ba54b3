import { describe, expect, it } from 'vitest';
import { goneStatus } from '../../../../main/model/import-status.ts';
import { countsIn } from '../../../../main/monitor/imports/tally.ts';
import { asksFor, idOf, problemOf } from '../stage.ts';
import { asked, createProjects, ids, sendPage } from './projects.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Two followed projects with a running import in the first. */
function twoFollowed() {
  const world = createProjects();
  world.put('COMPLETED', 1);
  world.put('IN_PROGRESS', 4);
  world.stage.ready();
  world.follows(1);
  world.follows(2);
  world.play(2 * minute);
  expect(world.watched()).toEqual([idOf(4)]);
  return world;
}

/** A running import that was added by hand; its project is not followed. */
function addedByHand() {
  const world = createProjects();
  world.put('IN_PROGRESS', 4);
  world.stage.ready();
  world.stage.add(4);
  world.play(minute);
  return world;
}

describe('an asset that was moved', () => {
  it('keeps its watch, is asked for in its new project, and its end is told once', () => {
    const world = twoFollowed();
    world.assets.get(4)!.projectId = 2;
    world.play(12 * minute);
    expect(world.stage.watch(4)).toMatchObject({
      reference: { projectId: 2 },
      known: { status: 'IN_PROGRESS' },
      attempt: 1,
    });
    expect(world.stage.poll(4).problem).toBeNull();
    expect([...world.followOf(2).open]).toEqual([idOf(4)]);
    expect(world.follow.open.size).toBe(0);
    world.put('COMPLETED', 4);
    world.play(5 * minute);
    expect(world.told()).toEqual([[idOf(4), 'COMPLETED']]);
  });

  it.each([true, false])(
    'is found in its new project although its details were not there at first, others answered: %s',
    (hasOthers) => {
      const world = addedByHand();
      if (hasOthers) {
        world.put('IN_PROGRESS', 5);
        world.stage.add(5);
        world.play(minute);
      }
      world.tellsPlace = true;
      world.hidesDetails = world.absence;
      world.assets.get(4)!.projectId = 2;
      world.play(2 * minute);
      expect(world.stage.poll(4).missing).toMatchObject({ detailsToo: true });
      world.hidesDetails = null;
      world.play(20 * minute);
      expect(world.stage.watch(4)).toMatchObject({
        reference: { projectId: 2 },
        known: { status: 'IN_PROGRESS' },
      });
      expect(world.told()).toEqual([]);
    },
  );

  it('is not moved back by a page that is older than its last answer', () => {
    const world = twoFollowed();
    world.stage.send({ kind: 'look-now', follows: [world.follow.id] });
    world.stage.pass(500);
    const page = world.stage.onTheWire().find(({ question }) => question.for === 'page')!;
    // Its details tell that it was moved, and it is found in its new place.
    world.stage.send({ kind: 'check-now', watches: [idOf(4)] });
    world.stage.pass(300);
    world.stage.problem(4, world.absence);
    world.stage.pass(300);
    const details = world.stage.onTheWire().find(({ question }) => question.for === 'details')!;
    world.stage.name(details.request, { projectId: 2 });
    world.stage.pass(300);
    world.stage.answer(4, 'IN_PROGRESS');
    const assets = [{ assetId: 4, fileName: 'film-4.mp4', complete: false, size: null }];
    sendPage(world.stage, page.request, { assets, skipped: 0, totalCount: 1, pages: 1 });
    expect(world.stage.watch(4).reference.projectId).toBe(2);
  });
});

describe('a list that also shows the assets of another project', () => {
  it('moves none of them, and their ends are told', () => {
    const world = createProjects({ pageSize: 100 });
    world.listsOthers = true;
    world.put('IN_PROGRESS', ...ids(20));
    world.stage.ready();
    world.stage.add(...ids(20));
    world.follows(2);
    world.play(30 * minute);
    for (const id of ids(20)) expect(world.stage.watch(id).reference.projectId).toBe(1);
    world.put('COMPLETED', ...ids(20));
    world.play(20 * minute);
    expect(world.told()).toHaveLength(20);
  });

  it('has them for no newcomers, and knows none of them until they are moved there', () => {
    const world = createProjects();
    world.listsOthers = true;
    world.put('COMPLETED', 1, 2);
    world.stage.ready();
    world.follows(2);
    world.play(2 * minute);
    world.put('IN_PROGRESS', 3);
    const sent = world.play(20 * minute);
    expect(asked(sent)).toEqual([]);
    expect(world.followOf(2)).toMatchObject({ known: 0 });
    world.assets.get(3)!.projectId = 2;
    world.play(20 * minute);
    expect(world.watched()).toEqual([idOf(3)]);
  });

  it('does not say of one that stands there that it is absent', () => {
    const world = createProjects();
    world.put('IN_PROGRESS', 4);
    world.stage.ready();
    world.follows(1);
    world.play(minute);
    world.stage.send({ kind: 'look-now', follows: [world.follow.id] });
    world.stage.pass(500);
    const page = world.stage.onTheWire().find(({ question }) => question.for === 'page')!;
    const shown = world.stage.state.shown.get(idOf(4));
    const asset = {
      assetId: 4,
      fileName: 'film-4.mp4',
      complete: true,
      size: null,
      isElsewhere: true,
    } as const;
    sendPage(world.stage, page.request, { assets: [asset], skipped: 0, totalCount: 1, pages: 1 });
    expect(world.stage.state.shown.get(idOf(4))).toEqual(shown);
    expect(shown).toMatchObject({ appearance: 'bare' });
  });
});

describe('an asset of a followed project that does not list running imports', () => {
  it('is not gone because nothing was found for a moment and the list does not name it', () => {
    const world = createProjects({ listsRunning: false });
    world.put('IN_PROGRESS', 4);
    world.stage.ready();
    world.stage.add(4);
    world.follows(1);
    // By then it is asked for more seldom than its project is looked at.
    world.play(70 * minute);
    world.trouble = { ...problemOf('not-found'), code: '300' };
    world.play(65_000);
    world.trouble = null;
    world.play(15 * minute);
    expect(world.told()).toEqual([]);
    expect(world.stage.watch(4).known?.status).toBe('IN_PROGRESS');
    expect(world.stage.poll(4).missing).toBeNull();
  });
});

describe('an asset that was deleted', () => {
  it('is told once and asked for no longer, once it was not found for ten minutes, whatever lists leave out', () => {
    const world = twoFollowed();
    world.assets.delete(4);
    world.play(9 * minute);
    expect(world.told()).toEqual([]);
    world.play(6 * minute);
    expect(world.told()).toEqual([[idOf(4), goneStatus]]);
    expect(countsIn(world.stage.state, 'the list')).toMatchObject({ importing: 0, failed: 0, gone: 1 });
    expect(asked(world.play(24 * hour))).toEqual([]);
    expect(world.told()).toHaveLength(1);
    world.restart();
    world.play(24 * hour);
    expect(world.told()).toHaveLength(1);
  });

  it('is told although the service refuses it instead of saying that it is not there', () => {
    const world = twoFollowed();
    world.assets.delete(4);
    world.absence = { ...problemOf('refused'), code: '10001' };
    world.play(15 * minute);
    expect(world.told()).toEqual([[idOf(4), goneStatus]]);
  });

  it('is not told while another followed project, which may have it now, was not looked at', () => {
    const world = twoFollowed();
    const { lists } = world.stage.state;
    const { id } = world.followOf(2);
    lists.patch(id, { restingSince: world.stage.now + 2 * hour });
    world.assets.delete(4);
    world.play(30 * minute);
    expect(world.told()).toEqual([]);
    lists.patch(id, { restingSince: world.stage.now });
    world.play(20 * minute);
    expect(world.told()).toEqual([[idOf(4), goneStatus]]);
  });

  it('is told without a followed project after a while, if other imports are answered', () => {
    const world = addedByHand();
    world.put('IN_PROGRESS', 5);
    world.stage.add(5);
    world.play(minute);
    world.assets.delete(4);
    world.play(9 * minute);
    expect(world.told()).toEqual([]);
    world.play(30 * minute);
    expect(world.told()).toEqual([[idOf(4), goneStatus]]);
  });

  it('is not told for a day while nothing at all is found', () => {
    const world = addedByHand();
    world.assets.delete(4);
    world.play(23 * hour);
    expect(world.told()).toEqual([]);
    expect(world.stage.poll(4).problem?.kind).toBe('not-found');
    world.play(2 * hour);
    expect(world.told()).toEqual([[idOf(4), goneStatus]]);
  });

  it('with all others of its project is told after a day, however often their details were asked for', () => {
    const world = createProjects();
    const all = [4, 5, 6, 7];
    world.put('IN_PROGRESS', ...all);
    world.stage.ready();
    world.stage.add(...all);
    world.play(minute);
    world.assets.clear();
    const sent = world.play(26 * hour);
    expect(world.told().toSorted()).toEqual(all.map((assetId) => [idOf(assetId), goneStatus]));
    expect(asksFor(sent, 'status').length).toBeLessThan(50);
    expect(asksFor(sent, 'details').length).toBeLessThanOrEqual(asksFor(sent, 'status').length);
  });

  it.each([
    ['may not read', { ...problemOf('permission'), code: '210' }],
    ['is refused', { ...problemOf('refused'), code: '10001' }],
  ])('is told where the key %s the details of anything', (_what, problem) => {
    const world = addedByHand();
    world.put('IN_PROGRESS', 5);
    world.stage.add(5);
    world.play(minute);
    world.hidesDetails = problem;
    world.assets.delete(4);
    const sent = world.play(2 * hour);
    expect(world.told()).toEqual([[idOf(4), goneStatus]]);
    expect(asksFor(sent, 'details').length).toBeLessThan(20);
  });

  it.each(['permission', 'service', 'rate-limit'] as const)(
    'only for a moment, while its details meet %s, is asked for as ever, and its end is told',
    (kind) => {
      const world = addedByHand();
      world.hidesDetails = { ...problemOf(kind), code: kind === 'permission' ? '210' : null };
      world.unfound.add(4);
      world.play(90_000);
      world.unfound.clear();
      world.put('COMPLETED', 4);
      world.play(hour);
      expect(world.told()).toEqual([[idOf(4), 'COMPLETED']]);
      expect(world.stage.account().stopped).toBeNull();
    },
  );

  it('alone in its account stops no key that may not read details', () => {
    const world = addedByHand();
    world.hidesDetails = { ...problemOf('permission'), code: '210' };
    world.assets.delete(4);
    world.play(26 * hour);
    expect(world.told()).toEqual([[idOf(4), goneStatus]]);
    expect(world.stage.account().stopped).toBeNull();
  });

  it('with all others of its project stops no key that may not read details', () => {
    const world = createProjects();
    const all = [4, 5, 6];
    world.put('IN_PROGRESS', ...all);
    world.stage.ready();
    world.stage.add(...all);
    world.play(minute);
    world.hidesDetails = { ...problemOf('permission'), code: '210' };
    world.assets.clear();
    world.play(26 * hour);
    expect(world.told().toSorted()).toEqual(all.map((assetId) => [idOf(assetId), goneStatus]));
    expect(world.stage.account().stopped).toBeNull();
  });

  it('was not deleted but never there: it is not told, and asked for no longer', () => {
    const world = createProjects();
    world.stage.ready();
    world.stage.add(4);
    world.play(23 * hour);
    expect(world.stage.watch(4).known).toBeNull();
    expect(world.stage.poll(4).problem?.kind).toBe('not-found');
    world.play(2 * hour);
    expect(world.stage.watch(4).known?.status).toBe(goneStatus);
    expect(world.stage.poll(4).problem).toBeNull();
    expect(asked(world.play(48 * hour))).toEqual([]);
    expect(world.told()).toEqual([]);
  });

  it.each([false, true])(
    'was never there: it does not keep the group open, project followed: %s',
    (isFollowed) => {
      const world = createProjects();
      world.put('IN_PROGRESS', 1);
      world.stage.ready();
      if (isFollowed) world.follows();
      const watches = [1, 2].map((assetId) => {
        const reference = { workspace: 'w', projectId: 1, assetId };
        return { account: 'a1', reference, label: null, fileName: 'film.mp4' };
      });
      const tell = { allDone: true, firstFailure: false };
      const group = { id: 'g', name: 'Two', tell, eachAsset: false };
      world.stage.send({ kind: 'added', watches, group });
      world.play(9 * minute);
      expect(world.stage.watch(2).known).toBeNull();
      world.put('COMPLETED', 1);
      world.play(30 * minute);
      const done = [...world.stage.state.notices.values()].filter(({ about }) => about === 'group-done');
      expect(done).toMatchObject([{ completed: 1, failed: 0 }]);
    },
  );

  it('is not told while a list names it', () => {
    const world = twoFollowed();
    world.unfound.add(4);
    world.play(2 * hour);
    expect(world.told()).toEqual([]);
    world.unfound.clear();
    world.play(20 * minute);
    expect(world.stage.watch(4).known?.status).toBe('IN_PROGRESS');
  });

  it('that is found once more is watched as before', () => {
    const world = twoFollowed();
    const asset = world.assets.get(4)!;
    world.assets.delete(4);
    world.play(40_000);
    world.assets.set(4, asset);
    world.play(15 * minute);
    expect(world.told()).toEqual([]);
    expect(world.stage.poll(4).missing).toBeNull();
  });

  it('that comes back after it was told is a new attempt', () => {
    const world = twoFollowed();
    const asset = world.assets.get(4)!;
    world.assets.delete(4);
    world.play(15 * minute);
    world.assets.set(4, asset);
    world.play(15 * minute);
    world.put('COMPLETED', 4);
    world.play(5 * minute);
    expect(world.told()).toEqual([
      [idOf(4), goneStatus],
      [idOf(4), 'COMPLETED'],
    ]);
  });
});

describe('a project that is not found', () => {
  it('says so, is tried again more and more seldom, and tells nothing as gone', () => {
    const world = twoFollowed();
    world.trouble = { ...problemOf('not-found'), code: '300' };
    const sent = world.play(6 * hour);
    expect(world.follow.problem?.kind).toBe('not-found');
    expect(asksFor(sent, 'page').length).toBeLessThan(2 * 40);
    expect(world.told()).toEqual([]);
    world.trouble = null;
    world.play(hour);
    expect(world.follow.problem).toBeNull();
    expect(world.told()).toEqual([]);
  });
});
