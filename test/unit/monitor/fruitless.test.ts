import { describe, expect, it } from 'vitest';
import { healthOf } from '../../../main/monitor/view/health.ts';
import type { ProblemKind } from '../../../main/model/problem.ts';
import { importing } from './importing-stage.ts';
import { answerOf, problemOf, type Stage } from './stage.ts';

const assets = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const hour = 3_600_000;

/** Lets time pass second by second and answers what is on the wire, with what `reply` says for the asset. The requests, in order. */
function play(stage: Stage, forMs: number, reply: (assetId: number) => ProblemKind | 'answer') {
  const asked: { readonly assetId: number; readonly at: number }[] = [];
  for (const until = stage.now + forMs; stage.now < until;) {
    stage.pass(1_000);
    for (const { request, question } of stage.onTheWire()) {
      if (question.for !== 'status') continue;
      const { assetId } = question.reference;
      asked.push({ assetId, at: stage.now });
      const kind = reply(assetId);
      if (kind === 'answer') stage.say(request, answerOf(assetId, 'IN_PROGRESS', stage.now));
      else stage.meet(request, problemOf(kind));
    }
  }
  return asked;
}

describe.each(['unreadable', 'not-found', 'refused'] as const)('an outage that looks like %s', (kind) => {
  it('costs as few probes as any other, and is said to be one', () => {
    const stage = importing(assets);
    expect(play(stage, 8 * hour, () => kind).length).toBeLessThanOrEqual(130);
    expect(healthOf(stage.state)).toMatchObject({ kind: 'unknown', problem: { kind } });
  });

  it('is over for all within a minute of the first answer', () => {
    const stage = importing(assets);
    play(stage, 8 * hour, () => kind);
    const asked = play(stage, 10 * 60_000, () => 'answer');
    const soon = asked.filter(({ at }) => at - asked[0]!.at < 60_000).map(({ assetId }) => assetId);
    expect(new Set(soon)).toEqual(new Set(assets));
  });

  it('is none where others are answered in between', () => {
    const stage = importing(assets);
    play(stage, 600_000, (assetId) => (assetId <= 2 ? kind : 'answer'));
    expect(stage.state.accounts.get('a1')!.slowdown).toBeNull();
  });
});
