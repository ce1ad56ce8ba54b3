import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../../main/model/wish.ts';
import { savedBy } from '../importing-stage.ts';
import { asksFor, newWatchOf, ofKind, someSettings, startAt } from '../stage.ts';
import { createProject, key, listed, minute, wishOf } from './project.ts';

describe('a reply that is lost', () => {
  it('is looked for in the list once things have calmed down, and the file is not sent again', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.assets.push(listed(8), listed(9));
    project.origins.set(8, 'winter/film.mp4');
    project.origins.set(9, key);
    project.pass(2 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 9 });
    expect(project.stage.state.watches.has('a1:w/9')).toBe(true);
    expect(project.sent).toHaveLength(1);
  });

  it.each(['COMPLETED', 'FAILED'])('is found, and its end by then is told once: %s', (status) => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.assets.push(listed(9));
    project.origins.set(9, key);
    project.statuses.set(9, status);
    project.pass(20 * minute);
    expect(project.stage.watch(9).known?.status).toBe(status);
    expect([...project.stage.state.notices.values()]).toMatchObject([{ about: 'import', status }]);
    expect(ofKind(project.stage.effects, 'show')).toHaveLength(1);
  });

  it('is no asset of another project that the list shows as well', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.assets.push({ ...listed(9), isElsewhere: true });
    project.origins.set(9, key);
    project.pass(20 * minute);
    expect(project.stateOf(1)).toMatchObject({ kind: 'in-doubt' });
  });

  it('is no asset that was there before', () => {
    const project = createProject();
    project.assets.push(listed(6));
    project.origins.set(6, key);
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('service');
    project.pass(60 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'in-doubt', above: 7 });
  });

  it.each(['IN_PROGRESS', 'COMPLETED'])(
    'is no import of the same object that was watched before, %s, and that the list hid until then',
    (status) => {
      const project = createProject();
      project.origins.set(8, key).set(9, key);
      project.statuses.set(8, status);
      project.send({ kind: 'added', watches: [newWatchOf(8)] });
      project.pass(minute);
      project.wish(wishOf(1));
      project.pass(1_000);
      project.meet('service');
      project.assets.push(listed(8), listed(9));
      project.pass(20 * minute);
      expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 9 });
    },
  );

  it('is found also below an id that the person watches and the service does not know', () => {
    const project = createProject();
    project.statuses.set(99_999, 'not-found');
    project.send({ kind: 'added', watches: [newWatchOf(99_999)] });
    project.pass(minute);
    project.wish(wishOf(1));
    project.pass(1_000);
    expect(project.stateOf(1)).toEqual({ kind: 'sent', above: 7 });
  });

  it.each(['list', 'reply', 'list of a later run', 'list, looked through once more'] as const)(
    'is settled by what the person has taken out of the list, which stays out: told by the %s',
    (teller) => {
      const project = createProject();
      project.origins.set(8, key);
      project.wish(wishOf(1));
      project.pass(1_000);
      if (teller !== 'reply') project.meet('offline');
      if (teller === 'list, looked through once more') project.pass(20 * minute);
      project.send({ kind: 'added', watches: [newWatchOf(8)] });
      project.pass(10_000);
      expect(project.stage.watch(8).known?.status).toBe('IN_PROGRESS');
      project.send({ kind: 'removed', watches: ['a1:w/8'] });
      project.assets.push(listed(8));
      if (teller === 'reply') project.take(8);
      if (teller === 'list, looked through once more')
        project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'look' });
      const later = teller === 'list of a later run' ? createProject(savedBy(project.stage)) : project;
      later.assets.push(listed(8));
      later.origins.set(8, key);
      later.statuses.set(8, 'COMPLETED');
      later.pass(20 * minute);
      expect(later.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
      expect(later.stage.state.watches.size).toBe(0);
      const told = [...later.stage.state.notices.values()].map(({ about }) => about);
      expect(told).not.toContain('import');
    },
  );

  it.each(['list', 'reply'])(
    'is of one that was added meanwhile and not heard of yet, whose end by the first look is told: by the %s',
    (teller) => {
      const project = createProject();
      project.origins.set(8, key);
      project.wish(wishOf(1));
      project.pass(1_000);
      if (teller === 'list') project.meet('offline');
      project.pass(5_000);
      project.statuses.set(8, 'not-found');
      project.send({ kind: 'added', watches: [newWatchOf(8)] });
      project.pass(1_000);
      project.assets.push(listed(8));
      if (teller === 'list') project.pass(27_000);
      else project.take(8);
      expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
      project.statuses.set(8, 'COMPLETED');
      project.pass(20 * minute);
      const told = [...project.stage.state.notices.values()].map(
        (notice) => 'status' in notice && notice.status,
      );
      expect(told).toEqual(['COMPLETED']);
    },
  );

  it('is settled by what had ended, was told of, and was tidied away, which is not told of again', () => {
    const project = createProject({ settings: { ...someSettings, tidyAfterMs: minute } });
    project.origins.set(8, key);
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.pass(60 * minute);
    project.send({ kind: 'added', watches: [newWatchOf(8)] });
    project.pass(10_000);
    project.statuses.set(8, 'COMPLETED');
    project.pass(150 * minute);
    expect(project.stage.state.watches.size).toBe(0);
    project.assets.push(listed(8));
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'look' });
    project.pass(20 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    const ends = [...project.stage.state.notices.values()].filter(({ about }) => about === 'import');
    expect(ends).toHaveLength(1);
  });

  it('is not of what was taken out before the file was sent again, and that the list hid until then', () => {
    const project = createProject();
    project.origins.set(8, key).set(9, key);
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.send({ kind: 'added', watches: [newWatchOf(8)] });
    project.pass(20 * minute);
    project.send({ kind: 'removed', watches: ['a1:w/8'] });
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'send' });
    project.pass(1_000);
    project.meet('offline');
    project.assets.push(listed(8), listed(9));
    project.pass(20 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 9 });
    expect([...project.stage.state.watches.keys()]).toEqual(['a1:w/9']);
  });

  it('is settled by what was taken out and put back, whose end is told', () => {
    const project = createProject();
    project.origins.set(8, key);
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.send({ kind: 'added', watches: [newWatchOf(8)] });
    project.pass(10_000);
    project.send({ kind: 'removed', watches: ['a1:w/8'], undo: 1 });
    project.send({ kind: 'undone', undo: 1 });
    project.assets.push(listed(8));
    project.statuses.set(8, 'COMPLETED');
    project.pass(20 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(ofKind(project.stage.effects, 'show')).toHaveLength(1);
  });

  it('remembers no more of what left the list meanwhile than can be it, and not without bound', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    const before = Array.from({ length: 7 }, (_, index) => newWatchOf(index + 1));
    const others = Array.from({ length: 50 }, (_, index) => newWatchOf(index + 8, 'other.mp4'));
    const alike = Array.from({ length: 500 }, (_, index) => newWatchOf(index + 1_000));
    const watches = [...before, ...others, ...alike];
    project.send({ kind: 'added', watches });
    for (const { reference } of watches)
      project.send({ kind: 'removed', watches: [`a1:w/${reference.assetId}`] });
    const state = project.stateOf(1);
    const left = state?.kind === 'sent' ? (state.left ?? []) : [];
    expect(left[0]).toBe(1_000);
    expect(left.length).toBeLessThanOrEqual(100);
  });

  it('that no list shows is no proof: the person is asked, and nothing is sent', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('unreadable');
    project.pass(24 * 60 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'in-doubt', above: 7 });
    expect(project.sent).toHaveLength(1);
  });

  it.each(['intercepted', 'offline', 'rate-limit', 'service'] as const)(
    'that cannot be looked for, since its list or details alone meet %s, is asked about, and slows nothing else',
    (kind) => {
      for (const place of ['list', 'details']) {
        const project = createProject();
        project.send({ kind: 'added', watches: [newWatchOf(5)] });
        project.wish(wishOf(1));
        project.pass(1_000);
        project.meet('unreadable');
        project.assets.push(listed(9));
        if (place === 'list') project.breakList(kind);
        else project.breakOrigins(kind);
        const from = project.stage.effects.length;
        project.pass(90 * minute);
        expect(project.stateOf(1)).toEqual({ kind: 'in-doubt', above: 7 });
        const later = project.stage.effects.slice(from);
        expect(asksFor(later, 'survey').length + asksFor(later, 'origin').length).toBeLessThan(20);
        expect(project.stage.account().slowdown).toBeNull();
      }
    },
  );

  it('that the person knows of is sent again, looked for again, or left', () => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.meet('offline');
    project.pass(60 * minute);
    project.assets.push(listed(8));
    project.origins.set(8, 'winter/film.mp4');
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'look' });
    expect(project.stateOf(1)?.kind).toBe('sent');
    project.pass(60 * minute);
    expect(project.stateOf(1)?.kind).toBe('in-doubt');
    project.send({ kind: 'wishes-answered', wishes: ['wish-1'], how: 'send' });
    project.pass(minute);
    expect(project.sent).toHaveLength(2);
    project.take(10);
    project.send({ kind: 'wishes-dropped', wishes: ['wish-1'] });
    expect(project.stage.state.wishes.size).toBe(0);
  });

  it.each(['suspended', 'offline'] as const)('is heard out where the machine is %s', (kind) => {
    const project = createProject();
    project.wish(wishOf(1));
    project.pass(1_000);
    project.send({ kind });
    project.take(8);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
  });

  it('over a sleep that was announced does not make the wake look like one that was not', () => {
    const project = createProject();
    project.send({ kind: 'added', watches: [newWatchOf(5)] });
    project.wish(wishOf(1));
    project.pass(1_000);
    project.send({ kind: 'suspended' });
    project.stage.now += 60 * minute;
    project.send({ kind: 'resumed' });
    project.pass(10_000);
    expect(project.stage.watch(5).isAgeDoubtful).toBe(false);
    project.take(8);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
  });

  it('of an earlier run is looked for, and the file is not sent again', () => {
    const wish: Wish = { ...wishOf(1), wishedAt: startAt, state: { kind: 'sent', above: 7 } };
    const project = createProject({ wishes: [wish] });
    project.assets.push(listed(8));
    project.origins.set(8, key);
    project.pass(5 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(project.sent).toEqual([]);
  });
});
