import { describe, expect, it } from 'vitest';
import type { ProblemKind } from '../../../main/model/problem.ts';
import { healthOf } from '../../../main/monitor/view/health.ts';
import { rowOf } from '../../../main/monitor/view/rows.ts';
import { answerOf, asksFor, createStage, idOf, newWatchOf, problemOf, startAt, type Stage } from './stage.ts';

const minute = 60_000;

interface Play {
  /** Whether the service has trouble with what is asked of this watch now. */
  readonly isBroken: (watch: string) => boolean;
  readonly retryAfterMs?: number;
  readonly kind?: ProblemKind;
}

/** Answers all that is on the wire for so long, and counts how often the account came into trouble. */
function play(stage: Stage, ms: number, { isBroken, retryAfterMs, kind = 'service' }: Play): number {
  let troubles = 0;
  for (const end = stage.now + ms; stage.now < end;) {
    stage.pass(Math.min(200, end - stage.now));
    for (const { request, question } of stage.onTheWire()) {
      if (!('watch' in question)) continue;
      const before = stage.account().slowdown;
      if (isBroken(question.watch)) stage.meet(request, problemOf(kind, retryAfterMs ?? null));
      else if (question.for === 'details') stage.name(request);
      else stage.say(request, answerOf(1, 'IN_PROGRESS', stage.now));
      if (before === null && stage.account().slowdown !== null) troubles += 1;
    }
  }
  return troubles;
}

function watching(...assetIds: number[]): Stage {
  const stage = createStage();
  stage.ready();
  stage.add(...assetIds);
  return stage;
}

const asked = (stage: Stage, assetId: number, from: number) =>
  asksFor(stage.effects.slice(from), 'status').filter(({ reference }) => reference.assetId === assetId)
    .length;

describe('an asset that always meets a disturbance', () => {
  it('slows the account once, and is then known to be alone with it', () => {
    const stage = watching(1, 2, 3, 4, 5);
    const isBroken = (watch: string) => watch === idOf(2);
    expect(play(stage, 45_000, { isBroken })).toBe(1);
    expect(play(stage, 30 * minute, { isBroken })).toBe(0);
    expect(rowOf(stage.state, stage.watch(2)).problem?.kind).toBe('service');
    expect(rowOf(stage.state, stage.watch(1)).problem).toBeNull();
    expect(healthOf(stage.state).kind).toBe('watching');
  });

  it.each<[met: ProblemKind, told: ProblemKind]>([
    ['credentials', 'unconfirmed'],
    ['clock', 'unconfirmed'],
    ['permission', 'permission'],
  ])('with a refusal (%s) says no more than the answers of the others leave open', (kind, told) => {
    const stage = watching(1, 2, 3, 4, 5);
    play(stage, 30 * minute, { isBroken: (watch) => watch === idOf(2), kind });
    expect(rowOf(stage.state, stage.watch(2)).problem?.kind).toBe(told);
    expect(rowOf(stage.state, stage.watch(1)).problem).toBeNull();
    expect(healthOf(stage.state).kind).toBe('watching');
  });

  it('is asked more and more seldom, and the others as always', () => {
    const calm = watching(1, 2, 3);
    play(calm, 30 * minute, { isBroken: () => false });
    const stage = watching(1, 2, 3);
    play(stage, 30 * minute, { isBroken: (watch) => watch === idOf(2) });
    expect(asked(stage, 2, 0)).toBeLessThan(12);
    expect(asked(stage, 1, 0)).toBeGreaterThan(asked(calm, 1, 0) - 3);
  });

  it.each<[met: ProblemKind, retryAfterMs?: number]>([
    ['intercepted'],
    ['offline'],
    ['service', 60_000],
    ['service', 30 * minute],
  ])('slows it once, also with what looks like everybody’s: %s %s', (kind, retryAfterMs) => {
    const stage = createStage({}, { lists: false });
    stage.ready();
    stage.add(...Array.from({ length: 15 }, (_, index) => index + 1));
    const broken = {
      isBroken: (watch: string) => watch === idOf(2),
      kind,
      ...(retryAfterMs && { retryAfterMs }),
    };
    expect(play(stage, minute + (retryAfterMs ?? 0), broken)).toBe(1);
    const from = stage.effects.length;
    expect(play(stage, 60 * minute, broken)).toBe(0);
    expect(asked(stage, 2, from)).toBeLessThanOrEqual(15);
    expect(asked(stage, 1, from)).toBeGreaterThan(20);
    expect(rowOf(stage.state, stage.watch(2)).problem?.kind).toBe(kind);
    expect(rowOf(stage.state, stage.watch(1)).problem).toBeNull();
    expect(healthOf(stage.state).kind).toBe('watching');
  });

  it('waits for as long as it was asked to, and the others do not', () => {
    const stage = watching(1, 2, 3);
    const broken = { isBroken: (watch: string) => watch === idOf(2), retryAfterMs: 20 * minute };
    play(stage, 20 * minute + 30_000, broken);
    expect(stage.poll(2).problem).not.toBeNull();
    const from = stage.effects.length;
    play(stage, 19 * minute, broken);
    expect(asked(stage, 2, from)).toBe(0);
    expect(asked(stage, 1, from)).toBeGreaterThan(10);
  });

  it('of the network is asked at once after a wake: it may be another network', () => {
    const stage = watching(1, 2, 3);
    play(stage, 30 * minute, { isBroken: (watch) => watch === idOf(2), kind: 'intercepted' });
    expect(stage.poll(2).dueAt! - stage.now).toBeGreaterThan(minute);
    stage.send({ kind: 'suspended' });
    stage.now += 30_000;
    stage.send({ kind: 'resumed' });
    play(stage, 10_000, { isBroken: () => false });
    expect(stage.poll(2)).toMatchObject({ problem: null, problemsInRow: 0 });
  });

  it('says nothing of the others where none of them was answered lately', () => {
    const stage = watching(1, 2);
    play(stage, 30 * minute, { isBroken: (watch) => watch === idOf(2), kind: 'offline' });
    stage.send({ kind: 'removed', watches: [idOf(1)] });
    play(stage, 60 * minute, { isBroken: () => true, kind: 'offline' });
    expect(healthOf(stage.state)).toMatchObject({ kind: 'unknown', problem: { kind: 'offline' } });
  });

  it('is found out soon also where the others are asked seldom', () => {
    const stage = watching(1);
    play(stage, 70 * minute, { isBroken: () => false });
    stage.add(2);
    expect(play(stage, 8_000, { isBroken: (watch) => watch === idOf(2) })).toBe(1);
    expect(stage.account().slowdown).toBeNull();
    expect(play(stage, 30 * minute, { isBroken: (watch) => watch === idOf(2) })).toBe(0);
  });

  it('is as any other once it is answered', () => {
    const stage = watching(1, 2);
    play(stage, minute, { isBroken: (watch) => watch === idOf(2) });
    expect(stage.poll(2).problem).not.toBeNull();
    play(stage, 20 * minute, { isBroken: () => false });
    expect(stage.poll(2)).toMatchObject({ problem: null, problemsInRow: 0 });
    expect(play(stage, minute, { isBroken: () => true })).toBe(1);
  });

  it('has the name of an asset forgotten where only its details meet it', () => {
    const stage = createStage();
    stage.ready();
    stage.add(1);
    stage.send({ kind: 'added', watches: [newWatchOf(2, null)] });
    const names = () => asksFor(stage.effects, 'details').length;
    const isName = () => stage.onTheWire().some(({ question }) => question.for === 'details');
    expect(play(stage, minute, { isBroken: (watch) => watch === idOf(2) && isName() })).toBe(1);
    const before = names();
    expect(before).toBeLessThanOrEqual(3);
    expect(play(stage, 30 * minute, { isBroken: (watch) => watch === idOf(2) && isName() })).toBe(0);
    expect(names()).toBe(before);
  });
});

describe('what all of one kind of question meet', () => {
  const many = Array.from({ length: 30 }, (_, index) => index + 1);

  it.each<ProblemKind>(['permission', 'service', 'intercepted', 'rate-limit'])(
    'slows the account once, and names are then asked for now and then: %s',
    (kind) => {
      const stage = createStage({}, { lists: false });
      stage.ready();
      stage.send({ kind: 'added', watches: many.map((assetId) => newWatchOf(assetId, null)) });
      const isDetails = () => stage.onTheWire()[0]!.question.for === 'details';
      expect(play(stage, 20 * minute, { isBroken: isDetails, kind })).toBe(1);
      const names = () => asksFor(stage.effects, 'details').length;
      expect(names()).toBeLessThan(8);
      expect(healthOf(stage.state).kind).toBe('watching');
      // What is mended without a word comes within the hour, and at once where the person connects the account anew.
      const before = names();
      stage.ready();
      play(stage, 5 * minute, { isBroken: () => false });
      expect(names() - before).toBeGreaterThan(25);
      expect([...stage.state.watches.values()].every(({ fileName }) => fileName !== null)).toBe(true);
    },
  );

  it('is taken up again by itself once it is answered', () => {
    const stage = createStage({}, { lists: false });
    stage.ready();
    stage.send({ kind: 'added', watches: many.map((assetId) => newWatchOf(assetId, null)) });
    const isDetails = () => stage.onTheWire()[0]!.question.for === 'details';
    play(stage, 10 * minute, { isBroken: isDetails, kind: 'permission' });
    play(stage, 20 * minute, { isBroken: () => false });
    const unnamed = [...stage.state.watches.values()].filter(({ fileName }) => fileName === null);
    expect(unnamed.length).toBeLessThan(8);
  });

  it.each([2, 30])('are not probed one after another, as %i new imports that a key may not read', (count) => {
    const stage = createStage({}, { lists: false });
    stage.ready();
    stage.add(...many.slice(0, 20));
    play(stage, minute, { isBroken: () => false });
    const elsewhere = many.slice(0, count).map((assetId) => ({
      ...newWatchOf(1_000 + assetId),
      reference: { workspace: 'w', projectId: 2, assetId: 1_000 + assetId },
    }));
    stage.send({ kind: 'added', watches: elsewhere });
    const isElsewhere = (watch: string) => Number(watch.split('/')[1]) > 1_000;
    const from = stage.effects.length;
    const broken = { isBroken: isElsewhere, kind: 'permission' } as const;
    expect(play(stage, 10 * minute, broken)).toBeLessThanOrEqual(2);
    expect(stage.account().stopped).toBeNull();
    expect(asked(stage, 1, from)).toBeGreaterThan(5);
    expect(rowOf(stage.state, stage.state.watches.get('a1:w/1001')!).problem?.kind).toBe('permission');
  });
});

describe('a disturbance of the service', () => {
  it('that begins anew slows the account, also where one asset has trouble of its own', () => {
    const stage = watching(1, 2, 3);
    play(stage, 5 * minute, { isBroken: (watch) => watch === idOf(2) });
    const from = stage.effects.length;
    expect(play(stage, 60 * minute, { isBroken: () => true })).toBe(1);
    expect(asksFor(stage.effects.slice(from), 'status').length).toBeLessThan(30);
    expect(healthOf(stage.state)).toMatchObject({ kind: 'unknown', problem: { kind: 'service' } });
  });

  it('is not taken for the own trouble of assets that were met by it and not answered since', () => {
    const stage = watching(1, 2, 3, 4);
    expect(play(stage, 8 * 60 * minute, { isBroken: () => true })).toBe(1);
    expect([1, 2, 3, 4].map((assetId) => stage.poll(assetId).problem)).toEqual([null, null, null, null]);
  });

  it('with Retry-After is of the account as long as nobody was answered since', () => {
    const stage = watching(1, 2, 3);
    play(stage, 25_000, { isBroken: (watch) => watch === idOf(2), retryAfterMs: 30_000 });
    expect(stage.poll(2).problem).toBeNull();
    expect(healthOf(stage.state)).toMatchObject({ kind: 'unknown', problem: { kind: 'service' } });
  });

  it('that limits how often imports are asked for is of the account, and whom it met first is not the first again', () => {
    const stage = watching(1, 2, 3);
    play(stage, 10 * minute, { isBroken: (watch) => watch === idOf(2), kind: 'rate-limit' });
    expect(stage.poll(2).problem).toBeNull();
    expect(asked(stage, 2, 0)).toBeLessThan(30);
  });

  it('is probed by turns', () => {
    const stage = watching(1, 2);
    stage.pass(500);
    for (const assetId of [1, 2]) stage.problem(assetId, problemOf('service'));
    const probes = [0, 0, 0, 0].map(() => {
      const probe = asksFor(stage.pass(10 * minute), 'status')[0]!;
      stage.meet(probe.request, problemOf('service'));
      return probe.reference.assetId;
    });
    expect(new Set(probes.slice(0, 2)).size).toBe(2);
    expect(new Set(probes.slice(2)).size).toBe(2);
  });
});

it('what is remembered of disturbances is bounded', () => {
  const stage = createStage();
  stage.ready();
  for (let assetId = 1; assetId <= 1_200; assetId += 1) {
    stage.add(assetId);
    stage.send({ kind: 'check-now', watches: [idOf(assetId)] });
    stage.pass(10 * minute);
    if (stage.requestOf(assetId) !== null) stage.problem(assetId, problemOf('service'));
    stage.send({ kind: 'removed', watches: [idOf(assetId)] });
  }
  expect(stage.now).toBeGreaterThan(startAt);
  expect(stage.state.disturbances.size).toBeGreaterThan(900);
  expect(stage.state.disturbances.size).toBeLessThanOrEqual(1_000);
});
