import { describe, expect, it } from 'vitest';
import { readRow } from '../../../../main/adapters/stores/read-row.ts';
import { unreadableStatus } from '../../../../main/model/import-status.ts';
import { countsIn, inGroup } from '../../../../main/monitor/imports/tally.ts';
import { createStage, idOf, ofKind } from '../stage.ts';
import {
  asked,
  createFollowed,
  createProjects,
  ids,
  pagesRead,
  sendPage,
  type Projects,
} from './projects.ts';

const second = 1_000;
const minute = 60 * second;

describe('the first look at a project', () => {
  it('asks once for what is listed without metadata, and for the newest of the rest', () => {
    const world = createProjects();
    world.put('COMPLETED', 1, 2, 3);
    world.put('IN_PROGRESS', 4);
    world.put('FAILED', 5);
    world.stage.ready();
    world.follows();
    const sent = world.play(4 * second);
    expect(asked(sent).toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(world.watched()).toEqual([idOf(4)]);
    expect(world.stage.state.notices.size).toBe(0);
    expect(world.follow.known).toBe(5);
  });

  it('finds an import that runs although its metadata is there, among the newest two hundred', () => {
    const world = createProjects({ pageSize: 100 });
    world.listsWhole = true;
    world.put('COMPLETED', ...ids(299));
    world.put('IN_PROGRESS', 250);
    world.stage.ready();
    world.follows();
    const sent = world.play(5 * minute);
    const inOrder = asked(sent).filter((assetId, at, all) => all.indexOf(assetId) === at);
    expect(inOrder).toEqual(ids(200, 100).toReversed());
    expect(world.watched()).toEqual([idOf(250)]);
    world.put('COMPLETED', 250);
    world.play(5 * minute);
    expect(world.told()).toEqual([[idOf(250), 'COMPLETED']]);
    expect(asked(world.play(60 * minute))).toEqual([]);
  });

  it('reads the pages one after another, each once', () => {
    const world = createProjects({ pageSize: 10 });
    world.put('COMPLETED', ...Array.from({ length: 95 }, (_, index) => index + 1));
    world.stage.ready();
    world.follows();
    world.play(25 * second);
    expect(pagesRead(world.stage.effects)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(world.follow.complete).toEqual([1, 95]);
  });

  it('never has more newcomers waiting than a page and a few', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('FAILED', ...Array.from({ length: 3_000 }, (_, index) => index + 1));
    world.stage.ready();
    world.follows();
    let most = 0;
    for (let waited = 0; waited < 15 * minute; waited += second) {
      world.play(second);
      most = Math.max(most, world.follow.waiting.size);
    }
    expect(most).toBeLessThanOrEqual(1_201);
    expect(world.follow.known).toBe(3_000);
    expect(world.stage.state.watches.size).toBe(0);
  });
});

describe('the first look at a project whose list changes meanwhile', () => {
  /** Changes the list each time that one more page of a look has come, so many times. */
  function lookThrough(newestFirst: boolean, change: (time: number, world: Projects) => void, times = 1) {
    const world = createProjects({ pageSize: 10, newestFirst });
    world.put('COMPLETED', ...ids(45));
    world.stage.ready();
    world.follows();
    for (let [time, read] = [0, 0], end = world.stage.now + minute; world.stage.now < end;) {
      world.play(100);
      const pages = pagesRead(world.stage.effects).length;
      if (pages > read && time < times) change((time += 1), world);
      read = pages;
    }
    return world;
  }

  it.each([false, true])(
    'reads again what may have slipped to a page that it had read (%s)',
    (newestFirst) => {
      const deleted = newestFirst ? 43 : 3;
      const world = lookThrough(newestFirst, (_, { assets }) => assets.delete(deleted));
      expect(pagesRead(world.stage.effects).slice(0, 10)).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
      expect(world.follow.baselineAt).not.toBeNull();
      world.play(30 * minute);
      expect([world.watched(), world.told()]).toEqual([[], []]);
      expect(world.follow.known).toBe(45);
    },
  );

  it('finds what slipped and still runs', () => {
    const world = lookThrough(false, (_, { put, assets }) => {
      put('IN_PROGRESS', 11);
      assets.delete(3);
    });
    expect(world.watched()).toEqual([idOf(11)]);
  });

  it.each([false, true])('reads once what only grows, however fast (%s)', (newestFirst) => {
    const world = lookThrough(newestFirst, (time, { put }) => put('COMPLETED', 100 + time), 5);
    expect(pagesRead(world.stage.effects).filter((page) => page === 2)).toHaveLength(1);
    expect(world.follow.baselineAt).not.toBeNull();
  });

  it('reads again where an asset goes as another comes, or the list is sorted anew', () => {
    const replaced = lookThrough(
      false,
      (time, { put, assets }) => (time === 1 ? assets.delete(3) : put('COMPLETED', 100)),
      2,
    );
    const moved = lookThrough(true, (_, { put, assets }) => {
      assets.delete(20);
      put('COMPLETED', 20);
    });
    for (const world of [replaced, moved]) {
      expect(pagesRead(world.stage.effects).filter((page) => page === 2)).toHaveLength(2);
      world.play(30 * minute);
      expect(world.told()).toEqual([]);
    }
  });

  it('gives up after three, and then tells of nothing that may have been there before', () => {
    const world = lookThrough(false, (time, { assets }) => assets.delete(time === 1 ? 20 : time), 14);
    expect(world.follow.looksInVain).toBe(3);
    expect(world.follow.baselineAt).not.toBeNull();
    expect(pagesRead(world.stage.effects).filter((page) => page === 1).length).toBeLessThanOrEqual(5);
    world.play(12 * minute);
    expect(world.follow.looksInVain).toBe(0);
    world.restart();
    // No look had listed the first: it slipped past each.
    world.put('COMPLETED', 20, 50);
    world.play(30 * minute);
    expect(world.told()).toEqual([[idOf(50), 'COMPLETED']]);
  });

  it('of an empty project that is read too slowly three times leaves nothing that the store refuses', () => {
    const stage = createStage();
    stage.ready();
    stage.send({
      kind: 'followed',
      ...{ account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' },
    });
    for (let look = 0; look < 3; look += 1) {
      stage.pass(5 * minute);
      const { request } = stage.onTheWire()[0]!;
      sendPage(stage, request, { assets: [], skipped: 0, totalCount: 0, pages: 0 });
    }
    const [seen] = [...stage.state.seen.values()];
    expect(readRow('seen', seen!.follow, JSON.stringify(seen))).toEqual(seen);
    expect(stage.state.follows.get(seen!.follow)!.baselineAt).not.toBeNull();
  });

  it('begins anew after a crash in the midst of it', () => {
    const world = createProjects({ pageSize: 10 });
    world.put('COMPLETED', ...ids(25));
    world.stage.ready();
    world.follows();
    while (pagesRead(world.stage.effects).length < 1) world.play(100);
    world.assets.delete(3);
    while (pagesRead(world.stage.effects).length < 4) world.play(100);
    world.crash();
    world.play(30 * minute);
    expect([world.watched(), world.told()]).toEqual([[], []]);
    expect(world.follow.baselineAt).not.toBeNull();
  });
});

describe('a followed project', () => {
  it('finds a new import, watches it and tells its end once', () => {
    const world = createFollowed({}, ({ put }) => put('COMPLETED', 1));
    world.put('IN_PROGRESS', 2);
    world.play(2 * minute);
    expect(world.stage.watch(2)).toMatchObject({ fileName: 'film-2.mp4', known: { status: 'IN_PROGRESS' } });
    world.put('FAILED', 2);
    world.play(2 * minute);
    expect(world.told()).toEqual([[idOf(2), 'FAILED']]);
  });

  it('takes over the size that the list tells, of a newcomer and of what is watched', () => {
    const world = createFollowed();
    world.put('IN_PROGRESS', 2, 3);
    world.sizes.set(2, 5_000);
    world.play(2 * minute);
    expect(world.stage.watch(2).size).toBe(5_000);
    expect(world.stage.watch(3).size).toBeNull();
    world.sizes.set(3, 0);
    world.play(minute);
    expect(world.stage.watch(3).size).toBeNull();
    world.sizes.set(3, 7_000);
    world.play(minute);
    expect(world.stage.watch(3).size).toBe(7_000);
  });

  it('keeps what it finds together, as a group with the name of the project', () => {
    const world = createFollowed();
    world.put('IN_PROGRESS', 2, 3);
    world.play(2 * minute);
    const [group] = world.stage.state.groups.values();
    expect(group).toMatchObject({ name: 'Autumn', eachAsset: true });
    expect(countsIn(world.stage.state, inGroup(group!.id)).importing).toBe(2);
    world.stage.add(4);
    expect(world.stage.watch(4).group).toBeNull();
  });

  it('watches one whose status this version does not know', () => {
    const world = createFollowed();
    world.put('TRANSCODING', 7);
    world.play(5 * minute);
    expect(world.watched()).toEqual([idOf(7)]);
  });

  it('watches one whose status cannot be read while it is queued, and its end is told', () => {
    const world = createFollowed();
    world.put(unreadableStatus, 7);
    world.play(5 * minute);
    expect(world.watched()).toEqual([idOf(7)]);
    world.put('COMPLETED', 7);
    expect(ofKind(world.play(5 * minute), 'show')).toHaveLength(1);
    expect(world.told()).toEqual([[idOf(7), 'COMPLETED']]);
  });

  it('does not watch one that has metadata and no status, as of assets that were never imported', () => {
    const world = createProjects();
    world.listsWhole = true;
    world.put(unreadableStatus, ...ids(5));
    world.stage.ready();
    world.follows();
    world.play(5 * minute);
    world.put(unreadableStatus, 7);
    world.play(5 * minute);
    expect(world.watched()).toEqual([]);
    expect(world.follow.baselineAt).not.toBeNull();
    world.put('IN_PROGRESS', 3);
    world.play(30 * minute);
    expect(world.watched()).toEqual([idOf(3)]);
  });

  it('notices by its metadata that an old asset is imported again', () => {
    const world = createFollowed({}, ({ put }) => put('COMPLETED', 1, 2));
    world.put('IN_PROGRESS', 2);
    world.play(12 * minute);
    expect(world.watched()).toEqual([idOf(2)]);
    world.put('COMPLETED', 2);
    world.play(12 * minute);
    expect(world.told()).toEqual([[idOf(2), 'COMPLETED']]);
    world.put('IN_PROGRESS', 2);
    world.play(15 * minute);
    world.put('FAILED', 2);
    world.play(2 * minute);
    expect(world.told()).toEqual([
      [idOf(2), 'COMPLETED'],
      [idOf(2), 'FAILED'],
    ]);
  });

  describe('an old asset whose metadata went away, as it is imported again,', () => {
    /** Its import has completed, while it was watched or before the project was followed. */
    function completed(isWatched: boolean): Projects {
      const world = createFollowed({}, ({ put }) => put(isWatched ? 'IN_PROGRESS' : 'COMPLETED', 2));
      world.put('COMPLETED', 2);
      world.play(15 * minute);
      world.losesMetaData.add(2);
      return world;
    }

    /** It is on the wire, and what the list said is on the disk. */
    function untilAsked(world: Projects): void {
      world.unanswered.add(2);
      for (let waited = 0, asks = 0; waited < 15 * minute && asks === 0; waited += second)
        asks += asked(world.play(second)).length;
      world.play(second);
      world.unanswered.clear();
    }

    const endsOf = (world: Projects) => {
      world.put('IN_PROGRESS', 2);
      world.play(20 * minute);
      world.losesMetaData.clear();
      world.put('FAILED', 2);
      world.play(20 * minute);
      return world.told().map(([, status]) => status);
    };

    it.each([true, false])('is asked for again where an answer of its end may be old: %s', (isWatched) => {
      const world = completed(isWatched);
      for (let waited = 0, answers = 0; waited < 30 * minute && answers < 2; waited += second)
        answers += asked(world.play(second)).length;
      expect(endsOf(world)).toEqual(isWatched ? ['COMPLETED', 'FAILED'] : ['FAILED']);
    });

    it('is asked for again where it met trouble of its own', () => {
      const world = completed(true);
      untilAsked(world);
      world.stage.giveUp(world.stage.requestOf(2)!.request);
      expect(endsOf(world)).toEqual(['COMPLETED', 'FAILED']);
    });

    it('is asked for by the next run where the app dies before an answer', () => {
      const world = completed(true);
      untilAsked(world);
      world.crash();
      expect(endsOf(world).at(-1)).toBe('FAILED');
    });

    it.each([true, false])(
      'is asked for only so often where it says for good that it has ended: %s',
      (isWatched) => {
        const world = completed(isWatched);
        expect(asked(world.play(60 * minute))).toEqual([2, 2, 2]);
        world.restart();
        expect(asked(world.play(60 * minute))).toEqual([]);
      },
    );
  });

  it('asks once more for a failed import that is listed as complete', () => {
    const world = createFollowed();
    world.put('IN_PROGRESS', 2);
    world.play(2 * minute);
    world.put('FAILED', 2);
    world.play(12 * minute);
    world.put('COMPLETED', 2);
    world.play(12 * minute);
    expect(world.told().map(([, status]) => status)).toEqual(['FAILED', 'COMPLETED']);
    expect(asked(world.play(60 * minute))).toEqual([]);
  });

  it('does not find again what the person stopped watching', () => {
    const world = createFollowed();
    world.put('IN_PROGRESS', 5);
    world.play(2 * minute);
    world.stage.send({ kind: 'removed', watches: [idOf(5)] });
    world.play(30 * minute);
    expect(world.watched()).toEqual([]);
  });

  it('finds a newcomer later that could not be asked for', () => {
    const world = createFollowed();
    world.put('IN_PROGRESS', 5);
    world.stage.send({ kind: 'look-now', follows: 'all' });
    world.stage.pass(100);
    const [request] = world.stage.onTheWire();
    const assets = [{ assetId: 6, fileName: 'gone.mp4', complete: false, size: null }];
    sendPage(world.stage, request!.request, { assets, skipped: 0, totalCount: 1, pages: 1 });
    world.play(5 * minute);
    expect(world.watched()).toEqual([idOf(5)]);
    expect(world.follow.waiting.size).toBe(0);
  });

  it('knows after a restart what it saw, and asks for nothing again', () => {
    const world = createFollowed({}, ({ put }) => {
      put('COMPLETED', 1, 2);
      put('FAILED', 3);
      put('IN_PROGRESS', 4);
    });
    world.restart();
    const sent = world.play(20 * second);
    expect(new Set(asked(sent))).toEqual(new Set([4]));
    expect(world.follow.known).toBe(4);
    world.put('COMPLETED', 4);
    world.play(2 * minute);
    expect(world.told()).toEqual([[idOf(4), 'COMPLETED']]);
  });

  it('writes a new watch and that it was seen in one piece', () => {
    const world = createFollowed();
    world.put('IN_PROGRESS', 9);
    const saves = ofKind(world.play(2 * minute), 'save');
    const ofSeen = saves.filter(({ changes }) => changes.seen.size > 0);
    expect(ofSeen).toHaveLength(1);
    const { watches, seen } = ofSeen[0]!.changes;
    expect([...watches.keys()]).toContain(idOf(9));
    expect(seen.get(world.follow.id)!.unfinished).toEqual([9, 9]);
  });

  it('asks and writes nothing but pages while nothing changes', () => {
    const world = createFollowed({}, ({ put }) => put('COMPLETED', 1, 2, 3));
    const sent = world.play(8 * 60 * minute);
    expect(asked(sent)).toEqual([]);
    expect(ofKind(sent, 'save')).toEqual([]);
    expect(pagesRead(sent).length).toBeLessThan(60);
  });

  it('is followed no longer: nothing more is read, and it can be put back with what it saw', () => {
    const world = createFollowed({}, ({ put }) => put('COMPLETED', 1, 2, 3));
    world.stage.send({ kind: 'unfollowed', follow: world.follow.id, undo: 1 });
    expect(pagesRead(world.play(60 * minute))).toEqual([]);
    world.stage.send({ kind: 'undone', undo: 1 });
    const sent = world.play(minute);
    expect(pagesRead(sent).length).toBeGreaterThan(0);
    expect(asked(sent)).toEqual([]);
    expect(ofKind(sent, 'save')).toEqual([]);
  });

  it('goes with its account', () => {
    const world = createFollowed();
    world.stage.send({ kind: 'account-removed', account: 'a1' });
    expect(world.stage.state.follows.size).toBe(0);
    expect(world.stage.state.requests.size).toBe(0);
  });
});
