import { describe, expect, it } from 'vitest';
import { goneStatus } from '../../../../main/model/import-status.ts';
import { countsIn, inGroup } from '../../../../main/monitor/imports/tally.ts';
import type { Effect } from '../../../../main/monitor/kernel/effects.ts';
import { createStage, idOf, ofKind } from '../stage.ts';
import { addToGroup, importing, ledger, ofGroups } from './group-stage.ts';

const groupsChanged = (effects: readonly Effect[]) =>
  ofKind(effects, 'changed').flatMap(({ groups }) => groups);

describe('a group', () => {
  it('is told once, when nothing of it is in progress any more, with the ones that failed', () => {
    const stage = importing([1, 2, 3], { tell: { allDone: true, firstFailure: false } });
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'FAILED');
    expect(ofGroups(stage)).toEqual([]);
    stage.askAndAnswer(3, 'COMPLETED');
    expect(ledger(stage)).toEqual([
      'COMPLETED 1.mp4 told-with-group',
      'FAILED 2.mp4 told-with-group',
      'COMPLETED 3.mp4 told-with-group',
      'done 2/3 failed 2.mp4',
    ]);
    const banners = ofKind(stage.pass(60_000), 'show');
    expect(banners.map(({ notices }) => notices.map(({ about }) => about))).toEqual([['group-done']]);
  });

  it('is told at its first failure, and not at the second', () => {
    const stage = importing([1, 2, 3, 4]);
    stage.askAndAnswer(1, 'FAILED');
    stage.askAndAnswer(2, 'FILE_NOT_EXIST');
    stage.askAndAnswer(3, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['first failure 1.mp4 at 1/4']);
    stage.askAndAnswer(4, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['first failure 1.mp4 at 1/4', 'done 2/4 failed 1.mp4 2.mp4']);
  });

  it('counts what is there no longer among what has ended', () => {
    const stage = importing([1, 2, 3]);
    stage.askAndAnswer(1, goneStatus);
    stage.askAndAnswer(2, 'FAILED');
    stage.askAndAnswer(3, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['first failure 2.mp4 at 2/3', 'done 1/3 failed 2.mp4 gone 1']);
  });

  it('whose first failure is its last end is told once', () => {
    const stage = importing([1]);
    stage.askAndAnswer(1, 'FAILED');
    expect(ofGroups(stage)).toEqual(['done 0/1 failed 1.mp4']);
  });

  it('says a first failure only where it was not told by itself', () => {
    const stage = importing([1, 2], { eachAsset: true });
    stage.askAndAnswer(1, 'FAILED');
    stage.askAndAnswer(2, 'FAILED');
    expect(ledger(stage)).toEqual(['FAILED 1.mp4', 'FAILED 2.mp4', 'done 0/2 failed 1.mp4 2.mp4']);
    const last = ofKind(stage.pass(60_000), 'show').at(-1);
    expect(last?.notices.map(({ about }) => about)).toEqual(['import', 'import', 'group-done']);
  });

  it('whose members had all ended at the first look is not told', () => {
    const stage = createStage();
    stage.ready();
    addToGroup(stage, [1, 2]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'FAILED');
    expect(ledger(stage)).toEqual([]);
    expect(stage.state.groups.get('g1')?.round.isOpen).toBe(false);
  });

  it('counts those that had ended at the first look with those that end', () => {
    const stage = createStage();
    stage.ready();
    addToGroup(stage, [1, 2, 3]);
    stage.askAndAnswer(1, 'FAILED');
    stage.askAndAnswer(2, 'COMPLETED');
    stage.askAndAnswer(3, 'IN_PROGRESS');
    stage.askAndAnswer(3, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['done 2/3 failed 1.mp4']);
  });

  it('that wants nothing told leaves the ends in the inbox', () => {
    const stage = importing([1], { tell: { allDone: false, firstFailure: false } });
    stage.askAndAnswer(1, 'FAILED');
    expect(ledger(stage)).toEqual(['FAILED 1.mp4 turned-off']);
  });
});

describe('a round', () => {
  it('begins when a member is added after the last one was over, and is told by itself', () => {
    const stage = importing([1, 2]);
    stage.askAndAnswer(1, 'FAILED');
    stage.askAndAnswer(2, 'COMPLETED');
    addToGroup(stage, [3]);
    stage.askAndAnswer(3, 'IN_PROGRESS');
    stage.askAndAnswer(3, 'COMPLETED');
    expect(ofGroups(stage).slice(-2)).toEqual(['done 1/2 failed 1.mp4', 'done 1/1']);
  });

  it('begins when an ended import begins again', () => {
    const stage = importing([1, 2]);
    stage.askAndAnswer(1, 'FAILED');
    stage.askAndAnswer(2, 'COMPLETED');
    stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.askAndAnswer(1, 'IN_PROGRESS');
    expect(countsIn(stage.state, inGroup('g1'))).toMatchObject({ importing: 1, completed: 1, failed: 0 });
    stage.endAgain(1, 'FAILED');
    expect(ofGroups(stage)).toEqual([
      'first failure 1.mp4 at 1/2',
      'done 1/2 failed 1.mp4',
      'done 0/1 failed 1.mp4',
    ]);
  });

  it('goes on while an import that failed in it begins again', () => {
    const stage = importing([1, 2]);
    stage.askAndAnswer(1, 'FAILED');
    stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.askAndAnswer(1, 'IN_PROGRESS');
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['first failure 1.mp4 at 1/2', 'done 2/2']);
  });
});

describe('members', () => {
  it('that are removed are not counted, and the last one in progress ends the round', () => {
    const stage = importing([1, 2, 3]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.send({ kind: 'removed', watches: [idOf(2), idOf(3)] });
    stage.pass(31_000);
    expect(ofGroups(stage)).toEqual(['done 1/1']);
  });

  it('whose removal is undone leave the round as it was: all that is done is told once', () => {
    const stage = importing([1, 2, 3]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'COMPLETED');
    stage.send({ kind: 'removed', watches: [idOf(3)], undo: 1 });
    const meanwhile = stage.pass(29_000);
    expect(groupsChanged(meanwhile)).toEqual([]);
    stage.send({ kind: 'undone', undo: 1 });
    stage.pass(60_000);
    expect(ofGroups(stage)).toEqual([]);
    stage.askAndAnswer(3, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['done 3/3']);
  });

  it('that are removed when all has ended put nothing off', () => {
    const stage = importing([1, 2]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.send({ kind: 'removed', watches: [idOf(1)] });
    stage.askAndAnswer(2, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['done 1/1']);
  });

  it('that are all removed take the group with them, and bring it back when that is undone', () => {
    const stage = importing([1, 2], { name: 'Reels' });
    stage.askAndAnswer(1, 'COMPLETED');
    const removed = stage.send({ kind: 'removed', watches: [idOf(1), idOf(2)], undo: 1 });
    expect(stage.state.groups.size).toBe(0);
    expect(groupsChanged(removed)).toEqual(['g1']);
    expect(ofGroups(stage)).toEqual([]);
    stage.send({ kind: 'undone', undo: 1 });
    stage.askAndAnswer(2, 'COMPLETED');
    expect(stage.state.groups.get('g1')?.name).toBe('Reels');
    expect(ofGroups(stage)).toEqual(['done 2/2']);
  });

  it('that were taken out one after another are waited for, also where one that has ended comes back first', () => {
    const stage = importing([1, 2]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'removed', watches: [idOf(2)], undo: 2 });
    stage.send({ kind: 'undone', undo: 1 });
    stage.pass(20_000);
    expect(ofGroups(stage)).toEqual([]);
    stage.send({ kind: 'undone', undo: 2 });
    stage.askAndAnswer(2, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['done 2/2']);
  });

  it('that were taken out one after another are waited for no longer than that can be taken back', () => {
    const stage = importing([1, 2]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'removed', watches: [idOf(2)], undo: 2 });
    stage.send({ kind: 'undone', undo: 1 });
    stage.pass(31_000);
    expect(ofGroups(stage)).toEqual(['done 1/1']);
  });

  it.each(['comes back', 'is added again'])(
    'of which the last in progress %s are waited for no longer, once it has ended',
    (how) => {
      const stage = importing([1, 2]);
      stage.askAndAnswer(1, 'COMPLETED');
      stage.send({ kind: 'removed', watches: [idOf(2)], undo: 1 });
      if (how === 'comes back') stage.send({ kind: 'undone', undo: 1 });
      else {
        addToGroup(stage, [2]);
        stage.askAndAnswer(2, 'IN_PROGRESS');
      }
      stage.send({ kind: 'check-now', watches: [idOf(2)] });
      stage.askAndAnswer(2, 'COMPLETED');
      expect(ofGroups(stage)).toEqual(['done 2/2']);
    },
  );

  it('stay when the group is dissolved, and are told each by itself', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'ungrouped', group: 'g1' });
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'COMPLETED');
    expect(ledger(stage)).toEqual(['COMPLETED 1.mp4', 'COMPLETED 2.mp4']);
    expect([...stage.state.watches.values()].map(({ group }) => group)).toEqual([null, null]);
  });

  it('are told each by itself once the person wants that', () => {
    const stage = importing([1, 2]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.send({ kind: 'group-changed', group: 'g1', eachAsset: true, name: 'Reels' });
    stage.askAndAnswer(2, 'COMPLETED');
    expect(ledger(stage)).toEqual(['COMPLETED 1.mp4 told-with-group', 'COMPLETED 2.mp4', 'done 2/2']);
  });
});
