import { describe, expect, it } from 'vitest';
import { countsOf, rowOf } from '../../../main/monitor/rows.ts';
import { healthOf } from '../../../main/monitor/health.ts';
import type { ProblemKind } from '../../../main/monitor/problem.ts';
import { answerOf, createStage, idOf, ofKind, problemOf, referenceOf } from './stage.ts';

type Stage = ReturnType<typeof createStage>;

const hour = 3_600_000;
const slowing: readonly ProblemKind[] = ['service', 'offline', 'rate-limit', 'intercepted'];

/** Answers all that is on the wire, and lets the time pass in steps. */
function play(stage: Stage, ms: number, reply: (request: number, watch: string) => void): void {
  for (const end = stage.now + ms; stage.now < end;) {
    stage.pass(Math.min(200, end - stage.now));
    for (const [request, asking] of stage.state.asking) if ('watch' in asking) reply(request, asking.watch);
  }
}

function importing(seed: number, assets: number): Stage {
  const stage = createStage({ seed });
  stage.ready();
  stage.add(...Array.from({ length: assets }, (_, index) => index + 1));
  play(stage, assets * 200 + 10_000, (request, watch) => say(stage, request, watch, 'IN_PROGRESS'));
  return stage;
}

function say(stage: Stage, request: number, watch: string, status: string): void {
  stage.send({ kind: 'answered', watch, request, answer: answerOf(1, status, stage.now) });
}

describe('an outage of eight hours', () => {
  it.each([1, 2, 3, 4, 5, 6])('costs at most 130 probes, whatever the seed: %i', (seed) => {
    const stage = importing(seed, 40);
    let probes = 0;
    play(stage, 8 * hour, (request, watch) => {
      probes += 1;
      const problem = problemOf(slowing[probes % slowing.length]!);
      stage.send({ kind: 'problem', watch, request, problem });
    });
    expect(probes).toBeLessThanOrEqual(130);
    expect(probes).toBeGreaterThan(100);
  });

  it('raises no notice, and each end is told within a minute after the first answer', () => {
    const ends = 200;
    const stage = importing(1, ends);
    play(stage, 8 * hour, (request, watch) =>
      stage.send({ kind: 'problem', watch, request, problem: problemOf('service') }),
    );
    expect(stage.state.notices.size).toBe(0);
    expect(countsOf(stage.state)).toMatchObject({ importing: ends, failed: 0 });
    while (stage.state.asking.size === 0) stage.pass(1_000);
    const from = stage.effects.length;
    play(stage, 60_000, (request, watch) => say(stage, request, watch, 'COMPLETED'));
    const told = ofKind(stage.effects.slice(from), 'show').flatMap(({ notices }) => notices);
    expect(told).toHaveLength(ends);
    expect(told.every((notice) => notice.about === 'import' && notice.status === 'COMPLETED')).toBe(true);
  });
});

describe('the trouble of one account', () => {
  /** Asset 1 is of account a1, asset 2 of account a2. */
  function twoAccounts(): Stage {
    const stage = importing(1, 1);
    stage.send({ kind: 'account-ready', account: 'a2' });
    const other = { account: 'a2', reference: referenceOf(2), label: null, fileName: 'film.mp4' };
    stage.send({ kind: 'added', watches: [other] });
    play(stage, 10_000, (request, watch) => say(stage, request, watch, 'IN_PROGRESS'));
    return stage;
  }
  const meet = (stage: Stage, kind: ProblemKind) => (request: number, watch: string) => {
    if (watch !== idOf(1)) return say(stage, request, watch, 'IN_PROGRESS');
    stage.send({ kind: 'problem', watch, request, problem: problemOf(kind) });
  };
  const askedOfOther = (stage: Stage, from: number) =>
    ofKind(stage.effects.slice(from), 'ask').filter(({ account }) => account === 'a2').length;

  it.each([...slowing, 'credentials', 'clock', 'permission'] as const)(
    '%s slows and marks its own watches only',
    (kind) => {
      const calm = twoAccounts();
      const calmFrom = calm.effects.length;
      play(calm, 60_000, (request, watch) => say(calm, request, watch, 'IN_PROGRESS'));
      const stage = twoAccounts();
      const from = stage.effects.length;
      play(stage, 60_000, meet(stage, kind));
      expect(rowOf(stage.state, stage.watch(1)).problem?.kind).toBe(kind);
      expect(rowOf(stage.state, stage.state.watches.get('a2:w/2')!).problem).toBeNull();
      expect(Math.abs(askedOfOther(stage, from) - askedOfOther(calm, calmFrom))).toBeLessThanOrEqual(1);
      expect(healthOf(stage.state).kind).not.toBe('watching');
    },
  );

  it('right after a wake does not keep the other from being asked for', () => {
    const stage = twoAccounts();
    const many = Array.from({ length: 20 }, (_, index) => ({
      account: 'a2',
      reference: referenceOf(100 + index),
      label: null,
      fileName: 'film.mp4',
    }));
    stage.send({ kind: 'suspended' });
    stage.send({ kind: 'added', watches: many });
    stage.now += hour;
    stage.send({ kind: 'resumed' });
    const from = stage.effects.length;
    play(stage, 10_000, meet(stage, 'offline'));
    expect(askedOfOther(stage, from)).toBeGreaterThanOrEqual(21);
  });
});
