import { describe, expect, it } from 'vitest';
import { lateKeyOf } from '../../../main/model/notice.ts';
import { toldOf } from '../../../main/monitor/telling/ledger.ts';
import { sizeOfRemoval } from '../../../main/monitor/undo.ts';
import { addToGroup, importing as importingGroup, ofGroups } from './groups/group-stage.ts';
import { importing } from './importing-stage.ts';
import { asksFor, createStage, idOf, ofKind, savedRows, someSettings, startAt } from './stage.ts';

describe('a removal', () => {
  it('comes back as it was, and what is in progress is asked for at once', () => {
    const stage = importing([1, 2, 3]);
    stage.send({ kind: 'renamed', watch: idOf(1), label: 'one' });
    stage.askAndAnswer(2, 'COMPLETED');
    const before = [stage.watch(1), stage.watch(2)];
    stage.send({ kind: 'removed', watches: [idOf(1), idOf(2)], undo: 1 });
    stage.pass(10_000);
    expect(sizeOfRemoval(stage.state, 1)).toBe(2);
    const effects = stage.send({ kind: 'undone', undo: 1 });
    expect([stage.watch(1), stage.watch(2)]).toEqual(before);
    expect(savedRows(effects, 'watches')).toEqual(before.map((watch) => [watch.id, watch]));
    const asked = asksFor([...effects, ...stage.pass(1_000)], 'status').map(
      ({ reference }) => reference.assetId,
    );
    expect(asked).toEqual([1]);
  });

  it('is as doubtful in age as what stayed, where the clock was set meanwhile', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.now -= 3_600_000;
    stage.send({ kind: 'tick' });
    stage.send({ kind: 'undone', undo: 1 });
    expect([stage.watch(1).isAgeDoubtful, stage.watch(2).isAgeDoubtful]).toEqual([true, true]);
  });

  it('is as doubtful in age as what stayed, where the clock had been set just before', () => {
    const stage = importing([1, 2]);
    stage.now -= 3_600_000;
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'undone', undo: 1 });
    expect([stage.watch(1).isAgeDoubtful, stage.watch(2).isAgeDoubtful]).toEqual([true, true]);
  });

  it('comes back once', () => {
    const stage = importing([1]);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'undone', undo: 1 });
    expect(sizeOfRemoval(stage.state, 1)).toBe(0);
    stage.send({ kind: 'removed', watches: [idOf(1)] });
    stage.send({ kind: 'undone', undo: 1 });
    expect(stage.state.watches.size).toBe(0);
  });

  it('gives way to what was added again meanwhile', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'removed', watches: [idOf(1), idOf(2)], undo: 1 });
    stage.pass(1_000);
    stage.add(1);
    const { addedAt } = stage.watch(1);
    stage.send({ kind: 'undone', undo: 1 });
    expect(stage.watch(1)).toMatchObject({ addedAt, known: null });
    expect(stage.watch(2).known?.status).toBe('IN_PROGRESS');
  });

  it('is one of twenty that can be undone, each by itself', () => {
    const assets = Array.from({ length: 25 }, (_, index) => index + 1);
    const stage = importing(assets);
    for (const assetId of assets) stage.send({ kind: 'removed', watches: [idOf(assetId)], undo: assetId });
    expect(assets.filter((undo) => sizeOfRemoval(stage.state, undo) === 1)).toEqual(assets.slice(5));
    stage.send({ kind: 'undone', undo: 5 });
    stage.send({ kind: 'undone', undo: 12 });
    expect([...stage.state.watches.keys()]).toEqual([idOf(12)]);
  });

  it('stays in the list of an account that has gone meanwhile, and is asked for once that is back', () => {
    const stage = importing([1, 2]);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'account-removed', account: 'a1' });
    const effects = [...stage.send({ kind: 'undone', undo: 1 }), ...stage.pass(60_000)];
    expect(asksFor(effects, 'status')).toEqual([]);
    expect([...stage.state.watches.keys()].toSorted()).toEqual([idOf(1), idOf(2)]);
    stage.ready();
    stage.askAndAnswer(1, 'COMPLETED');
    expect(stage.fates()).toHaveLength(1);
  });

  it('waits for room where the list was filled meanwhile', () => {
    const stage = createStage({ settings: { ...someSettings, mostWatches: 2 } });
    stage.ready();
    stage.add(1, 2);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.add(3);
    stage.send({ kind: 'undone', undo: 1 });
    expect(stage.state.watches.size).toBe(2);
    stage.send({ kind: 'removed', watches: [idOf(3)] });
    stage.send({ kind: 'undone', undo: 1 });
    expect([...stage.state.watches.keys()].toSorted()).toEqual([idOf(1), idOf(2)]);
  });

  it('brings its group back, which waits for what is in progress and for nothing else', () => {
    const stage = importingGroup([1, 2]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.send({ kind: 'removed', watches: [idOf(1), idOf(2)], undo: 1 });
    expect(stage.state.groups.size).toBe(0);
    stage.send({ kind: 'undone', undo: 1 });
    stage.askAndAnswer(2, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['done 2/2']);
  });

  it('brings its group back also where a later removal took that along', () => {
    const stage = importingGroup([1, 2]);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'removed', watches: [idOf(2)], undo: 2 });
    expect(stage.state.groups.size).toBe(0);
    stage.send({ kind: 'undone', undo: 1 });
    expect([...stage.state.groups.keys()]).toEqual([stage.watch(1).group?.id]);
  });

  it('brings its group back as it was last, also where an earlier removal had taken it along before', () => {
    const stage = importingGroup([1, 2], { name: 'Old' });
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'removed', watches: [idOf(2)], undo: 2 });
    stage.pass(31_000);
    stage.send({ kind: 'undone', undo: 1 });
    stage.askAndAnswer(1, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['done 1/1']);
    stage.send({ kind: 'group-changed', group: 'g1', name: 'New' });
    stage.send({ kind: 'removed', watches: [idOf(1)] });
    expect(stage.state.groups.size).toBe(0);
    stage.send({ kind: 'undone', undo: 2 });
    expect(stage.state.groups.get('g1')?.name).toBe('New');
    stage.askAndAnswer(2, 'COMPLETED');
    expect(ofGroups(stage)).toEqual(['done 1/1', 'done 1/1']);
  });

  it('does not bring back a group that was dissolved meanwhile, and is told by itself', () => {
    const stage = importingGroup([1, 2]);
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'removed', watches: [idOf(2)], undo: 2 });
    stage.send({ kind: 'undone', undo: 1 });
    stage.send({ kind: 'ungrouped', group: 'g1' });
    stage.send({ kind: 'undone', undo: 2 });
    expect(stage.state.groups.size).toBe(0);
    stage.askAndAnswer(2, 'COMPLETED');
    expect(stage.fates()).toEqual(['recorded']);
  });

  it('is told that it takes long also where its removal was what kept that from being told', () => {
    const late = { ...someSettings, notices: { ...someSettings.notices, late: true } };
    const spans = [{ from: startAt, until: startAt + 24 * 3_600_000 }];
    const stage = importing([1]);
    stage.send({
      kind: 'settings-changed',
      settings: { ...late, quiet: { spans, letsFailuresPass: false } },
    });
    stage.state.notices.put({
      ...toldOf(stage.watch(1), { at: 0, clock: stage.now, effects: [], facts: [] }),
      ...{ about: 'late', key: lateKeyOf(stage.watch(1)), usual: null },
      fate: { kind: 'postponed', reason: 'quiet-hours' },
    });
    stage.state.store.commit();
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    stage.send({ kind: 'settings-changed', settings: late });
    expect(stage.fates()).toEqual(['held']);
    const shown = ofKind([...stage.send({ kind: 'undone', undo: 1 }), ...stage.pass(60_000)], 'show');
    expect(shown.map(({ digest, notices }) => [digest, notices[0]!.about])).toEqual([[false, 'late']]);
  });

  it('leaves a group of the same name alone that was made meanwhile', () => {
    const stage = importingGroup([1], { name: 'Old' });
    stage.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
    addToGroup(stage, [2], { name: 'New' });
    stage.send({ kind: 'undone', undo: 1 });
    expect(stage.state.groups.get('g1')?.name).toBe('New');
    expect(stage.state.members.of('g1').size).toBe(2);
  });
});
