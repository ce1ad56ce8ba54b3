import { describe, expect, it } from 'vitest';
import { createStage, idOf, ofKind } from '../stage.ts';
import { createProjects, ids, sendPage } from './projects.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

describe('whether running imports are listed', () => {
  it('is learned from one that was found', () => {
    const world = createProjects();
    world.stage.ready();
    world.follows();
    world.play(minute);
    expect(world.follow.runningListed).toBe('unknown');
    world.put('IN_PROGRESS', 1);
    world.play(5 * minute);
    expect(world.follow.runningListed).toBe('yes');
  });

  it.each([
    [true, 'yes'],
    [false, 'no'],
  ] as const)('is learned from one that was added by hand: %s', (listsRunning, expected) => {
    const world = createProjects({ listsRunning });
    world.put('IN_PROGRESS', 1);
    world.stage.ready();
    world.stage.add(1);
    world.play(5 * second);
    world.follows();
    world.play(5 * minute);
    expect(world.follow.runningListed).toBe(expected);
    world.restart();
    expect(world.follow.runningListed).toBe(expected);
  });

  it('is not taken as no because an import ended, or because the list changed during the look', () => {
    const world = createProjects({ listsRunning: false, pageSize: 2 });
    world.put('COMPLETED', ...ids(9, 10));
    world.put('IN_PROGRESS', 1);
    world.stage.ready();
    world.stage.add(1);
    world.play(5 * second);
    world.follows();
    for (let round = 0; round < 400; round += 1) {
      world.play(second);
      world.put('COMPLETED', 1_000 + round);
      if (world.follow.look === null) break;
    }
    expect(world.follow.look).toBeNull();
    expect(world.follow.runningListed).toBe('unknown');
  });

  it('is not taken as no from a page that was asked for before the import was added, which may have begun since', () => {
    const stage = createStage();
    stage.ready();
    stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Autumn' });
    const { request } = stage.onTheWire().find(({ question }) => question.for === 'page')!;
    stage.pass(second);
    stage.add(9);
    stage.askAndAnswer(9, 'IN_PROGRESS');
    sendPage(stage, request, { assets: [], skipped: 0, totalCount: 0, pages: 1 });
    stage.send({ kind: 'check-now', watches: [idOf(9)] });
    stage.askAndAnswer(9, 'IN_PROGRESS');
    expect([...stage.state.follows.values()]).toMatchObject([{ runningListed: 'unknown' }]);
    expect(stage.state.listings.get('a1')?.running.absent ?? 0).toBe(0);
  });

  it('makes no banner where they are not listed: what is found has ended, and stands in the list', () => {
    const world = createProjects({ listsRunning: false });
    world.put('COMPLETED', 1);
    world.put('IN_PROGRESS', 2);
    world.stage.ready();
    world.follows();
    world.play(5 * minute);
    expect(world.watched()).toEqual([]);
    world.put('COMPLETED', 2);
    const sent = world.play(15 * minute);
    expect(world.watched()).toEqual([idOf(2)]);
    expect(world.told()).toEqual([[idOf(2), 'COMPLETED']]);
    expect(ofKind(sent, 'show')).toEqual([]);
    expect(world.follow.known).toBe(2);
  });

  it('is guessed to be not so once several were found ended and none in progress', () => {
    const world = createProjects({ listsRunning: false });
    world.put('COMPLETED', ...ids(20));
    world.stage.ready();
    world.follows();
    world.play(5 * minute);
    world.put('COMPLETED', ...ids(4, 100));
    world.play(15 * minute);
    expect(world.follow.runningListed).toBe('unknown');
    world.put('COMPLETED', 104);
    world.play(15 * minute);
    expect(world.follow.runningListed).toBe('probably-no');
    world.restart();
    expect(world.follow.runningListed).toBe('probably-no');
    world.listsRunning = true;
    world.put('IN_PROGRESS', 105);
    world.play(15 * minute);
    expect(world.follow.runningListed).toBe('yes');
  });

  it('is known, a running import that is not listed is never taken for gone', () => {
    const world = createProjects({ listsRunning: false });
    world.put('IN_PROGRESS', 1);
    world.stage.ready();
    world.stage.add(1);
    world.follows();
    world.play(2 * hour);
    expect(world.told()).toEqual([]);
    expect(world.stage.watch(1).known?.status).toBe('IN_PROGRESS');
  });
});
