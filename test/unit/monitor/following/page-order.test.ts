import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf as pagesToRead } from '../../../../main/monitor/following/looks.ts';
import {
  extentOf,
  isReached,
  orderAfter,
  orderOf,
  partFrom,
  type PageOrder,
  type Part,
  type PartRead,
} from '../../../../main/monitor/following/page-order.ts';
import { hasId, rangesOf } from '../../../../main/monitor/following/id-ranges.ts';
import { idOf } from '../stage.ts';
import { createProjects, ids, pagesRead, type ProjectsOptions } from './projects.ts';

const second = 1_000;
const minute = 60 * second;

/** A followed project of 5,000 assets on five pages, of which the last is in progress, after the first look. */
function createLarge(options: ProjectsOptions = {}, running = 500) {
  const world = createProjects({ pageSize: 100, ...options });
  world.put('COMPLETED', ...ids(500));
  world.put('IN_PROGRESS', running);
  world.stage.ready();
  world.follows();
  // The newest 200 are asked for once, and are waited for until then.
  world.play(2 * minute);
  expect(pagesToRead(world.follow)).toBe(1 + Math.floor((500 - running) / 100));
  return world;
}

describe.each([
  ['last', false, 5],
  ['first', true, 1],
] as const)('a list with the newest %s', (_newest, newestFirst, newestPage) => {
  it('is read where the newest are, and as a whole every ten minutes or so', () => {
    const world = createLarge({ newestFirst });
    const early = pagesRead(world.play(7 * minute));
    expect([...new Set(early)]).toEqual([newestPage]);
    // As often as one of a single page.
    expect(early.length).toBeGreaterThanOrEqual(12);
    expect(new Set(pagesRead(world.play(3 * minute)))).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  it('tells of a newcomer and of an end there', () => {
    const world = createLarge({ newestFirst });
    world.put('IN_PROGRESS', 501);
    world.play(minute);
    expect(world.watched()).toContain(idOf(501));
    world.put('COMPLETED', 500);
    world.play(minute);
    expect(world.told()).toEqual([[idOf(500), 'COMPLETED']]);
  });

  it('is read from where the oldest import in progress stands', () => {
    const world = createLarge({ newestFirst }, 250);
    const pages = new Set(pagesRead(world.play(5 * minute)));
    expect(pages).toEqual(new Set(newestFirst ? [1, 2, 3] : [3, 4, 5]));
  });

  it('in which more than a page came in at once tells of all of them', () => {
    const world = createLarge({ newestFirst });
    world.put('IN_PROGRESS', ...ids(150, 501));
    world.play(10 * minute);
    expect(world.watched()).toHaveLength(151);
  });

  it('is read as a whole when the person wants to know', () => {
    const world = createLarge({ newestFirst });
    world.play(minute);
    const before = world.stage.effects.length;
    world.stage.send({ kind: 'look-now', follows: [world.follow.id] });
    world.play(5 * second);
    expect(pagesRead(world.stage.effects.slice(before))).toEqual([1, 2, 3, 4, 5]);
  });

  it('that comes to be ordered the other way round is read as a whole again', () => {
    const world = createLarge({ newestFirst });
    world.newestFirst = !newestFirst;
    world.put('IN_PROGRESS', 501);
    world.play(3 * minute);
    expect(world.watched()).toContain(idOf(501));
  });
});

it('a part whose beginning has slipped to the page before is contradicted, and the whole list is read', () => {
  const world = createLarge({}, 401);
  expect(new Set(pagesRead(world.play(minute)))).toEqual(new Set([5]));
  // So many others are deleted that it stands on the fourth page.
  for (const id of ids(10)) world.assets.delete(id);
  expect(pagesRead(world.play(3 * minute))).toContain(4);
});

it('a list that has become shorter costs no more than what is left of it', () => {
  const world = createProjects({ pageSize: 10 });
  world.put('COMPLETED', ...ids(10, 11), ...ids(10), ...ids(10, 21));
  world.stage.ready();
  world.follows();
  world.play(minute);
  expect(pagesToRead(world.follow)).toBe(3);
  for (const id of ids(25)) world.assets.delete(id);
  world.play(20 * minute);
  expect(pagesToRead(world.follow)).toBe(1);
});

it('a list in no order is read as a whole', () => {
  const world = createProjects({ pageSize: 10 });
  world.put('COMPLETED', ...ids(10, 11), ...ids(10), ...ids(9, 21));
  world.put('IN_PROGRESS', 30);
  world.stage.ready();
  world.follows();
  world.play(minute);
  const pages = pagesRead(world.play(5 * minute));
  expect(pages.filter((page) => page === 1).length).toBe(pages.filter((page) => page === 3).length);
});

const listed = (assetIds: readonly number[]) =>
  assetIds.map((assetId) => ({ assetId, fileName: null, complete: true, size: null }));

function pagesOf(sorted: readonly number[], size: number) {
  const count = Math.ceil(sorted.length / size);
  return Array.from({ length: count }, (_, at) => sorted.slice(at * size, (at + 1) * size));
}

/** Reads the part of a list that comes after these were known. */
function readPart(order: PageOrder, part: Part, listedNow: readonly number[], size: number): PartRead {
  const read: number[][] = [];
  for (const page of pagesOf(listedNow, size).slice(part.firstPage - 1)) {
    read.push(page);
    if (isReached(order, extentOf(listed(page), 0), part)) break;
  }
  const extents = read.map((page) => extentOf(listed(page), 0));
  return { part, extents, ids: rangesOf(read.flat()), totalCount: listedNow.length, steady: true };
}

const someList = fc.record({
  assetIds: fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 3, maxLength: 60 }),
  size: fc.integer({ min: 1, max: 20 }),
  newestFirst: fc.boolean(),
  more: fc.nat({ max: 30 }),
  awaited: fc.integer({ min: 1, max: 600 }),
});

function orderOfList({
  assetIds,
  size,
  newestFirst,
}: typeof someList extends fc.Arbitrary<infer List> ? List : never) {
  const ordered = (all: readonly number[]) =>
    all.toSorted((one, other) => (newestFirst ? other - one : one - other));
  const extents = pagesOf(ordered(assetIds), size).map((page) => extentOf(listed(page), 0));
  return { ordered, order: orderOf(extents, rangesOf(assetIds)) };
}

it('pages of which the assets are in no order show none', () => {
  const orderOfPages = (pages: readonly (readonly number[])[]) =>
    orderOf(
      pages.map((page) => extentOf(listed(page), 0)),
      rangesOf(pages.flat()),
    )?.newest;
  expect(orderOfPages([[1, 2], [3]])).toBe('last');
  expect(orderOfPages([[2, 1], [3]])).toBeUndefined();
  expect(orderOfPages([[3], [2, 1]])).toBe('first');
  expect(orderOfPages([[3], [1, 2]])).toBeUndefined();
});

it('a part holds all that is awaited and all that is new, and no page that holds neither', () => {
  fc.assert(
    fc.property(someList, (list) => {
      const { assetIds, size, more, awaited } = list;
      const { ordered, order } = orderOfList(list);
      fc.pre(order !== null);
      const part = partFrom(order, awaited);
      const newcomers = ids(more, 501);
      const all = ordered([...assetIds, ...newcomers]);
      const read = readPart(order, part, all, size);
      for (const id of [...assetIds.filter((each) => each >= awaited), ...newcomers])
        expect(hasId(read.ids, id)).toBe(true);
      expect(orderAfter(order, read)).not.toBeNull();
      if (more === 0) expect(read.extents).toHaveLength(part.pages);
      // The page with the highest that was known is always read.
      const needed = (id: number) => id >= Math.min(awaited, Math.max(...assetIds));
      const least = pagesOf(all, size).filter((page) => page.some(needed)).length;
      expect(read.extents.length).toBeLessThanOrEqual(least + 1);
    }),
  );
});

it('a part of a list that was sorted anew is contradicted where it has not found all that it is for', () => {
  const moved = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(someList, moved, (list, toTheFront) => {
      const { assetIds, size, newestFirst, more, awaited } = list;
      const { ordered, order } = orderOfList(list);
      fc.pre(order !== null);
      const part = partFrom(order, awaited);
      const all = ordered([...assetIds, ...ids(more, 501)]);
      const front = new Set(toTheFront.map((at) => all[at % all.length]!));
      const anew = [...front, ...all.filter((id) => !front.has(id))];
      const read = readPart(order, part, newestFirst ? anew : anew.toReversed(), size);
      const isFound = all.every((id) => id < part.lowest || hasId(read.ids, id));
      if (!isFound) expect(orderAfter(order, read)).toBeNull();
    }),
  );
});
