import { describe, expect, it } from 'vitest';
import { problemKinds, problemRules } from '../../../main/model/problem.ts';
import { healthOf } from '../../../main/monitor/view/health.ts';
import { troublesOf } from '../../../main/monitor/view/rows.ts';
import type { Effect } from '../../../main/monitor/kernel/effects.ts';
import { asksFor, createStage, ofKind, problemOf, type Stage } from './stage.ts';

const minute = 60_000;
const hour = 60 * minute;
const refusal = problemOf('credentials');
const stopping = problemKinds.filter((kind) => problemRules[kind].then === 'stop');

/** A key that has never worked, with one asset that is asked for. */
function newKey() {
  const stage = createStage();
  stage.connect();
  stage.add(1);
  return stage;
}

function workedBefore() {
  const stage = newKey();
  stage.answer(1, 'IN_PROGRESS');
  return stage;
}

/** Whatever is asked in this time is refused at once; what came of it. */
function refuseAll(stage: Stage, ms: number, problem = refusal): readonly Effect[] {
  const came: Effect[] = [];
  for (const end = stage.now + ms; stage.now < end;) {
    for (const { request } of stage.onTheWire()) came.push(...stage.meet(request, problem));
    came.push(...stage.pass(500));
  }
  return came;
}

const told = (effects: readonly Effect[]) =>
  ofKind(effects, 'tell-problem').map(({ problem }) => problem.kind);

describe('a key that is refused', () => {
  it.each(stopping)('for the first time (%s) is not given up', (kind) => {
    for (const stage of [newKey(), workedBefore()]) {
      stage.pass(minute);
      expect(told(stage.problem(1, problemOf(kind)))).toEqual([]);
      // Nobody knows yet what is wrong, and the key, the clock and the permission are not accused.
      expect(healthOf(stage.state)).toMatchObject({ kind: 'unknown', problem: { kind: 'unconfirmed' } });
      expect(troublesOf(stage.state)).toMatchObject({ a1: { kind: 'unconfirmed' } });
      stage.askAndAnswer(1, 'IN_PROGRESS');
      expect(healthOf(stage.state)).toMatchObject({ kind: 'watching' });
    }
  });

  it.each(stopping)('and has never worked (%s) is given up after three tries in some seconds', (kind) => {
    const stage = newKey();
    const came = refuseAll(stage, 10_000, problemOf(kind));
    expect(told(came)).toEqual([kind]);
    expect(asksFor(came, 'status')).toHaveLength(2);
    expect(healthOf(stage.state)).toMatchObject({ kind: 'needs-you', problem: { kind } });
  });

  it('and has worked is given up after some minutes, and not before', () => {
    const stage = workedBefore();
    stage.pass(minute);
    expect(told(refuseAll(stage, 3 * minute - 1_000))).toEqual([]);
    const came = refuseAll(stage, 5 * minute);
    expect(told(came)).toEqual(['credentials']);
    expect(healthOf(stage.state)).toMatchObject({ kind: 'needs-you' });
  });

  it('and worked in an earlier run, as the list shows, is not given up in some seconds', () => {
    const before = workedBefore();
    const stage = createStage({ watches: [before.watch(1)], at: before.now + hour });
    stage.connect();
    expect(told(refuseAll(stage, 2 * minute))).toEqual([]);
    expect(told(refuseAll(stage, 5 * minute))).toEqual(['credentials']);
  });

  it('and was changed after the answers of an earlier run came is given up in some seconds', () => {
    const before = workedBefore();
    const stage = createStage({ watches: [before.watch(1)], at: before.now + hour });
    stage.send({ kind: 'account-ready', account: 'a1', keptAt: before.now + 1 });
    expect(told(refuseAll(stage, 10_000))).toEqual(['credentials']);
  });

  it('at two times of signing has been refused twice', () => {
    const stage = newKey();
    const [{ request } = { request: 0 }] = stage.onTheWire();
    stage.send({ kind: 'replied', request, reply: { kind: 'problem', problem: refusal, requests: 2 } });
    const came = refuseAll(stage, 10_000);
    expect(told(came)).toEqual(['credentials']);
    expect(asksFor(came, 'status')).toHaveLength(1);
  });

  it('by this computer itself is told at once what it is', () => {
    const stage = workedBefore();
    stage.pass(minute);
    stage.problem(1, { ...problemOf('clock'), httpStatus: null });
    expect(healthOf(stage.state)).toMatchObject({ kind: 'unknown', problem: { kind: 'clock' } });
  });

  it('and is the new one of the person is given up in some seconds although the old one worked', () => {
    const stage = workedBefore();
    stage.connect();
    expect(told(refuseAll(stage, 30_000))).toEqual(['credentials']);
  });

  it('and has worked is the same one after the keyring was locked', () => {
    const stage = workedBefore();
    stage.send({ kind: 'account-not-ready', account: 'a1' });
    stage.pass(minute);
    stage.connect();
    expect(told(refuseAll(stage, minute))).toEqual([]);
  });

  it('and was entered where the one that worked was locked is given up in some seconds', () => {
    const stage = workedBefore();
    stage.send({ kind: 'account-not-ready', account: 'a1' });
    stage.pass(minute);
    stage.send({ kind: 'account-ready', account: 'a1', keptAt: stage.now });
    expect(told(refuseAll(stage, 30_000))).toEqual(['credentials']);
  });

  it('and has answers of an earlier run has worked, also where its keyring was slow to open', () => {
    const before = workedBefore();
    const stage = createStage({ watches: [before.watch(1)], accounts: ['a1'], at: before.now });
    stage.send({ kind: 'account-not-ready', account: 'a1' });
    stage.pass(20_000);
    stage.send({ kind: 'account-ready', account: 'a1', keptAt: 0 });
    expect(told(refuseAll(stage, minute))).toEqual([]);
  });

  it('and has never worked is tried by one request at a time, and by four once it has', () => {
    const stage = createStage();
    stage.connect();
    stage.add(1, 2, 3, 4, 5);
    stage.pass(2_000);
    expect(stage.onTheWire()).toHaveLength(1);
    stage.answer(1, 'IN_PROGRESS');
    stage.pass(2_000);
    expect(stage.onTheWire()).toHaveLength(4);
  });

  it('by three answers to what was on the wire has been refused once', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1, 2, 3);
    stage.pass(700);
    for (const assetId of [1, 2, 3]) expect(told(stage.problem(assetId, refusal))).toEqual([]);
    expect(stage.account().refused?.times).toBe(1);
  });

  it('is no less refused for an answer that was already on its way', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1, 2);
    stage.pass(300);
    stage.problem(1, refusal);
    stage.answer(2, 'IN_PROGRESS');
    expect(stage.account()).toMatchObject({
      refused: { times: 1 },
      slowdown: { problem: { kind: 'unconfirmed' } },
    });
  });

  it('now and then, with answers in between, is never given up', () => {
    const stage = workedBefore();
    for (let times = 0; times < 20; times += 1) {
      stage.pass(minute);
      for (const { request } of stage.onTheWire()) expect(told(stage.meet(request, refusal))).toEqual([]);
      stage.askAndAnswer(1, 'IN_PROGRESS');
    }
  });

  it('is no less refused for an outage in between', () => {
    const stage = newKey();
    refuseAll(stage, 500);
    refuseAll(stage, 8_000, problemOf('service'));
    expect(told(refuseAll(stage, 30_000))).toEqual(['credentials']);
  });
});

describe('a key that was given up', () => {
  function givenUp() {
    const stage = workedBefore();
    stage.refuseForGood(refusal);
    return stage;
  }

  it('is probed rarely, by one request at a time, and not said again', () => {
    const stage = givenUp();
    const came = refuseAll(stage, 24 * hour);
    expect(told(came)).toEqual([]);
    const probes = asksFor(came, 'status').length;
    expect(probes).toBeGreaterThan(80);
    expect(probes).toBeLessThan(110);
  });

  it('comes back by itself, and is told anew if it is refused for good again', () => {
    const stage = givenUp();
    stage.pass(hour);
    stage.answer(1, 'IN_PROGRESS');
    expect(healthOf(stage.state)).toMatchObject({ kind: 'watching' });
    expect(asksFor(stage.pass(5 * minute), 'status')).not.toEqual([]);
    expect(told(refuseAll(stage, 8 * minute))).toEqual(['credentials']);
  });

  it('is asked at once when the person wants to know, and a refusal is then no news', () => {
    const stage = givenUp();
    expect(asksFor(stage.send({ kind: 'check-now', watches: 'all' }), 'status')).toHaveLength(1);
    expect(told(stage.problem(1, refusal))).toEqual([]);
    expect(healthOf(stage.state)).toMatchObject({ kind: 'needs-you' });
    expect(asksFor(stage.pass(10 * minute), 'status')).toEqual([]);
  });

  it('is told where it is refused for another reason', () => {
    const stage = givenUp();
    expect(told(refuseAll(stage, hour, problemOf('permission')))).toEqual(['permission']);
  });

  it('is forgotten with the key of the person that takes its place', () => {
    const stage = givenUp();
    expect(asksFor(stage.ready(), 'status')).toHaveLength(1);
    expect(healthOf(stage.state)).toMatchObject({ kind: 'watching' });
  });
});
