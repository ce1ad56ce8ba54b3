import { describe, expect, it } from 'vitest';
import { followCards } from '../../../../main/monitor/view/rows.ts';
import { idOf, problemOf } from '../stage.ts';
import { asked, createFollowed, createProjects, ids, pagesRead } from './projects.ts';

const second = 1_000;
const minute = 60 * second;

describe('assets that cannot be asked for', () => {
  it('are asked for more and more seldom, and make no project look busy', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('FAILED', ...Array.from({ length: 300 }, (_, index) => index + 1));
    world.refuses = { ...problemOf('refused'), code: '10001' };
    world.stage.ready();
    world.follows();
    const first = world.play(60 * minute);
    expect(asked(first).length).toBeLessThan(300 * 3);
    world.play(3 * 60 * minute);
    const later = world.play(24 * 60 * minute);
    expect(asked(later).length).toBeLessThan(300 * 24);
    expect(pagesRead(later).length).toBeLessThan(24 * 7);
    expect(followCards(world.stage.state)[0]!.waiting).toBe(300);
    // Each of them still has its turn, and what can be asked at last is a baseline.
    world.refuses = null;
    world.play(8 * 60 * minute);
    expect(world.follow).toMatchObject({ known: 300 });
    expect(world.follow.refused.size).toBe(0);
    expect(world.watched()).toEqual([]);
  });

  it('are asked for again though the list shows them complete: they may be in progress', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.listsWhole = true;
    world.put('IN_PROGRESS', 1);
    world.refuses = { ...problemOf('refused'), code: '10023' };
    world.stage.ready();
    world.follows();
    world.play(second);
    world.refuses = null;
    world.play(12 * minute);
    expect(world.watched()).toEqual([idOf(1)]);
  });

  it('are asked for again by a later run though the list shows them complete', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.listsWhole = true;
    world.put('IN_PROGRESS', 1);
    world.put('COMPLETED', 2);
    world.refuses = { ...problemOf('refused'), code: '10023' };
    world.stage.ready();
    world.follows();
    world.play(5 * minute);
    world.restart();
    world.refuses = null;
    world.play(12 * minute);
    expect(world.watched()).toEqual([idOf(1)]);
    expect(world.told()).toEqual([]);
  });

  it('were there before also for a later run, which finds them ended', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('FAILED', 1, 2, 3);
    world.refuses = { ...problemOf('refused'), code: '10001' };
    world.stage.ready();
    world.follows();
    world.play(5 * minute);
    world.restart();
    world.refuses = null;
    world.put('FAILED', 4);
    world.play(30 * minute);
    expect(world.watched()).toEqual([idOf(4)]);
  });

  it('are not forgotten by the very look that found them, where it goes on after they were refused', () => {
    const world = createProjects({ pageSize: 250 });
    // So many that the next page waits for some of them.
    world.put('FAILED', ...ids(250));
    world.put('COMPLETED', ...ids(10, 251));
    world.refuses = { ...problemOf('refused'), code: '10001' };
    world.stage.ready();
    world.follows();
    world.play(5 * minute);
    world.refuses = null;
    world.play(90 * minute);
    expect(world.follow).toMatchObject({ known: 260 });
    expect(world.told()).toEqual([]);
  });

  it('do not keep others from being found', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('FAILED', ...Array.from({ length: 400 }, (_, index) => index + 1));
    world.refuses = { ...problemOf('refused'), code: '10001' };
    world.stage.ready();
    world.follows();
    world.play(5 * minute);
    world.refuses = null;
    world.put('IN_PROGRESS', 1_000);
    world.play(11 * minute);
    expect(world.watched()).toContain(idOf(1_000));
  });

  it('and that the list has no longer are forgotten', () => {
    const world = createFollowed({}, ({ put }) => put('COMPLETED', 1));
    world.refuses = { ...problemOf('refused'), code: '10001' };
    world.put('IN_PROGRESS', 5);
    world.play(5 * minute);
    expect(world.follow.refused.size).toBe(1);
    world.assets.delete(5);
    world.play(12 * minute);
    expect(world.follow.refused.size).toBe(0);
  });

  it.each(['service', 'unreadable'] as const)('because of trouble: %s', (kind) => {
    const world = createFollowed({}, ({ put }) => put('COMPLETED', 1));
    world.refuses = problemOf(kind);
    world.put('IN_PROGRESS', 5);
    expect(asked(world.play(60 * minute)).length).toBeLessThan(10);
    world.refuses = null;
    world.play(80 * minute);
    expect(world.watched()).toEqual([idOf(5)]);
  });
});
