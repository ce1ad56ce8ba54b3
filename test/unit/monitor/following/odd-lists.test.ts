import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../../main/monitor/following/looks.ts';
import { followCards } from '../../../../main/monitor/view/rows.ts';
import { idOf } from '../stage.ts';
import { asked, createFollowed, createProjects, pagesRead, sendPage } from './projects.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

describe('a list that tells nonsense', () => {
  interface OddPage {
    readonly totalCount: number;
    readonly pages: number;
    readonly count: number;
    readonly assetId?: number;
  }

  /** Answers each page of project 1 as `list` says, with one asset; how many were read. */
  function readAll(ms: number, list: (page: number) => OddPage) {
    const world = createProjects();
    world.stage.ready();
    world.follows(1);
    let read = 0;
    for (const end = world.stage.now + ms; world.stage.now < end;) {
      world.stage.pass(200);
      for (const { request, question } of world.stage.onTheWire()) {
        if (question.for !== 'page') continue;
        read += 1;
        const { count, assetId = 5, ...rest } = list(question.page);
        const asset = { assetId, fileName: 'f', complete: true, size: null };
        sendPage(world.stage, request, {
          assets: Array.from({ length: count }, () => asset),
          skipped: 0,
          ...rest,
        });
      }
    }
    return {
      read,
      follow: world.follow,
      next: followCards(world.stage.state)[0]!.nextLookAt! - world.stage.now,
    };
  }

  it('of pages that are not there does not put off the next look', () => {
    const many = (page: number) => ({ totalCount: 1_000_000, pages: 1_000_000, count: page === 1 ? 1 : 0 });
    const { follow, next } = readAll(5 * second, many);
    expect(pagesOf(follow)).toBe(2);
    expect(next).toBeLessThan(2 * minute);
  });

  it('of fewer assets than it has is read to the end of its pages', () => {
    const few = (page: number) => ({ totalCount: 1, pages: 3, count: 1, assetId: page });
    const { read, follow } = readAll(5 * second, few);
    expect(read).toBe(3);
    expect(pagesOf(follow)).toBe(3);
  });

  it('of always one more page is read until one adds nothing, and never for ever', () => {
    const small = readAll(minute, (page) => ({ totalCount: 1, pages: page + 1, count: 1 }));
    // Four looks, each with a page that adds nothing.
    expect(small.read).toBe(8);
    const endless = readAll(hour, (page) => ({ totalCount: 1e9, pages: page + 1, count: 1 }));
    expect(endless.follow.lookedAt).not.toBeNull();
    expect(pagesOf(endless.follow)).toBe(1_000);
  });

  it('of an import that seems to begin anew again and again does not keep it from resting after trouble', () => {
    const world = createFollowed();
    world.put('IN_PROGRESS', 1);
    world.play(minute);
    world.put('FAILED', 1);
    world.play(minute);
    world.unfound.add(1);
    const looks = [true, false, true, false].map((listsWhole) => {
      world.listsWhole = listsWhole;
      world.stage.send({ kind: 'look-now', follows: 'all' });
      return asked(world.play(second)).filter((id) => id === 1).length;
    });
    expect(looks).toEqual([1, 0, 0, 0]);
    expect(asked(world.play(minute))).toContain(1);
  });

  it('of an asset that stands there twice, once otherwise, does not have it asked for over and over', () => {
    const world = createFollowed();
    world.put('IN_PROGRESS', 1);
    world.play(minute);
    world.put('FAILED', 1);
    world.play(12 * minute);
    world.standsTwice.add(1);
    expect(asked(world.play(hour))).toEqual([]);
    expect(world.told()).toEqual([[idOf(1), 'FAILED']]);
  });

  it.each(['COMPLETED', 'FAILED'])(
    'of one that is not watched, and stands there twice, does no more: %s',
    (ended) => {
      const world = createFollowed({}, ({ put }) => put(ended, 1));
      world.play(12 * minute);
      world.standsTwice.add(1);
      expect(asked(world.play(hour))).toEqual([]);
    },
  );

  it('of what was complete as now so, now otherwise keeps no project busy', () => {
    const world = createFollowed({}, ({ put }) => put('COMPLETED', 1));
    let read = 0;
    for (let waited = 0; waited < 2 * hour; waited += 10 * second) {
      const pages = pagesRead(world.play(10 * second)).length;
      if (pages > 0 && !world.losesMetaData.delete(1)) world.losesMetaData.add(1);
      read += pages;
    }
    expect(read).toBeLessThan(20);
  });
});
