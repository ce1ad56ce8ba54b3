import { describe, expect, it } from 'vitest';
import { idOf, ofKind, savedRows, someSettings, type Stage } from '../stage.ts';
import { importing, ledger, said } from './group-stage.ts';

const allDone = { allDone: true, firstFailure: false };
const nothing = { allDone: false, firstFailure: false };

/** What banners tell in the next minute. */
const told = (stage: Stage) => ofKind(stage.pass(60_000), 'show').flatMap(({ notices }) => notices.map(said));

/** One of three has failed and one has completed, and the group is to tell of both when all is done. */
function halfDone(tell = allDone): Stage {
  const stage = importing([1, 2, 3], { tell });
  stage.askAndAnswer(1, 'FAILED');
  stage.askAndAnswer(2, 'COMPLETED');
  return stage;
}

describe('what a group held back until all is done', () => {
  it('is told by itself when the group is dissolved', () => {
    const stage = halfDone();
    expect(told(stage)).toEqual([]);
    stage.send({ kind: 'ungrouped', group: 'g1' });
    expect(told(stage)).toEqual(['FAILED 1.mp4', 'COMPLETED 2.mp4']);
    expect(stage.fates()).toEqual(['showing', 'showing']);
  });

  it('is not told when what left the list with it is watched anew, and the removal is taken back', () => {
    const stage = halfDone();
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.pass(1_000);
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    stage.send({ kind: 'undone', undo: 1 });
    expect(told(stage)).toEqual([]);
    expect(ledger(stage)[0]).toBe('FAILED 1.mp4 told-with-group');
  });

  it('is written as not told yet, so that a crash does not lose it', () => {
    const stage = halfDone();
    const effects = stage.send({ kind: 'ungrouped', group: 'g1' });
    expect(stage.fates()).toEqual(['recorded', 'recorded']);
    expect(savedRows(effects, 'notices')).toHaveLength(2);
  });

  it('is told by itself when the group is to tell each and not all', () => {
    const stage = halfDone();
    stage.send({ kind: 'group-changed', group: 'g1', eachAsset: true, tell: nothing });
    expect(told(stage)).toEqual(['FAILED 1.mp4', 'COMPLETED 2.mp4']);
  });

  it('is told as the first failure when only that is still wanted', () => {
    const stage = importing([1, 2, 3, 4], { tell: allDone });
    stage.askAndAnswer(1, 'FAILED');
    stage.askAndAnswer(2, 'COMPLETED');
    stage.askAndAnswer(3, 'FAILED');
    stage.send({ kind: 'group-changed', group: 'g1', tell: { allDone: false, firstFailure: true } });
    expect(told(stage)).toEqual(['first failure 1.mp4 at 3/4']);
    expect(ledger(stage).slice(0, 3)).toEqual([
      'FAILED 1.mp4 told-with-group',
      'COMPLETED 2.mp4 turned-off',
      'FAILED 3.mp4 turned-off',
    ]);
  });

  it('stays in the inbox when the person wants nothing told', () => {
    const stage = halfDone();
    stage.send({ kind: 'group-changed', group: 'g1', tell: nothing });
    expect(told(stage)).toEqual([]);
    expect(ledger(stage)).toEqual(['FAILED 1.mp4 turned-off', 'COMPLETED 2.mp4 turned-off']);
  });

  it('is told by itself when the account of the rest is forgotten', () => {
    const stage = halfDone();
    stage.send({ kind: 'account-removed', account: 'a1' });
    expect(told(stage)).toEqual(['FAILED 1.mp4', 'COMPLETED 2.mp4']);
  });

  it('is not told again where the first failure was', () => {
    const stage = halfDone({ allDone: true, firstFailure: true });
    expect(told(stage)).toEqual(['first failure 1.mp4 at 1/3']);
    stage.send({ kind: 'ungrouped', group: 'g1' });
    expect(told(stage)).toEqual(['COMPLETED 2.mp4']);
  });

  it('is not told again where it came to be the first failure only later', () => {
    const stage = halfDone();
    stage.pass(10_000);
    stage.send({ kind: 'group-changed', group: 'g1', tell: { allDone: false, firstFailure: true } });
    expect(told(stage)).toEqual(['first failure 1.mp4 at 2/3']);
    stage.send({ kind: 'group-changed', group: 'g1', tell: allDone });
    stage.send({ kind: 'ungrouped', group: 'g1' });
    expect(told(stage)).toEqual([]);
  });

  it('is the failure that came first', () => {
    const stage = importing([1, 2, 3], { tell: allDone });
    stage.askAndAnswer(2, 'FAILED');
    stage.askAndAnswer(1, 'FAILED');
    stage.send({ kind: 'group-changed', group: 'g1', tell: { allDone: false, firstFailure: true } });
    expect(told(stage)).toEqual(['first failure 2.mp4 at 2/3']);
  });

  it('is not told again where it was told as a whole', () => {
    const stage = halfDone();
    stage.askAndAnswer(3, 'COMPLETED');
    expect(told(stage)).toEqual(['done 2/3 failed 1.mp4']);
    stage.send({ kind: 'ungrouped', group: 'g1' });
    expect(told(stage)).toEqual([]);
  });

  it('is told by itself only as far as the person wants to be told', () => {
    const stage = halfDone();
    const settings = { ...someSettings, notices: { ...someSettings.notices, completed: false } };
    stage.send({ kind: 'settings-changed', settings });
    stage.send({ kind: 'ungrouped', group: 'g1' });
    expect(told(stage)).toEqual(['FAILED 1.mp4']);
  });

  it('is told with the whole where the account of ended ones only is forgotten', () => {
    const stage = halfDone();
    stage.send({ kind: 'removed', watches: [idOf(3)] });
    stage.send({ kind: 'account-removed', account: 'a1' });
    expect(told(stage)).toEqual(['done 1/2 failed 1.mp4']);
  });
});

describe('what a group held back of an import that has begun again', () => {
  function begunAgain(): Stage {
    const stage = importing([1, 2], { tell: allDone });
    stage.askAndAnswer(1, 'FAILED');
    stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.askAndAnswer(1, 'IN_PROGRESS');
    return stage;
  }

  it('is told by itself when the group is dissolved', () => {
    const stage = begunAgain();
    stage.send({ kind: 'ungrouped', group: 'g1' });
    expect(told(stage)).toEqual(['FAILED 1.mp4']);
  });

  it('is told by itself beside how it ended then', () => {
    const stage = begunAgain();
    stage.endAgain(1, 'COMPLETED');
    stage.send({ kind: 'ungrouped', group: 'g1' });
    expect(told(stage)).toEqual(['FAILED 1.mp4', 'COMPLETED 1.mp4']);
  });

  it('is told as the first failure when only that is still wanted', () => {
    const stage = begunAgain();
    stage.endAgain(1, 'COMPLETED');
    stage.send({ kind: 'group-changed', group: 'g1', tell: { allDone: false, firstFailure: true } });
    expect(told(stage)).toEqual(['first failure 1.mp4 at 1/2']);
    const failure = [...stage.state.notices.values()].at(-1);
    expect(failure).toMatchObject({ about: 'group-failure', status: 'FAILED' });
  });

  it('is told by itself where it left the list and its group was dissolved meanwhile', () => {
    const stage = begunAgain();
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'ungrouped', group: 'g1' });
    stage.send({ kind: 'undone', undo: 1 });
    expect(told(stage)).toEqual(['FAILED 1.mp4']);
  });

  it('is not told again where the round before was told as a whole', () => {
    const stage = importing([1, 2], { tell: allDone });
    stage.askAndAnswer(1, 'FAILED');
    stage.askAndAnswer(2, 'COMPLETED');
    expect(told(stage)).toEqual(['done 1/2 failed 1.mp4']);
    stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.askAndAnswer(1, 'IN_PROGRESS');
    stage.send({ kind: 'ungrouped', group: 'g1' });
    expect(told(stage)).toEqual([]);
  });
});

describe('what left the list and came back', () => {
  it('is told by itself where its group was told meanwhile', () => {
    const stage = halfDone();
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.askAndAnswer(3, 'COMPLETED');
    expect(told(stage)).toEqual(['done 2/2']);
    stage.send({ kind: 'undone', undo: 1 });
    expect(told(stage)).toEqual(['FAILED 1.mp4']);
  });

  it('is told by itself where its group was dissolved meanwhile', () => {
    const stage = halfDone();
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'ungrouped', group: 'g1' });
    expect(told(stage)).toEqual(['COMPLETED 2.mp4']);
    stage.send({ kind: 'undone', undo: 1 });
    expect(told(stage)).toEqual(['FAILED 1.mp4']);
  });

  it('is told by itself where its group is to tell each meanwhile', () => {
    const stage = halfDone();
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'group-changed', group: 'g1', eachAsset: true, tell: nothing });
    expect(told(stage)).toEqual(['COMPLETED 2.mp4']);
    stage.send({ kind: 'undone', undo: 1 });
    expect(told(stage)).toEqual(['FAILED 1.mp4']);
  });

  it('is told with its group where that goes on', () => {
    const stage = halfDone();
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'undone', undo: 1 });
    expect(told(stage)).toEqual([]);
    stage.askAndAnswer(3, 'COMPLETED');
    expect(told(stage)).toEqual(['done 2/3 failed 1.mp4']);
  });

  it.each([
    ['it was out of the list', 1],
    ['the rest was', 3],
  ])('is told by itself where the account was forgotten while %s', (_what, away) => {
    const stage = halfDone();
    stage.send({ kind: 'removed', watches: [idOf(away)], undo: 1 });
    stage.send({ kind: 'account-removed', account: 'a1' });
    stage.send({ kind: 'undone', undo: 1 });
    expect(told(stage).toSorted()).toEqual(['COMPLETED 2.mp4', 'FAILED 1.mp4']);
  });

  it('is told no more where it was told before', () => {
    const stage = halfDone({ allDone: true, firstFailure: true });
    stage.askAndAnswer(3, 'COMPLETED');
    expect(told(stage)).toEqual(['first failure 1.mp4 at 1/3', 'done 2/3 failed 1.mp4'].slice(-1));
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'ungrouped', group: 'g1' });
    stage.send({ kind: 'undone', undo: 1 });
    expect(told(stage)).toEqual([]);
  });
});
