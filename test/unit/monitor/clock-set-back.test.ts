import { describe, expect, it } from 'vitest';
import { createStage, ofKind, problemOf } from './stage.ts';

const hours = 3_600_000;

describe('a clock that is set back', () => {
  it('does not keep a watch from being asked for', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    stage.now -= 5 * hours;
    stage.send({ kind: 'tick' });
    expect(ofKind(stage.pass(10_000), 'ask')).toHaveLength(1);
  });

  it('does not put off the probe of an account in trouble', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.problem(1, problemOf('service'));
    stage.now -= 5 * hours;
    stage.send({ kind: 'tick' });
    expect(ofKind(stage.pass(10_000), 'ask')).toHaveLength(1);
  });

  it('does not lengthen a wait that the service asked for', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.problem(1, problemOf('rate-limit', 60_000));
    stage.now -= 5 * hours;
    stage.send({ kind: 'tick' });
    stage.send({ kind: 'check-now', watches: 'all' });
    expect(ofKind(stage.pass(59_000), 'ask')).toEqual([]);
    expect(ofKind(stage.pass(2_000), 'ask')).toHaveLength(1);
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
    stage.now -= 5 * hours;
    stage.send({ kind: 'tick' });
    expect(ofKind(stage.pass(10_000), 'show')).toHaveLength(1);
  });

  it('does not lengthen a pause of an hour', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.send({ kind: 'paused', until: stage.now + hours, isLength: true });
    stage.pass(60_000);
    stage.send({ kind: 'notices-read', notices: 'all' });
    stage.now -= 9 * hours;
    stage.send({ kind: 'notices-read', notices: 'all' });
    expect(stage.state.pausedUntil).toBe(stage.now + hours - 60_000);
  });

  it('does not lengthen a pause of an hour in which nothing else happens', () => {
    const stage = createStage();
    stage.send({ kind: 'paused', until: stage.now + hours, isLength: true });
    stage.now += hours - 9 * hours;
    stage.send({ kind: 'tick' });
    expect(stage.state.pausedUntil).toBeNull();
  });

  it('leaves the time of day at which a pause ends', () => {
    const stage = createStage();
    const until = stage.now + 12 * hours;
    stage.send({ kind: 'paused', until });
    stage.now -= 9 * hours;
    stage.send({ kind: 'tick' });
    expect(stage.state.pausedUntil).toBe(until);
  });

  it('does not put off the next try to save', () => {
    const stage = createStage({}, { saves: false });
    stage.ready();
    stage.add(1);
    stage.send({ kind: 'save-failed', revision: 1, reason: 'disk full' });
    stage.now -= 5 * hours;
    stage.send({ kind: 'tick' });
    expect(ofKind(stage.pass(11_000), 'save')).toHaveLength(1);
  });
});
