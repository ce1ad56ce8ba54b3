import { describe, expect, it } from 'vitest';
import { pagesOf, restBetweenLooks } from '../../../../main/monitor/following/looks.ts';
import { asksFor, idOf, ofKind, problemOf, someSettings, type Stage } from '../stage.ts';
import { asked, createProjects, ids, pagesRead } from './projects.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

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
    // In no order, so that each look has to read the whole list.
    world.put('COMPLETED', ...ids(9_999, 10_001));
    world.put('IN_PROGRESS', 20_000);
    world.put('COMPLETED', ...ids(10_000));
    world.stage.ready();
    world.follows();
    world.play(30 * second);
    expect(pagesOf(world.follow)).toBe(20);
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
    const { state } = world.stage;
    const rest = restBetweenLooks(state, state.lists.get(world.follow.id)!, 20 * 100);
    expect((20 * 100) / (rest / second)).toBeLessThanOrEqual(0.5);
  });

  it('never come more often than the floor that the person chose', () => {
    const world = createProjects();
    world.put('IN_PROGRESS', 1);
    world.stage.ready();
    world.stage.send({ kind: 'settings-changed', settings: { ...someSettings, floorMs: minute } });
    world.follows();
    world.play(minute);
    expect(pagesRead(world.play(hour)).length).toBeLessThanOrEqual(67);
  });

  it.each<[string, (stage: Stage) => void, number]>([
    ['asleep', (stage) => stage.send({ kind: 'suspended' }), 50 * second],
    ['offline', (stage) => stage.send({ kind: 'offline' }), 10 * hour],
    [
      'paused',
      (stage) => stage.send({ kind: 'paused', until: stage.now + 12 * hour, isLength: false }),
      10 * hour,
    ],
    ['without a key', (stage) => stage.send({ kind: 'account-not-ready', account: 'a1' }), 10 * hour],
  ])('rest while the app is %s, also in the midst of one', (_, stop, forMs) => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('COMPLETED', ...ids(50_000));
    world.stage.ready();
    world.follows();
    world.play(3 * second);
    stop(world.stage);
    expect(world.stage.state.requests.size).toBe(0);
    expect(asksFor(world.play(forMs), 'page')).toEqual([]);
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
    expect(world.follow.lookedAt).not.toBeNull();
  });

  it('slow down with their account, and one page is the probe that finds it back', () => {
    const world = createProjects();
    world.stage.ready();
    world.follows();
    world.play(minute);
    world.trouble = problemOf('service');
    const probes = asksFor(world.play(8 * hour), 'page');
    expect(probes.length).toBeLessThanOrEqual(130);
    world.trouble = null;
    world.play(5 * minute);
    expect(world.stage.state.accounts.get('a1')!.slowdown).toBeNull();
  });

  it('rest where the list alone is in trouble, and neither it nor its probes ask more often than the floor', () => {
    const world = createProjects();
    world.stage.ready();
    world.stage.send({ kind: 'settings-changed', settings: { ...someSettings, floorMs: minute } });
    world.put('IN_PROGRESS', 1);
    world.stage.add(1);
    world.unlisted.set(2, { ...problemOf('service'), httpStatus: 504, code: '510' });
    world.follows(2);
    const times: number[] = [];
    let pages = 0;
    for (let waited = 0; waited < hour; waited += second) {
      const sent = world.play(second);
      pages += pagesRead(sent).length;
      if (asked(sent).length > 0) times.push(world.stage.now);
    }
    expect(pages).toBeLessThan(12);
    expect(times.length).toBeGreaterThan(40);
    const gaps = times.slice(1).map((time, index) => time - times[index]!);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(minute - second);
    expect(world.followOf(2).problem?.kind).toBe('service');
    world.unlisted.clear();
    world.put('COMPLETED', 7);
    world.assets.get(7)!.projectId = 2;
    world.stage.send({ kind: 'check-now', watches: 'all' });
    world.play(5 * second);
    expect(world.followOf(2)).toMatchObject({ problem: null, known: 1 });
  });

  it('rest for one project in trouble, while the others are looked at as before', () => {
    const world = createProjects();
    world.put('IN_PROGRESS', 1);
    world.stage.ready();
    world.unlisted.set(2, problemOf('service'));
    world.follows(1);
    world.follows(2);
    world.play(10 * minute);
    const sent = asksFor(world.play(hour), 'page');
    expect(sent.filter(({ projectId }) => projectId === 2).length).toBeLessThan(12);
    expect(sent.filter(({ projectId }) => projectId === 1).length).toBeGreaterThan(90);
  });

  it('go on with the page where a long look met trouble', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('COMPLETED', ...ids(50_000));
    world.stage.ready();
    world.follows();
    world.play(5 * second);
    world.unlisted.set(1, problemOf('service'));
    world.play(10 * second);
    world.unlisted.clear();
    world.play(100 * second);
    expect(world.follow.known).toBe(50_000);
    expect(pagesRead(world.stage.effects).filter((page) => page === 1)).toHaveLength(1);
  });

  it('are as rare as the probes of an account that is refused', () => {
    const world = createProjects();
    world.stage.ready();
    world.follows();
    world.play(minute);
    world.trouble = problemOf('credentials');
    const sent = world.play(24 * hour);
    expect(ofKind(sent, 'tell-problem')).toHaveLength(1);
    expect(asksFor(sent, 'page').length).toBeLessThan(120);
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
      most = Math.max(most, world.stage.state.requests.size);
      if (waited % 200 === 0) world.play(0.001);
    }
    world.play(second);
    const sent = ofKind(world.stage.effects.slice(before), 'ask');
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
