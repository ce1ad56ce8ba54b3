import { describe, expect, it } from 'vitest';
import type { Hook } from '../../../main/model/hook.ts';
import { importing } from './hooks/hooks-stage.ts';
import { createStage, idOf, newWatchOf, ofKind, someSettings } from './stage.ts';

const hour = 3_600_000;
const day = 24 * hour;
const settings = { ...someSettings, tidyAfterMs: day };

function tidied(hooks: readonly Hook[] = []) {
  const stage = importing([1], hooks);
  stage.send({ kind: 'settings-changed', settings });
  return stage;
}
const inList = ({ state }: ReturnType<typeof createStage>) =>
  [...state.watches.values()].map((each) => each.reference.assetId);

it('what completed leaves the list after the chosen time, and its notice stays', () => {
  const stage = tidied();
  stage.askAndAnswer(1, 'COMPLETED');
  stage.pass(day - hour);
  expect(inList(stage)).toEqual([1]);
  stage.pass(3 * hour);
  expect(inList(stage)).toEqual([]);
  expect([...stage.state.notices.values()].map((notice) => 'watch' in notice && notice.watch)).toEqual([
    idOf(1),
  ]);
});

it('what is muted stays until it was told', () => {
  const stage = tidied();
  const mute = { kind: 'until', at: stage.now + 3 * day, isLength: true } as const;
  stage.send({ kind: 'muted', of: 'watch', ids: [idOf(1)], mute });
  stage.askAndAnswer(1, 'COMPLETED');
  stage.pass(2 * day);
  expect(inList(stage)).toEqual([1]);
  const [banner] = ofKind(stage.pass(2 * day), 'show');
  expect(banner!.notices).toMatchObject([{ watch: idOf(1) }]);
  stage.send({ kind: 'told', banner: banner!.banner, outcome: { kind: 'shown', by: 'electron' } });
  stage.pass(2 * hour);
  expect(inList(stage)).toEqual([]);
});

it('a muted group stays until it was told that all of it is done', () => {
  const stage = createStage();
  stage.ready();
  stage.send({ kind: 'settings-changed', settings });
  const group = { id: 'g', name: 'Batch', tell: { allDone: true, firstFailure: true }, eachAsset: false };
  stage.send({ kind: 'added', watches: [newWatchOf(1), newWatchOf(2)], group });
  for (const asset of [1, 2]) stage.askAndAnswer(asset, 'IN_PROGRESS');
  const mute = { kind: 'until', at: stage.now + 3 * day, isLength: true } as const;
  stage.send({ kind: 'muted', of: 'group', ids: ['g'], mute });
  for (const asset of [1, 2]) stage.askAndAnswer(asset, 'COMPLETED');
  expect(ofKind(stage.pass(2 * day), 'show')).toEqual([]);
  expect(inList(stage)).toEqual([1, 2]);
  const [banner] = ofKind(stage.pass(2 * day), 'show');
  expect(banner!.notices).toMatchObject([{ about: 'group-done', completed: 2 }]);
  stage.send({ kind: 'told', banner: banner!.banner, outcome: { kind: 'shown', by: 'electron' } });
  stage.pass(2 * hour);
  expect(inList(stage)).toEqual([]);
});

it('a failure stays until it is handled', () => {
  const stage = tidied();
  stage.askAndAnswer(1, 'FAILED');
  stage.pass(3 * day);
  expect(inList(stage)).toContain(1);
  stage.send({ kind: 'handled', watches: [idOf(1)], isHandled: true });
  stage.pass(2 * hour);
  expect(inList(stage)).not.toContain(1);
});

it('a member of a group stays as long as another one is in progress', () => {
  const stage = tidied();
  const group = { id: 'g', name: 'Batch', tell: { allDone: true, firstFailure: true }, eachAsset: true };
  stage.send({ kind: 'added', watches: [newWatchOf(4), newWatchOf(5)], group });
  stage.pass(1_000);
  for (const asset of [4, 5]) stage.answer(asset, 'IN_PROGRESS');
  stage.askAndAnswer(1, 'COMPLETED');
  stage.askAndAnswer(4, 'COMPLETED');
  stage.send({ kind: 'account-not-ready', account: 'a1' });
  stage.pass(3 * day);
  expect(inList(stage)).toEqual([4, 5]);
  stage.ready();
  stage.askAndAnswer(5, 'COMPLETED');
  stage.pass(2 * day);
  expect(inList(stage)).toEqual([]);
});

describe('a group that nobody is told of as a whole', () => {
  const group = {
    ...{ id: 'follow:a1:w/1', name: 'Drama', eachAsset: true },
    tell: { allDone: false, firstFailure: false },
  };
  const withOneInProgress = (hooks: readonly Hook[] = []) => {
    const stage = tidied(hooks);
    stage.send({ kind: 'added', watches: [newWatchOf(4), newWatchOf(5)], group });
    stage.pass(1_000);
    for (const asset of [4, 5]) stage.answer(asset, 'IN_PROGRESS');
    for (const asset of [1, 4]) stage.askAndAnswer(asset, 'COMPLETED');
    stage.send({ kind: 'account-not-ready', account: 'a1' });
    stage.pass(3 * day);
    return inList(stage);
  };

  it('lets go of what has ended import by import: in a followed project there may always be one in progress', () => {
    expect(withOneInProgress()).toEqual([5]);
  });

  it('stays together where a program counts its ends', () => {
    const scope = { kind: 'group', group: group.id } as const;
    const target = { kind: 'program', path: '/opt/tell.sh' } as const;
    const hooks: Hook[] = [{ id: 'h1', scope, events: ['all-done'], target }];
    expect(withOneInProgress(hooks)).toEqual([4, 5]);
  });
});

it('a clock that was set ahead is not believed at once', () => {
  const stage = tidied();
  stage.askAndAnswer(1, 'COMPLETED');
  stage.now += 30 * day;
  stage.send({ kind: 'tick' });
  expect(inList(stage)).toContain(1);
  stage.now -= 30 * day;
  stage.pass(3 * hour);
  expect(inList(stage)).toContain(1);
});

it('where nothing may leave the list nothing wakes the app for it', () => {
  const stage = importing([1], []);
  stage.askAndAnswer(1, 'COMPLETED');
  stage.pass(hour / 2);
  expect(stage.wakeAt()).toBeNull();
  stage.send({ kind: 'settings-changed', settings });
  expect(stage.wakeAt()).not.toBeNull();
});
