import { describe, expect, it } from 'vitest';
import type { QuietHours } from '../../../main/model/monitor-settings.ts';
import type { Effect } from '../../../main/monitor/kernel/effects.ts';
import { healthOf, trayIconOf } from '../../../main/monitor/view/health.ts';
import { countsOf } from '../../../main/monitor/view/rows.ts';
import { importing, savedBy } from './importing-stage.ts';
import { createStage, ofKind, problemOf, someSettings, startAt } from './stage.ts';

const minute = 60_000;
const [from, until] = [startAt + 10 * minute, startAt + 60 * minute];
const settingsWith = (quiet: Partial<QuietHours>) => ({
  ...someSettings,
  quiet: { spans: [{ from, until }], letsFailuresPass: false, ...quiet },
});
const shown = (effects: readonly Effect[]) => effects.filter((effect) => effect.kind === 'show');
const namesIn = (effects: readonly Effect[]) =>
  shown(effects).map(({ digest, notices }) => [digest, notices.map(({ key }) => key.split('#')[0]!)]);
const fates = ({ state }: ReturnType<typeof createStage>) =>
  [...state.notices.values()].map(({ fate }) => fate.kind);

/** All are in progress, and quiet hours have begun. */
function inQuietHours(assets: number[], quiet: Partial<QuietHours> = {}) {
  const stage = importing(assets);
  stage.send({ kind: 'settings-changed', settings: settingsWith(quiet) });
  stage.pass(from + minute - stage.now);
  return stage;
}

describe('quiet hours', () => {
  it('hold back what ends and tell of it in one digest afterwards; the inbox has it at once', () => {
    const stage = inQuietHours([1, 2]);
    const before = stage.effects.length;
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'FAILED');
    stage.pass(5 * minute);
    expect(shown(stage.effects.slice(before))).toEqual([]);
    expect(fates(stage)).toEqual(['postponed', 'postponed']);
    expect(countsOf(stage.state).unread).toBe(2);
    const came = stage.pass(until - stage.now);
    expect(namesIn(came)).toEqual([[true, ['a1:w/1', 'a1:w/2']]]);
  });

  it('let failures pass where the person wants it, as news', () => {
    const stage = inQuietHours([1, 2], { letsFailuresPass: true });
    const before = stage.effects.length;
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'FAILED');
    stage.pass(minute);
    expect(namesIn(stage.effects.slice(before))).toEqual([[false, ['a1:w/2']]]);
    expect(namesIn(stage.pass(until - stage.now))).toEqual([[true, ['a1:w/1']]]);
  });

  it('let failures pass that they held back, where the person comes to want it in their midst', () => {
    const stage = inQuietHours([1, 2]);
    stage.askAndAnswer(1, 'COMPLETED');
    stage.askAndAnswer(2, 'FAILED');
    stage.pass(minute);
    const before = stage.effects.length;
    stage.send({ kind: 'settings-changed', settings: settingsWith({ letsFailuresPass: true }) });
    stage.pass(minute);
    expect(namesIn(stage.effects.slice(before))).toEqual([[true, ['a1:w/2']]]);
    expect(namesIn(stage.pass(until - stage.now))).toEqual([[true, ['a1:w/1']]]);
  });

  it('let failures pass that the system held back, once it may disturb again', () => {
    const stage = inQuietHours([1], { letsFailuresPass: true });
    stage.askAndAnswer(1, 'FAILED');
    const [banner] = ofKind([...stage.effects, ...stage.pass(minute)], 'show').slice(-1);
    stage.send({ kind: 'told', banner: banner!.banner, outcome: { kind: 'not-now' } });
    expect(stage.fates()).toEqual(['postponed']);
    const came = [...stage.send({ kind: 'disturbable' }), ...stage.pass(minute)];
    expect(namesIn(came)).toEqual([[true, ['a1:w/1']]]);
  });

  it('are kept by a restart in their midst, and what they held back is told after one that comes too late', () => {
    const stage = inQuietHours([1]);
    stage.askAndAnswer(1, 'COMPLETED');
    const settings = settingsWith({});
    const again = createStage({ ...savedBy(stage), settings, at: stage.now });
    again.ready();
    expect(shown(again.pass(5 * minute))).toEqual([]);
    expect(fates(again)).toEqual(['postponed']);
    const late = createStage({ ...savedBy(stage), settings, at: until + minute });
    late.ready();
    late.pass(minute);
    expect(namesIn(late.effects)).toEqual([[true, ['a1:w/1']]]);
  });

  it('take back a banner that still waits for a full disk when they begin', () => {
    const stage = importing([1], { saves: false });
    stage.send({ kind: 'settings-changed', settings: settingsWith({}) });
    stage.pass(from - minute - stage.now);
    stage.askAndAnswer(1, 'COMPLETED');
    const { revision } = stage.state;
    stage.send({ kind: 'save-failed', reason: 'full' });
    stage.pass(2 * minute);
    expect(shown(stage.send({ kind: 'saved', revision: revision.value }))).toEqual([]);
    expect(fates(stage)).toEqual(['postponed']);
  });

  it('leave news in a banner that a full disk kept waiting as news, where they take back what was late in it', () => {
    const stage = importing([1, 2], { saves: false });
    const start = stage.now;
    const spans = [0, 3].map((since) => ({
      from: start + since * minute,
      until: start + (since + 2) * minute,
    }));
    stage.send({ kind: 'settings-changed', settings: settingsWith({ spans, letsFailuresPass: true }) });
    stage.send({ kind: 'check-now', watches: 'all' });
    stage.answer(1, 'COMPLETED');
    stage.send({ kind: 'save-failed', reason: 'full' });
    stage.askAndAnswer(2, 'FAILED');
    stage.pass(spans[0]!.until + minute / 2 - stage.now);
    expect(stage.fates()).toEqual(['showing', 'showing']);
    stage.pass(spans[1]!.from + minute / 2 - stage.now);
    expect(stage.fates()).toEqual(['postponed', 'showing']);
    const { revision } = stage.state;
    expect(namesIn(stage.send({ kind: 'saved', revision: revision.value }))).toEqual([[false, ['a1:w/2']]]);
  });

  it('end at once when the person ends them', () => {
    const stage = inQuietHours([1]);
    stage.askAndAnswer(1, 'COMPLETED');
    const before = stage.effects.length;
    stage.send({ kind: 'settings-changed', settings: someSettings });
    stage.pass(10_000);
    expect(namesIn(stage.effects.slice(before))).toEqual([[true, ['a1:w/1']]]);
  });

  it('are said by the tray and the health while they last', () => {
    const stage = inQuietHours([1]);
    const icon = () => trayIconOf(healthOf(stage.state), countsOf(stage.state));
    expect([healthOf(stage.state), icon()]).toMatchObject([{ quiet: { kind: 'hours', until } }, 'quiet']);
    stage.pass(until - stage.now);
    expect([healthOf(stage.state), icon()]).toMatchObject([{ quiet: null }, 'importing']);
  });

  it('tell of a refused key when they are over, where it is still refused', () => {
    const stage = inQuietHours([1]);
    const told = (effects: readonly Effect[]) => effects.filter(({ kind }) => kind === 'tell-problem').length;
    expect(told(stage.refuseForGood(problemOf('credentials')))).toBe(0);
    expect(told(stage.pass(until - stage.now))).toBe(1);
    expect(told(stage.pass(2 * 60 * minute))).toBe(0);
  });

  it('tell of a refused key that the person has tried again just before they were over, where it is refused still', () => {
    const stage = inQuietHours([1]);
    const told = (effects: readonly Effect[]) => effects.filter(({ kind }) => kind === 'tell-problem').length;
    const refused = () => stage.refuseForGood(problemOf('credentials'));
    expect(told(refused())).toBe(0);
    stage.pass(until - 1_000 - stage.now);
    stage.meet(stage.onTheWire()[0]!.request, problemOf('credentials'));
    stage.send({ kind: 'check-now', watches: 'all' });
    expect(told(stage.pass(2_000))).toBe(0);
    expect(told(refused())).toBe(1);
  });
});

it('where the system keeps quiet, a refused key is told of once it may disturb again, where it is still refused', () => {
  const stage = importing([1]);
  const told = (effects: readonly Effect[]) => ofKind(effects, 'tell-problem').map(({ account }) => account);
  expect(told(stage.refuseForGood(problemOf('credentials')))).toEqual(['a1']);
  expect(told(stage.send({ kind: 'problem-not-told', account: 'a1', isQuiet: true }))).toEqual([]);
  expect(told(stage.pass(minute))).toEqual([]);
  expect(told(stage.send({ kind: 'disturbable' }))).toEqual(['a1']);
  expect(told(stage.pass(minute))).toEqual([]);
});

it('where whoever tells of a refused key has a fault, it is told when it is refused once more, and not in a storm', () => {
  const stage = importing([1]);
  const told = (effects: readonly Effect[]) => ofKind(effects, 'tell-problem').map(({ account }) => account);
  expect(told(stage.refuseForGood(problemOf('credentials')))).toEqual(['a1']);
  expect(told(stage.send({ kind: 'problem-not-told', account: 'a1', isQuiet: false }))).toEqual([]);
  expect(told(stage.pass(10 * minute))).toEqual([]);
  stage.pass(7 * minute);
  expect(told(stage.meet(stage.onTheWire()[0]!.request, problemOf('credentials')))).toEqual(['a1']);
  expect(healthOf(stage.state)).not.toMatchObject({ quiet: { kind: 'system' } });
});

it('what is heard late of a banner says nothing of a system that may be disturbed by now', () => {
  const stage = importing([1]);
  stage.askAndAnswer(1, 'FAILED');
  const [banner] = shown(stage.pass(5_000));
  stage.send({ kind: 'disturbable' });
  const came = stage.send({ kind: 'told', banner: banner!.banner, outcome: { kind: 'not-now' } });
  expect(healthOf(stage.state)).not.toMatchObject({ quiet: { kind: 'system' } });
  expect(namesIn([...came, ...stage.pass(10_000)])).toEqual([[true, ['a1:w/1']]]);
});

it('where the system keeps quiet, the banner is told in a digest once it may disturb again', () => {
  const stage = importing([1, 2]);
  stage.askAndAnswer(1, 'FAILED');
  const [banner] = shown(stage.pass(5_000));
  stage.send({ kind: 'told', banner: banner!.banner, outcome: { kind: 'not-now' } });
  expect(healthOf(stage.state)).toMatchObject({ quiet: { kind: 'system' } });
  const before = stage.effects.length;
  stage.askAndAnswer(2, 'COMPLETED');
  stage.pass(minute);
  expect(shown(stage.effects.slice(before))).toEqual([]);
  const came = [...stage.send({ kind: 'disturbable' }), ...stage.pass(10_000)];
  expect(namesIn(came)).toEqual([[true, ['a1:w/1', 'a1:w/2']]]);
});
