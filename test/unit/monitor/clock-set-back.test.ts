import { describe, expect, it } from 'vitest';
import { pausedUntil } from '../../../main/monitor/view/health.ts';
import { importing } from './importing-stage.ts';
import { asksFor, createStage, idOf, ofKind, problemOf, type Stage } from './stage.ts';

const hours = 3_600_000;
const years = 365 * 24 * hours;

/** Something happens before long, and finds the clock set back by so much. */
function setBack(stage: Stage, ms: number): void {
  stage.now -= ms;
  stage.send({ kind: 'notices-read', notices: [] });
}

describe('a clock that is set back', () => {
  it('does not keep a watch from being asked for', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    setBack(stage, 5 * hours);
    expect(asksFor(stage.pass(20_000), 'status')).toHaveLength(1);
  });

  it('does not put off the probe of an account in trouble', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.problem(1, problemOf('service'));
    setBack(stage, 5 * hours);
    expect(asksFor(stage.pass(20_000), 'status')).toHaveLength(1);
  });

  it('does not put off the probe by an import that was answered while the clock was ahead', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    // So long that its next look is minutes away.
    for (let asked = 0; asked < 60; asked += 1) stage.askAndAnswer(1, 'IN_PROGRESS');
    setBack(stage, hours);
    stage.add(2);
    stage.problem(2, problemOf('intercepted'));
    expect(asksFor(stage.pass(20_000), 'status')).toHaveLength(1);
  });

  it('does not lengthen a wait that the service asked for', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.problem(1, problemOf('rate-limit', 60_000));
    setBack(stage, 5 * hours);
    stage.send({ kind: 'check-now', watches: 'all' });
    expect(asksFor(stage.pass(59_000), 'status')).toEqual([]);
    expect(asksFor(stage.pass(2_000), 'status')).toHaveLength(1);
  });

  it('does not mute for longer than the person chose, and leaves a time of day', () => {
    const stage = importing([1, 2]);
    const at = stage.now + hours;
    for (const [asset, isLength] of [
      [1, true],
      [2, false],
    ] as const)
      stage.send({ kind: 'muted', of: 'watch', ids: [idOf(asset)], mute: { kind: 'until', at, isLength } });
    setBack(stage, 9 * hours);
    stage.pass(2 * hours);
    expect([1, 2].map((asset) => stage.watch(asset).mute !== null)).toEqual([false, true]);
  });

  it.each([
    ['an hour', hours, true],
    ['until tomorrow', 20 * hours, false],
  ])('by years neither pauses nor mutes for years: %s', (_what, lengthMs, isLength) => {
    const stage = importing([1]);
    stage.now += 6 * years;
    const until = stage.now + lengthMs;
    stage.send({ kind: 'paused', until, isLength });
    stage.send({ kind: 'muted', of: 'watch', ids: [idOf(1)], mute: { kind: 'until', at: until, isLength } });
    setBack(stage, 6 * years);
    stage.pass(2 * hours);
    expect(pausedUntil(stage.state)).toBeNull();
    expect(stage.watch(1).mute).toBeNull();
  });

  it('by years before a start neither pauses nor mutes for years', () => {
    const before = importing([1]);
    before.now += 6 * years;
    const until = before.now + 20 * hours;
    const mute = { kind: 'until', at: until, isLength: false } as const;
    before.send({ kind: 'muted', of: 'watch', ids: [idOf(1)], mute });
    const watches = [...before.state.watches.values()];
    const stage = createStage({ at: before.now - 6 * years, watches, pausedUntil: until });
    stage.ready();
    expect(pausedUntil(stage.state)).toBeNull();
    expect(stage.watch(1).mute).toBeNull();
  });

  it('does not hold back a banner', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1, 2);
    stage.pass(500);
    stage.answer(1, 'IN_PROGRESS');
    stage.answer(2, 'IN_PROGRESS');
    stage.askAndAnswer(1, 'COMPLETED');
    expect(ofKind(stage.pass(2_000), 'show')).toHaveLength(1);
    stage.askAndAnswer(2, 'FAILED');
    setBack(stage, 5 * hours);
    expect(ofKind(stage.pass(10_000), 'show')).toHaveLength(1);
  });

  it('is nothing to an alarm, which counts the time that passes', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    stage.now = stage.wakeAt()! - 5 * hours;
    expect(asksFor(stage.send({ kind: 'tick' }), 'status')).toHaveLength(1);
  });

  it('does not lengthen a pause of an hour', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.send({ kind: 'paused', until: stage.now + hours, isLength: true });
    stage.pass(60_000);
    stage.send({ kind: 'notices-read', notices: [] });
    setBack(stage, 9 * hours);
    expect(pausedUntil(stage.state)).toBe(stage.now + hours - 60_000 - 1);
  });

  it('does not lengthen a pause of an hour in which nothing else happens', () => {
    const stage = createStage();
    stage.send({ kind: 'paused', until: stage.now + hours, isLength: true });
    stage.now += hours - 9 * hours;
    stage.send({ kind: 'tick' });
    expect(pausedUntil(stage.state)).toBeNull();
  });

  it('leaves the time of day at which a pause ends', () => {
    const stage = createStage();
    const until = stage.now + 12 * hours;
    stage.send({ kind: 'paused', until, isLength: false });
    setBack(stage, 9 * hours);
    expect(pausedUntil(stage.state)).toBe(until);
  });

  it('does not put off the next try to save', () => {
    const stage = createStage({}, { saves: false });
    stage.ready();
    stage.add(1);
    stage.send({ kind: 'save-failed', reason: 'disk full' });
    setBack(stage, 5 * hours);
    expect(ofKind(stage.pass(11_000), 'save')).toHaveLength(1);
  });
});
