import { describe, expect, it } from 'vitest';
import { answerOf, asksFor, newWatchOf } from '../stage.ts';
import { createProject, key, listed, minute, wishOf } from './project.ts';

describe('a file that is registered again', () => {
  /** An import of the list that was in progress, and has failed. */
  function withFailed(assetId: number) {
    const project = createProject();
    project.send({ kind: 'added', watches: [newWatchOf(assetId)] });
    project.pass(minute);
    project.statuses.set(assetId, 'FAILED');
    project.pass(10 * minute);
    return project;
  }

  it('takes the place of the failed one, in its group and under its label', () => {
    const project = createProject();
    project.statuses.set(5, 'FAILED');
    const group = { id: 'g', name: 'Batch', tell: { allDone: true, firstFailure: false }, eachAsset: true };
    const reference = { workspace: 'w', projectId: 1, assetId: 5 };
    project.send({
      kind: 'added',
      watches: [{ account: 'a1', reference, label: 'Trailer', fileName: 'film.mp4' }],
      group,
    });
    const { addedAt } = project.stage.watch(5);
    project.pass(1_000);
    project.wish(wishOf(1, { replaces: 'a1:w/5' }));
    project.pass(1_000);
    expect(project.stage.state.watches.has('a1:w/5')).toBe(true);
    project.take(8);
    expect(project.stage.state.watches.has('a1:w/5')).toBe(false);
    expect(project.stage.watch(8)).toMatchObject({
      ...{ label: 'Trailer', fileName: 'film.mp4', addedAt, formerIds: [5] },
      group: { id: 'g' },
      known: { status: 'IN_PROGRESS' },
    });
    expect([...project.stage.state.groups.keys()]).toEqual(['g']);
  });

  it.each([
    ['the failed one', 'a1:w/8', 0],
    ['one of the list that had ended', null, 0],
    ['one that had ended by a clock which was set back since', null, 60 * minute],
  ] as const)('and becomes %s is told of again, once', (_what, replaces, setBackMs) => {
    const project = withFailed(8);
    const { stage } = project;
    project.send({ kind: 'handled', watches: ['a1:w/8'], isHandled: true });
    stage.now -= setBackMs;
    project.wish(wishOf(1, { replaces }));
    project.pass(1_000);
    project.take(8);
    expect(stage.watch(8)).toMatchObject({ attempt: 2, endedAt: null, isHandled: false });
    expect(stage.watch(8).formerIds).toBeUndefined();
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    project.pass(60 * minute);
    const told = () => [...stage.state.notices.values()].map((notice) => 'status' in notice && notice.status);
    expect(told()).toEqual(['FAILED', 'FAILED']);
    project.pass(60 * minute);
    expect(told()).toHaveLength(2);
  });

  it('and becomes the one that it was is not told by an answer that left before', () => {
    const project = withFailed(8);
    const { stage } = project;
    project.wish(wishOf(1, { replaces: 'a1:w/8' }));
    project.pass(1_000);
    stage.send({ kind: 'check-now', watches: ['a1:w/8'] });
    const { request } = stage.requestOf(8)!;
    project.take(8);
    stage.say(request, answerOf(8, 'FAILED', stage.now));
    expect(stage.state.notices.size).toBe(1);
    expect(stage.watch(8).known?.status).toBe('IN_PROGRESS');
  });

  it.each([
    ['FAILED', 'COMPLETED'],
    ['FAILED', 'FAILED'],
  ])(
    'and becomes the one that it was is not told by a server that is behind, and still says %s',
    (former, end) => {
      const project = withFailed(8);
      const { stage } = project;
      project.wish(wishOf(1, { replaces: 'a1:w/8' }));
      project.pass(1_000);
      project.take(8);
      project.pass(20_000);
      expect(stage.watch(8)).toMatchObject({ attempt: 2, endedAt: null, known: { status: 'IN_PROGRESS' } });
      project.statuses.set(8, 'IN_PROGRESS');
      project.pass(5 * minute);
      expect(stage.state.notices.size).toBe(1);
      project.statuses.set(8, end);
      project.pass(20 * minute);
      expect([...stage.state.notices.values()]).toMatchObject([{ status: former }, { status: end }]);
    },
  );

  it('and fails at once as before is told of within a minute', () => {
    const project = withFailed(8);
    project.wish(wishOf(1, { replaces: 'a1:w/8' }));
    project.pass(1_000);
    project.take(8);
    project.pass(minute);
    expect(project.stage.state.notices.size).toBe(2);
    const asked = asksFor(project.stage.effects, 'status').length;
    project.pass(60 * minute);
    expect(asksFor(project.stage.effects, 'status')).toHaveLength(asked);
  });

  it.each([
    ['its import has ended', ['IN_PROGRESS', 'FAILED'], 2],
    ['its import has ended otherwise', ['COMPLETED'], 2],
    ['its import is in progress', ['IN_PROGRESS'], 1],
  ])(
    'and becomes the one that it was is told once where %s before the reply comes',
    (_what, answers, notices) => {
      const project = withFailed(8);
      const { stage } = project;
      project.wish(wishOf(1, { replaces: 'a1:w/8' }));
      project.pass(1_000);
      for (const status of answers) {
        project.statuses.set(8, status);
        project.send({ kind: 'check-now', watches: ['a1:w/8'] });
        project.pass(status === 'IN_PROGRESS' ? 2_000 : 45_000);
      }
      expect(stage.state.notices.size).toBe(notices);
      project.take(8);
      expect(stage.watch(8).attempt).toBe(2);
      project.pass(60 * minute);
      expect(stage.state.notices.size).toBe(notices);
    },
  );

  it('and becomes one that was never heard of is in progress by that word, and its end is told', () => {
    const project = createProject();
    const { stage } = project;
    stage.send({ kind: 'added', watches: [newWatchOf(8)] });
    project.wish(wishOf(1));
    project.pass(1_000);
    expect(stage.watch(8).known).toBeNull();
    project.statuses.set(8, 'COMPLETED');
    project.take(8);
    project.pass(minute);
    expect(stage.state.notices.size).toBe(1);
  });

  it('is not taken for the failed one, where the list shows that only after its reply was lost', () => {
    const project = createProject();
    project.statuses.set(8, 'FAILED');
    project.send({ kind: 'added', watches: [newWatchOf(8)] });
    project.pass(minute);
    project.wish(wishOf(1, { replaces: 'a1:w/8' }));
    project.pass(1_000);
    project.meet('offline');
    project.assets.push(listed(8));
    project.origins.set(8, key);
    project.pass(60 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'in-doubt', above: 8 });
  });

  it('leaves the one that began again meanwhile in the list, and its end is told', () => {
    const project = withFailed(5);
    project.wish(wishOf(1, { replaces: 'a1:w/5' }));
    project.pass(1_000);
    project.statuses.set(5, 'IN_PROGRESS');
    project.send({ kind: 'check-now', watches: ['a1:w/5'] });
    project.pass(1_000);
    project.take(8);
    expect(project.stage.watch(8).known?.status).toBe('IN_PROGRESS');
    expect(project.stage.watch(5)).toMatchObject({ attempt: 2, endedAt: null });
    project.statuses.set(5, 'COMPLETED');
    project.pass(20 * minute);
    const told = [...project.stage.state.notices.values()].map(
      (notice) => 'status' in notice && notice.status,
    );
    expect(told).toEqual(['FAILED', 'COMPLETED']);
  });

  it('is as muted as the failed one was', () => {
    const project = createProject();
    project.statuses.set(5, 'FAILED');
    project.send({ kind: 'added', watches: [newWatchOf(5)] });
    project.pass(1_000);
    const mute = { kind: 'until', at: project.stage.now + 60 * minute, isLength: false } as const;
    project.send({ kind: 'muted', of: 'watch', ids: ['a1:w/5'], mute });
    project.wish(wishOf(1, { replaces: 'a1:w/5' }));
    project.pass(1_000);
    project.take(8);
    expect(project.stage.watch(8).mute).toEqual(mute);
    project.statuses.set(8, 'COMPLETED');
    project.pass(50 * minute);
    expect(project.stage.fates()).toEqual(['postponed']);
    project.pass(20 * minute);
    expect(project.stage.fates()).toEqual(['showing']);
  });

  it.each([
    ['is in progress', 'IN_PROGRESS', 2],
    ['has ended', 'COMPLETED', 1],
  ] as const)('does so too where a followed project listed it first, and it %s', (_how, status, round) => {
    const project = createProject();
    const { stage } = project;
    project.statuses.set(5, 'FAILED').set(8, status);
    const reference = { workspace: 'w', projectId: 1, assetId: 5 };
    const watches = [{ account: 'a1', reference, label: 'Trailer', fileName: 'film.mp4' }];
    const group = { id: 'g', name: 'Batch', tell: { allDone: true, firstFailure: false }, eachAsset: false };
    project.send({ kind: 'added', watches, group });
    project.pass(1_000);
    project.wish(wishOf(1, { replaces: 'a1:w/5' }));
    project.pass(1_000);
    project.meet('offline');
    project.send({ kind: 'added', watches: [{ ...watches[0]!, reference: { ...reference, assetId: 8 } }] });
    project.pass(20_000);
    expect(stage.watch(8)).toMatchObject({ group: null, known: { status } });
    project.assets.push(listed(8));
    project.origins.set(8, key);
    project.pass(2 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(stage.watch(8)).toMatchObject({ formerIds: [5], group: { id: 'g', round } });
    expect([...stage.state.groups.keys()]).toEqual(['g']);
  });
});

describe('a file that is registered again in a followed project, which lists it first', () => {
  const follow = 'follow:a1:w/projects/1';

  /** Asset 5 of a group of two has failed, and the reply that it is 8 now is lost. */
  function registeredAgain() {
    const project = createProject();
    project.statuses.set(5, 'FAILED');
    project.assets.push(listed(5), listed(6));
    project.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId: 1, projectName: 'Films' });
    const group = { id: 'g', name: 'Batch', tell: { allDone: true, firstFailure: false }, eachAsset: false };
    const watches = [5, 6].map((assetId) => newWatchOf(assetId));
    project.send({ kind: 'added', watches, group });
    project.pass(2 * minute);
    project.wish(wishOf(1, { replaces: 'a1:w/5' }));
    project.pass(1_000);
    project.meet('offline');
    project.assets.push(listed(8));
    project.origins.set(8, key);
    project.send({ kind: 'look-now', follows: 'all' });
    project.pass(5_000);
    expect(project.stage.watch(8).group?.id).toBe(follow);
    return project;
  }

  const told = ({ stage }: ReturnType<typeof createProject>) =>
    [...stage.state.notices.values()].map((notice) =>
      notice.about === 'group-done' ? `${notice.groupName}: ${notice.completed}` : notice.about,
    );

  it('stays in the group of the failed one, which is not told as done before it is', () => {
    const project = registeredAgain();
    project.pass(5 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    expect(project.stage.watch(8).group?.id).toBe('g');
    project.statuses.set(6, 'COMPLETED');
    project.pass(60 * minute);
    expect(told(project)).toEqual(['import']);
    project.statuses.set(8, 'COMPLETED');
    project.pass(60 * minute);
    expect(told(project)).toEqual(['import', 'import', 'Batch: 2']);
  });

  it('stays in the group of the project where that has yet to tell of its end', () => {
    const project = registeredAgain();
    const tell = { allDone: true, firstFailure: false };
    project.send({ kind: 'group-changed', group: follow, tell, eachAsset: false });
    project.statuses.set(7, 'IN_PROGRESS').set(8, 'COMPLETED');
    project.send({
      kind: 'added',
      watches: [newWatchOf(7)],
      group: { id: follow, name: 'Films', tell, eachAsset: false },
    });
    project.send({ kind: 'check-now', watches: ['a1:w/8'] });
    project.pass(5 * minute);
    expect(project.stateOf(1)).toEqual({ kind: 'registered', assetId: 8 });
    project.statuses.set(7, 'COMPLETED');
    project.pass(60 * minute);
    expect(told(project)).toEqual(['import', 'import', 'Films: 2']);
  });
});
