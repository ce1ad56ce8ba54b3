import { describe, expect, it } from 'vitest';
import type { GroupTell } from '../../../main/model/group.ts';
import type { Effect } from '../../../main/monitor/kernel/effects.ts';
import { importing as importingGroup } from './groups/group-stage.ts';
import { savedBy } from './importing-stage.ts';
import { minute, someObservations } from './learning/observations.ts';
import { createTheatre } from './learning/theatre.ts';
import { createStage, idOf, ofKind, someSettings, type Stage } from './stage.ts';

const hour = 60 * minute;
const settings = { ...someSettings, notices: { ...someSettings.notices, late: true } };
const shown = (effects: readonly Effect[]) =>
  ofKind(effects, 'show').flatMap(({ notices }) => notices.map(({ about }) => about));
const fates = ({ state }: Stage) =>
  [...state.notices.values()].map(({ about, fate }) => [about, 'reason' in fate ? fate.reason : fate.kind]);

function beQuiet(stage: Stage, ms: number): void {
  const quiet = { spans: [{ from: stage.now, until: stage.now + ms }], letsFailuresPass: false };
  stage.send({ kind: 'settings-changed', settings: { ...settings, quiet } });
}

/** An import that takes longer than usual, as was learned in this very moment. */
function late() {
  const theatre = createTheatre({ observations: someObservations(100), settings });
  theatre.play({ 1: 120 }, 10);
  while (theatre.state.notices.size === 0) theatre.askAndAnswer(1, 'IN_PROGRESS');
  return theatre;
}

function endNow(stage: Stage): void {
  stage.send({ kind: 'check-now', watches: [idOf(1)] });
  stage.pass(500);
  stage.answer(1, 'COMPLETED');
}

describe('that an import takes longer than usual', () => {
  it.each([
    ['not told after quiet hours in which it has ended', 60, ['import']],
    ['told after them where it goes on', 8 * 60 + 30, ['late']],
  ])('is %s', (_what, minutes, told) => {
    const theatre = createTheatre({ observations: someObservations(100), settings });
    beQuiet(theatre, 8 * hour);
    theatre.play({ 1: minutes }, 8 * 60 + 10);
    theatre.pass(hour * 8.2 - Math.min(minutes, 8 * 60 + 10) * minute);
    expect(shown(theatre.effects)).toEqual(told);
  });

  it('is not told where the person has stopped watching it in quiet hours, and is where that was undone', () => {
    const stages = [false, true].map((isUndone) => {
      const theatre = createTheatre({ observations: someObservations(100), settings });
      beQuiet(theatre, 2 * hour);
      theatre.play({ 1: 300 }, 60);
      theatre.send({ kind: 'removed', watches: [idOf(1)], undo: 1 });
      theatre.pass(minute);
      if (isUndone) theatre.send({ kind: 'undone', undo: 1 });
      theatre.pass(2 * hour);
      return theatre;
    });
    expect(stages.map(fates)).toEqual([[['late', 'over-by-then']], [['late', 'showing']]]);
  });

  it('is not told of what was muted until it ended', () => {
    const theatre = createTheatre({ observations: someObservations(100), settings });
    theatre.play({ 1: 60 }, 10);
    theatre.send({ kind: 'muted', of: 'watch', ids: [idOf(1)], mute: { kind: 'until-it-ends' } });
    while (theatre.state.notices.size === 0) theatre.askAndAnswer(1, 'IN_PROGRESS');
    endNow(theatre);
    theatre.pass(minute);
    expect(shown(theatre.effects)).toEqual(['import']);
    expect(fates(theatre)[0]).toEqual(['late', 'over-by-then']);
  });

  it('is not told with its end, where that comes before the banner', () => {
    const theatre = late();
    endNow(theatre);
    theatre.pass(minute);
    expect(shown(theatre.effects)).toEqual(['import']);
  });

  it('is taken out of a banner that waits for a full disk', () => {
    const before = createTheatre({ observations: someObservations(100), settings });
    before.play({ 1: 120 }, 10);
    const stage = createStage({ ...savedBy(before), settings }, { saves: false, lists: false });
    stage.ready();
    while (stage.state.notices.size === 0) stage.askAndAnswer(1, 'IN_PROGRESS');
    stage.send({ kind: 'save-failed', reason: 'full' });
    stage.pass(minute);
    expect(fates(stage)).toEqual([['late', 'showing']]);
    endNow(stage);
    stage.pass(minute);
    stage.send({ kind: 'saved', revision: stage.state.revision.value });
    expect(shown(stage.effects)).toEqual(['import']);
  });
});

describe('the first failure of a group', () => {
  function muted(tell: GroupTell): Stage {
    const stage = importingGroup([1, 2, 3], { tell });
    const mute = { kind: 'until', at: stage.now + hour, isLength: true } as const;
    stage.send({ kind: 'muted', of: 'watch', ids: [idOf(1)], mute });
    stage.askAndAnswer(1, 'FAILED');
    for (const asset of [2, 3]) stage.askAndAnswer(asset, 'COMPLETED');
    stage.pass(2 * hour);
    return stage;
  }

  it('is not told after all of it, which has named it', () => {
    const stage = muted({ allDone: true, firstFailure: true });
    expect(shown(stage.effects)).toEqual(['group-done']);
    expect(fates(stage)).toContainEqual(['group-failure', 'told-with-group']);
  });

  it('is not told after all of it either where the person has cleared the inbox meanwhile', () => {
    const stage = importingGroup([1, 2, 3], { tell: { allDone: true, firstFailure: true } });
    const mute = { kind: 'until', at: stage.now + hour, isLength: true } as const;
    stage.send({ kind: 'muted', of: 'watch', ids: [idOf(1)], mute });
    stage.askAndAnswer(1, 'FAILED');
    for (const asset of [2, 3]) stage.askAndAnswer(asset, 'COMPLETED');
    stage.pass(minute);
    expect(shown(stage.effects)).toEqual(['group-done']);
    for (const banner of stage.state.banners.keys())
      stage.send({ kind: 'told', banner, outcome: { kind: 'shown', by: 'electron' } });
    stage.send({ kind: 'inbox-cleared' });
    stage.pass(2 * hour);
    expect(shown(stage.effects)).toEqual(['group-done']);
  });

  it('is told late where nobody wants to hear that all is done', () => {
    expect(shown(muted({ allDone: false, firstFailure: true }).effects)).toEqual(['group-failure']);
  });
});
