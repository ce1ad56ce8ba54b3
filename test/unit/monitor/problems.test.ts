import { describe, expect, it } from 'vitest';
import { healthOf } from '../../../main/monitor/view/health.ts';
import { problemKinds } from '../../../main/model/problem.ts';
import { answerOf, asksFor, createStage, idOf, newWatchOf, ofKind, problemOf } from './stage.ts';

/** A stage with three requests on the wire. */
function threeOnTheWire() {
  const stage = createStage();
  stage.ready();
  stage.add(1, 2, 3);
  stage.pass(700);
  expect(stage.state.requests.size).toBe(3);
  return stage;
}

describe('a problem', () => {
  it.each(problemKinds)('%s never changes what is known and raises no notice', (kind) => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    const known = stage.watch(1).known;
    stage.pass(20_000);
    stage.problem(1, problemOf(kind));
    expect(stage.watch(1).known).toBe(known);
    expect(stage.state.notices.size).toBe(0);
  });

  it('that an old key met on the wire is nothing to the new one', () => {
    const stage = threeOnTheWire();
    const requests = stage.onTheWire().map(({ request }) => request);
    const effects = stage.ready();
    expect(ofKind(effects, 'abort').flatMap((effect) => effect.requests)).toEqual(requests);
    for (const request of requests)
      expect(ofKind(stage.meet(request, problemOf('credentials')), 'tell-problem')).toEqual([]);
    expect(stage.state.accounts.get('a1')!.stopped).toBeNull();
    stage.pass(1_000);
    expect(stage.state.requests.size).toBe(3);
  });

  it('that asked to wait is obeyed although an older request is answered', () => {
    const stage = threeOnTheWire();
    stage.problem(1, problemOf('rate-limit', 30_000));
    stage.answer(2, 'IN_PROGRESS');
    stage.answer(3, 'IN_PROGRESS');
    expect(asksFor(stage.pass(29_000), 'status')).toEqual([]);
    expect(asksFor(stage.pass(30_000), 'status')).toHaveLength(1);
  });

  it('that asked to wait is obeyed although the person wants to know now, and says until when', () => {
    const stage = threeOnTheWire();
    stage.problem(1, problemOf('rate-limit', 30_000));
    for (const assetId of [2, 3]) stage.answer(assetId, 'IN_PROGRESS');
    stage.now += 20_000;
    expect(asksFor(stage.send({ kind: 'check-now', watches: 'all' }), 'status')).toEqual([]);
    expect(healthOf(stage.state)).toMatchObject({
      kind: 'unknown',
      problem: { kind: 'rate-limit', retryAfterMs: 30_000 },
      nextAt: stage.now + 10_000,
    });
    expect(asksFor(stage.pass(9_900), 'status')).toEqual([]);
    expect(asksFor(stage.pass(200), 'status')).toHaveLength(1);
  });

  it('that backs off by itself is looked at at once when the person wants to know', () => {
    const stage = threeOnTheWire();
    for (const assetId of [1, 2, 3]) stage.problem(assetId, problemOf('service'));
    stage.now += 1_000;
    expect(asksFor(stage.send({ kind: 'check-now', watches: 'all' }), 'status')).toHaveLength(1);
  });

  it('of another kind, met by a request that was already on the wire, does not shorten the wait', () => {
    const stage = threeOnTheWire();
    stage.problem(1, problemOf('rate-limit', 120_000));
    stage.problem(2, problemOf('offline'));
    stage.send({ kind: 'suspended' });
    stage.now += 10_000;
    stage.send({ kind: 'resumed' });
    stage.send({ kind: 'check-now', watches: 'all' });
    expect(asksFor(stage.pass(109_000), 'status')).toEqual([]);
    expect(asksFor(stage.pass(2_000), 'status')).toHaveLength(1);
  });

  it('that stopped the account does not shorten a wait which the service asked for', () => {
    const stage = threeOnTheWire();
    stage.problem(1, problemOf('rate-limit', 60_000));
    stage.problem(2, problemOf('credentials'));
    expect(stage.account().refused?.times).toBe(1);
    stage.answer(3, 'IN_PROGRESS');
    stage.send({ kind: 'check-now', watches: 'all' });
    expect(asksFor(stage.pass(59_000), 'status')).toEqual([]);
    expect(asksFor(stage.pass(2_000), 'status')).toHaveLength(1);
  });

  it('of the account, met twice because the person wanted to know as it began, is not probed a third time at once', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    stage.pass(20_000);
    stage.problem(1, problemOf('offline'));
    const [probe] = asksFor(stage.send({ kind: 'check-now', watches: 'all' }), 'status');
    stage.now += 80;
    stage.meet(probe!.request, problemOf('offline'));
    expect(asksFor(stage.pass(4_000), 'status')).toEqual([]);
  });

  it('of the account is probed by one request at a time, and an answer ends it', () => {
    const stage = threeOnTheWire();
    for (const assetId of [1, 2, 3]) stage.problem(assetId, problemOf('service'));
    expect(stage.state.accounts.get('a1')!.slowdown?.failures).toBe(1);
    const probes = asksFor(stage.pass(60_000), 'status');
    expect(probes).toHaveLength(1);
    const first = stage.say(probes[0]!.request, answerOf(1, 'IN_PROGRESS'));
    expect(stage.state.accounts.get('a1')!.slowdown).toBeNull();
    expect(asksFor([...first, ...stage.pass(1_000)], 'status')).toHaveLength(2);
  });

  it('of one watch leaves the others alone and backs off', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    const waits = [1, 2, 3].map(() => {
      stage.pass(3_600_000);
      stage.problem(1, problemOf('not-found'));
      return stage.poll(1).dueAt! - stage.now;
    });
    expect(waits[1]).toBeGreaterThan(waits[0]!);
    expect(stage.state.accounts.get('a1')!.slowdown).toBeNull();
  });

  it('of an import that has ended, met on a check now, does not start asking for ever', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'COMPLETED');
    stage.pass(1_000);
    stage.send({ kind: 'check-now', watches: [idOf(1)] });
    stage.problem(1, problemOf('not-found'));
    expect(asksFor(stage.pass(3_600_000), 'status')).toEqual([]);
  });

  it('of the network right after a wake is not yet a problem', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    stage.send({ kind: 'suspended' });
    stage.pass(3_600_000);
    stage.send({ kind: 'resumed' });
    stage.pass(3_000);
    stage.problem(1, problemOf('offline'));
    expect(stage.state.accounts.get('a1')!.slowdown).toBeNull();
    expect(asksFor(stage.pass(4_000), 'status')).toHaveLength(1);
  });
});

describe('a problem met while a name is asked for', () => {
  function askingForNames() {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.answer(1, 'IN_PROGRESS');
    stage.send({ kind: 'added', watches: [8, 9].map((assetId) => newWatchOf(assetId, null)) });
    stage.pass(500);
    for (const assetId of [8, 9]) stage.answer(assetId, 'COMPLETED');
    const [asked] = asksFor(stage.pass(300), 'details');
    return { stage, asked: asked! };
  }

  it('slows the account as any other does, and the name is asked for again after it', () => {
    const { stage, asked } = askingForNames();
    stage.meet(asked.request, problemOf('rate-limit', 60_000));
    expect(stage.state.accounts.get('a1')!.slowdown?.problem.kind).toBe('rate-limit');
    for (const other of stage.onTheWire()) stage.giveUp(other.request);
    expect(asksFor(stage.pass(55_000), 'details')).toEqual([]);
    stage.askAndAnswer(1, 'IN_PROGRESS');
    const again = asksFor(stage.pass(5_000), 'details').map(({ reference }) => reference);
    expect(again).toContainEqual(asked.reference);
  });

  it('that is not found by another question does not have it asked for twice at a time', () => {
    const stage = createStage();
    stage.ready();
    stage.send({ kind: 'added', watches: [newWatchOf(8, null)] });
    stage.pass(500);
    stage.problem(8, { ...problemOf('not-found'), code: '300' });
    stage.pass(1_000);
    expect(stage.onTheWire().map(({ question }) => question.for)).toEqual(['details']);
  });

  it('is nothing to the watch where it is about this asset alone', () => {
    const { stage, asked } = askingForNames();
    stage.meet(asked.request, problemOf('not-found'));
    expect(stage.poll(asked.reference.assetId)).toMatchObject({ problem: null, dueAt: null });
    expect(stage.state.accounts.get('a1')!.slowdown).toBeNull();
    const again = asksFor(stage.pass(3_600_000), 'details').map(({ reference }) => reference);
    expect(again).not.toContainEqual(asked.reference);
  });
});

describe('a request that broke inside the app', () => {
  it('is not sent again at once and for ever', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    let asked = 0;
    for (let round = 0; round < 20; round += 1) {
      const flight = stage.requestOf(1);
      if (flight) {
        asked += 1;
        stage.giveUp(flight.request);
      }
      stage.pass(500);
    }
    expect(asked).toBeLessThanOrEqual(3);
    expect(stage.state.requests.size).toBe(0);
  });
});
