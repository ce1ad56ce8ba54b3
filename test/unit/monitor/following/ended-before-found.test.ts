import { describe, expect, it } from 'vitest';
import { countsIn, inGroup } from '../../../../main/monitor/imports/tally.ts';
import { healthOf, trayIconOf } from '../../../../main/monitor/view/health.ts';
import { countsOf } from '../../../../main/monitor/view/rows.ts';
import { idOf, ofKind } from '../stage.ts';
import { asked, createFollowed, createProjects } from './projects.ts';

const second = 1_000;
const minute = 60 * second;

describe('an import that began and ended between two looks', () => {
  it('stands in the list and in the inbox, without a banner', () => {
    const world = createFollowed({}, ({ put }) => put('COMPLETED', 1));
    world.put('COMPLETED', 2);
    world.put('FAILED', 3);
    const sent = world.play(10 * minute);
    expect(asked(sent).toSorted()).toEqual([2, 3]);
    expect(world.watched()).toEqual([idOf(2), idOf(3)]);
    expect(world.stage.watch(3)).toMatchObject({ fileName: 'film-3.mp4', known: { status: 'FAILED' } });
    expect(world.stage.watch(3).endedAt).not.toBeNull();
    expect(world.told()).toEqual([
      [idOf(2), 'COMPLETED'],
      [idOf(3), 'FAILED'],
    ]);
    for (const { fate, read } of world.stage.state.notices.values())
      expect({ fate, read }).toMatchObject({
        fate: { kind: 'held', reason: 'ended-before-found' },
        read: false,
      });
    expect(ofKind(sent, 'show')).toEqual([]);
    expect(world.follow.known).toBe(3);
  });

  it('needs the person where it failed', () => {
    const world = createFollowed();
    world.put('FAILED', 3);
    world.play(10 * minute);
    const counts = countsOf(world.stage.state);
    expect(counts).toMatchObject({ unreadFailures: 1, unread: 1, failed: 1 });
    expect(trayIconOf(healthOf(world.stage.state), counts)).toBe('needs-you');
  });

  it('is told once, whatever comes between', () => {
    const world = createFollowed();
    world.put('FAILED', 3);
    for (let waited = 0; waited < 10 * minute; waited += 500) {
      world.play(500);
      if (world.stage.state.notices.size > 0) break;
    }
    world.crash();
    world.play(10 * minute);
    world.restart();
    world.play(20 * minute);
    expect(world.told()).toEqual([[idOf(3), 'FAILED']]);
    expect(ofKind(world.stage.effects, 'show')).toEqual([]);
  });

  it.each(['COMPLETED', 'FAILED'] as const)(
    'is no news where the person stopped watching it: %s',
    (status) => {
      const world = createFollowed();
      world.stage.add(3);
      world.stage.askAndAnswer(3, 'IN_PROGRESS');
      world.stage.askAndAnswer(3, status);
      world.stage.send({ kind: 'removed', watches: [idOf(3)] });
      world.put(status, 3);
      const told = world.told();
      world.restart();
      world.play(15 * minute);
      expect(world.watched()).toEqual([]);
      expect(world.told()).toEqual(told);
    },
  );

  it('is no news where the asset was moved here from another followed project', () => {
    const world = createFollowed({}, ({ put }) => {
      put('COMPLETED', 1);
      put('FAILED', 2);
    });
    world.follows(2);
    world.play(minute);
    for (const asset of world.assets.values()) asset.projectId = 2;
    world.play(15 * minute);
    expect(world.watched()).toEqual([]);
    expect(world.told()).toEqual([]);
    expect(world.followOf(2).known).toBe(2);
  });

  it.each(['COMPLETED', 'FAILED'] as const)(
    'is no news where a list merely lost the metadata that it had shown: %s',
    (status) => {
      const world = createFollowed({}, ({ put }) => put('COMPLETED', 1));
      world.losesMetaData.add(1);
      world.put(status, 1);
      const sent = world.play(15 * minute);
      expect(asked(sent)).toEqual([1, 1, 1]);
      expect(world.told()).toEqual([]);
      expect(world.watched()).toEqual([]);
    },
  );

  it('tells nothing of its group, and leaves no round of it open', () => {
    const world = createFollowed();
    world.put('IN_PROGRESS', 2);
    world.play(2 * minute);
    const [group] = world.stage.state.groups.values();
    const tell = { allDone: true, firstFailure: true };
    world.stage.send({ kind: 'group-changed', group: group!.id, tell, eachAsset: false });
    world.put('COMPLETED', 2);
    world.play(2 * minute);
    const before = world.stage.state.notices.size;
    world.put('FAILED', 3);
    world.play(12 * minute);
    expect([...world.stage.state.notices.values()].slice(before).map(({ about }) => about)).toEqual([
      'import',
    ]);
    expect(world.stage.state.groups.get(group!.id)!.round.isOpen).toBe(false);
    expect(countsIn(world.stage.state, inGroup(group!.id))).toMatchObject({ completed: 1, failed: 1 });
  });
});

describe('what the first look found', () => {
  it('is a baseline also where it is asked for only after that look', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('FAILED', ...Array.from({ length: 150 }, (_, index) => index + 1));
    world.stage.ready();
    world.follows();
    world.play(5 * second);
    expect(world.follow.lookedAt).not.toBeNull();
    expect(world.follow.baselineAt).toBeNull();
    world.crash();
    world.play(2 * minute);
    expect(world.follow).toMatchObject({ known: 150 });
    expect(world.follow.baselineAt).not.toBeNull();
    expect(world.watched()).toEqual([]);
    expect(world.told()).toEqual([]);
  });

  it('does not swallow what ends while it is still asked for', () => {
    const world = createProjects({ pageSize: 1_000 });
    world.put('FAILED', ...Array.from({ length: 180 }, (_, index) => index + 1));
    world.stage.ready();
    world.follows();
    world.play(5 * second);
    world.put('COMPLETED', 500);
    world.stage.send({ kind: 'look-now', follows: 'all' });
    world.play(2 * minute);
    expect(world.told()).toEqual([[idOf(500), 'COMPLETED']]);
  });
});
