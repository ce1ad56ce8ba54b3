import { describe, expect, it } from 'vitest';
import { countsOf, rowOf } from '../../../main/monitor/view/rows.ts';
import { healthOf } from '../../../main/monitor/view/health.ts';
import { problemRules, type ProblemKind } from '../../../main/model/problem.ts';
import { answerOf, asksFor, createStage, idOf, newWatchOf, ofKind, problemOf, type Stage } from './stage.ts';

const hour = 3_600_000;
const slowing: readonly ProblemKind[] = ['service', 'offline', 'rate-limit', 'intercepted'];

/** Answers all that is on the wire, and lets the time pass in steps. */
function play(stage: Stage, ms: number, reply: (request: number, watch: string) => void): void {
  for (const end = stage.now + ms; stage.now < end;) {
    stage.pass(Math.min(200, end - stage.now));
    for (const { request, question } of stage.onTheWire())
      if ('watch' in question) reply(request, question.watch);
  }
}

function importing(seed: number, assets: number): Stage {
  const stage = createStage({ seed }, { lists: false });
  stage.ready();
  stage.add(...Array.from({ length: assets }, (_, index) => index + 1));
  play(stage, assets * 200 + 10_000, (request) => say(stage, request, 'IN_PROGRESS'));
  return stage;
}

function say(stage: Stage, request: number, status: string): void {
  stage.say(request, answerOf(1, status, stage.now));
}

describe('an outage of eight hours', () => {
  it.each([1, 2, 3, 4, 5, 6])('costs at most 130 probes, whatever the seed: %i', (seed) => {
    const stage = importing(seed, 40);
    let probes = 0;
    play(stage, 8 * hour, (request) => {
      probes += 1;
      stage.meet(request, problemOf(slowing[probes % slowing.length]!));
    });
    expect(probes).toBeLessThanOrEqual(130);
    expect(probes).toBeGreaterThan(100);
  });

  it('raises no notice, and each end is told within a minute after the first answer', () => {
    const ends = 200;
    const stage = importing(1, ends);
    play(stage, 8 * hour, (request) => stage.meet(request, problemOf('service')));
    expect(stage.state.notices.size).toBe(0);
    expect(countsOf(stage.state)).toMatchObject({ importing: ends, failed: 0 });
    while (stage.state.requests.size === 0) stage.pass(1_000);
    const from = stage.effects.length;
    play(stage, 60_000, (request) => say(stage, request, 'COMPLETED'));
    const told = ofKind(stage.effects.slice(from), 'show').flatMap(({ notices }) => notices);
    expect(told).toHaveLength(ends);
    expect(told.every((notice) => notice.about === 'import' && notice.status === 'COMPLETED')).toBe(true);
  });
});

describe('the trouble of one account', () => {
  /** Asset 1 is of account a1, asset 2 of account a2. */
  function twoAccounts(): Stage {
    const stage = importing(1, 1);
    stage.send({ kind: 'account-ready', account: 'a2', keptAt: 0 });
    stage.send({ kind: 'added', watches: [newWatchOf(2, 'film.mp4', 'a2')] });
    play(stage, 10_000, (request) => say(stage, request, 'IN_PROGRESS'));
    return stage;
  }
  const meet = (stage: Stage, kind: ProblemKind) => (request: number, watch: string) => {
    if (watch !== idOf(1)) return say(stage, request, 'IN_PROGRESS');
    stage.meet(request, problemOf(kind));
  };
  const askedOfOther = (stage: Stage, from: number) =>
    asksFor(stage.effects.slice(from), 'status').filter(({ account }) => account === 'a2').length;

  it.each([...slowing, 'credentials', 'clock', 'permission'] as const)(
    '%s slows and marks its own watches only',
    (kind) => {
      const calm = twoAccounts();
      const calmFrom = calm.effects.length;
      play(calm, 60_000, (request) => say(calm, request, 'IN_PROGRESS'));
      const stage = twoAccounts();
      const from = stage.effects.length;
      play(stage, 60_000, meet(stage, kind));
      expect(rowOf(stage.state, stage.watch(1)).problem?.kind).toBe(
        problemRules[kind].then === 'stop' ? 'unconfirmed' : kind,
      );
      expect(rowOf(stage.state, stage.state.watches.get('a2:w/2')!).problem).toBeNull();
      expect(Math.abs(askedOfOther(stage, from) - askedOfOther(calm, calmFrom))).toBeLessThanOrEqual(1);
      expect(healthOf(stage.state).kind).not.toBe('watching');
    },
  );

  it('right after a wake does not keep the other from being asked for', () => {
    const stage = twoAccounts();
    const many = Array.from({ length: 20 }, (_, index) => newWatchOf(100 + index, 'film.mp4', 'a2'));
    stage.send({ kind: 'suspended' });
    stage.send({ kind: 'added', watches: many });
    stage.now += hour;
    stage.send({ kind: 'resumed' });
    const from = stage.effects.length;
    play(stage, 10_000, meet(stage, 'offline'));
    expect(askedOfOther(stage, from)).toBeGreaterThanOrEqual(21);
  });
});
