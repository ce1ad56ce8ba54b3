import { describe, expect, it } from 'vitest';
import { restBetweenLooks } from '../../../../main/monitor/follow/looks.ts';
import { idOf, ofKind, problemOf, type Stage } from '../stage.ts';
import { createProjects, pagesRead } from './projects.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

function ids(count: number, from = 1): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

describe('looks at a project', () => {
  it('come every half minute while an import of it is in progress', () => {
    const world = createProjects();
    world.put('IN_PROGRESS', 1);
    world.stage.ready();
    world.follows();
    world.play(minute);
    const looks = pagesRead(world.play(hour)).length;
    expect(looks).toBeGreaterThanOrEqual(108);
    expect(looks).toBeLessThanOrEqual(133);
  });

  it('come less and less often while nothing changes, at the least every eleven minutes', () => {
    const world = createProjects();
    world.stage.ready();
    world.follows();
    world.play(hour);
    const looks = pagesRead(world.play(10 * hour)).length;
    expect(looks).toBeGreaterThanOrEqual(54);
    expect(looks).toBeLessThanOrEqual(67);
  });

  it('come at once on Check now, of all or of one', () => {
    const world = createProjects();
    world.stage.ready();
    world.follows(1);
    world.follows(2);
    world.play(4 * hour);
    const before = world.stage.now;
    world.stage.send({ kind: 'look-now', follows: [world.follow.id] });
    world.play(2 * second);
    expect(world.follow.lookedAt).toBeGreaterThanOrEqual(before);
    world.stage.send({ kind: 'check-now', watches: 'all' });
    world.play(2 * second);
    expect(world.follow.lookedAt).toBeGreaterThanOrEqual(before + 2 * second);
    expect(world.followOf(2).lookedAt).toBeGreaterThanOrEqual(before + 2 * second);
  });

  it('cost one request for each page, and are spaced by their cost', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('COMPLETED', ...ids(19_999));
    world.put('IN_PROGRESS', 20_000);
    world.stage.ready();
    world.follows();
    world.play(30 * second);
    expect(world.follow.pages).toBe(20);
    expect(world.watched()).toEqual([idOf(20_000)]);
    const pages = pagesRead(world.play(20 * minute));
    const looks = pages.filter((page) => page === 1).length;
    expect(pages.length).toBeLessThanOrEqual(looks * 20);
    expect(looks).toBeGreaterThanOrEqual(14);
    // A tenth of the account's five a second, whatever the size.
    expect(pages.length / 1_200).toBeLessThanOrEqual(0.5);
  });

  it('of many large projects take no more of the rate than those of one', () => {
    const world = createProjects();
    world.stage.ready();
    for (const project of ids(20)) world.follows(project);
    for (const follow of world.stage.state.follows.values()) follow.pages = 100;
    const rest = restBetweenLooks(world.follow, 20 * 100, 5_000);
    expect((20 * 100) / (rest / second)).toBeLessThanOrEqual(0.5);
  });

  it('never come more often than the floor that the person chose', () => {
    const world = createProjects();
    world.put('IN_PROGRESS', 1);
    world.stage.ready();
    world.stage.send({
      kind: 'settings-changed',
      settings: { floorMs: 60_000, notices: { completed: true, failed: true } },
    });
    world.follows();
    world.play(minute);
    expect(pagesRead(world.play(hour)).length).toBeLessThanOrEqual(67);
  });

  it.each<[string, (stage: Stage) => void, number]>([
    ['asleep', (stage) => stage.send({ kind: 'suspended' }), 50 * second],
    ['offline', (stage) => stage.send({ kind: 'offline' }), 10 * hour],
    ['paused', (stage) => stage.send({ kind: 'paused', until: stage.now + 12 * hour }), 10 * hour],
    ['without a key', (stage) => stage.send({ kind: 'account-not-ready', account: 'a1' }), 10 * hour],
  ])('rest while the app is %s, also in the midst of one', (_, stop, forMs) => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('COMPLETED', ...ids(50_000));
    world.stage.ready();
    world.follows();
    world.play(3 * second);
    stop(world.stage);
    expect(world.stage.state.asking.size).toBe(0);
    expect(ofKind(world.play(forMs), 'read-page')).toEqual([]);
  });

  it('go on where they were interrupted', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('COMPLETED', ...ids(50_000));
    world.stage.ready();
    world.follows();
    world.play(3 * second);
    world.stage.send({ kind: 'suspended' });
    world.stage.now += hour;
    world.stage.send({ kind: 'resumed' });
    world.play(30 * second);
    expect(world.follow.known).toBe(50_000);
    expect(world.follow.baselineAt).not.toBeNull();
  });

  it('slow down with their account, and one page is the probe that finds it back', () => {
    const world = createProjects();
    world.stage.ready();
    world.follows();
    world.play(minute);
    world.trouble = problemOf('service');
    const probes = ofKind(world.play(8 * hour), 'read-page');
    expect(probes.length).toBeLessThanOrEqual(130);
    world.trouble = null;
    world.play(5 * minute);
    expect(world.stage.state.accounts.get('a1')!.slowdown).toBeNull();
  });

  it('stop with their account until the person acts', () => {
    const world = createProjects();
    world.stage.ready();
    world.follows();
    world.play(minute);
    world.trouble = problemOf('credentials');
    const sent = world.play(24 * hour);
    expect(ofKind(sent, 'tell-problem')).toHaveLength(1);
    expect(ofKind(sent, 'read-page')).toHaveLength(1);
  });

  it('have their turn although watches fill the whole rate, and stay within the budget', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.stage.ready();
    world.stage.add(...ids(600));
    world.put('IN_PROGRESS', ...ids(600));
    world.play(3 * minute);
    world.follows();
    world.put('IN_PROGRESS', 601);
    let most = 0;
    const before = world.stage.effects.length;
    for (let waited = 0; waited < 4 * minute; waited += 50) {
      world.stage.pass(50);
      most = Math.max(most, world.stage.state.asking.size);
      if (waited % 200 === 0) world.play(0.001);
    }
    world.play(second);
    const sent = world.stage.effects
      .slice(before)
      .filter(({ kind }) => ['ask', 'read-page', 'learn-name'].includes(kind));
    expect(world.watched()).toContain(idOf(601));
    expect(most).toBeLessThanOrEqual(4);
    expect(sent.length).toBeLessThanOrEqual(5 * 4 * 60 + 10);
  });

  it('survive a clock that is set back', () => {
    const world = createProjects();
    world.stage.ready();
    world.follows();
    world.play(4 * hour);
    world.stage.now -= 3 * hour;
    world.stage.send({ kind: 'notices-read', notices: 'all' });
    expect(pagesRead(world.play(15 * minute)).length).toBeGreaterThanOrEqual(1);
  });
});

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
    expect(world.follow.sample).toBeNull();
    expect(world.follow.runningListed).toBe('unknown');
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
