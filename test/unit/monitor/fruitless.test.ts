import { describe, expect, it } from 'vitest';
import { healthOf } from '../../../main/monitor/view/health.ts';
import type { ProblemKind } from '../../../main/model/problem.ts';
import { createProjects } from './following/projects.ts';
import { importing } from './importing-stage.ts';
import { answerOf, createStage, idOf, newWatchOf, problemOf, type Stage } from './stage.ts';

const assets = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const [minute, hour] = [60_000, 3_600_000];

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

describe('assets of which the service itself says that they are not there', () => {
  const notThere = { ...problemOf('not-found'), httpStatus: 404, code: '300' };
  const many = (count: number) => Array.from({ length: count }, (_, at) => 1_000 + at);
  const inProject = (projectId: number, ids: readonly number[]) =>
    ids.map((assetId) => ({ ...newWatchOf(assetId), reference: { workspace: 'w', projectId, assetId } }));

  it.each([10, 50])('keep nobody from hearing of the end of another import, as %i wrong ones', (count) => {
    const world = createProjects();
    world.unlisted.set(99, notThere);
    world.put('IN_PROGRESS', 1, 2);
    world.stage.ready();
    world.stage.add(1, 2);
    world.play(2 * minute);
    world.stage.send({ kind: 'added', watches: inProject(99, many(count)) });
    world.play(minute);
    world.put('COMPLETED', 1);
    world.play(2 * minute);
    expect(world.told()).toEqual([[idOf(1), 'COMPLETED']]);
  });

  it.each([10, 200])('nor as %i that vanish at once, with their project', (count) => {
    const world = createProjects();
    world.put('IN_PROGRESS', 1, 2);
    for (const id of many(count)) world.assets.set(id, { projectId: 99, status: 'IN_PROGRESS' });
    world.stage.ready();
    world.stage.add(1, 2);
    world.stage.send({ kind: 'added', watches: inProject(99, many(count)) });
    world.play(10 * minute);
    for (const id of many(count)) world.assets.delete(id);
    world.unlisted.set(99, notThere);
    world.play(3 * minute);
    world.put('COMPLETED', 1);
    world.play(4 * minute);
    expect(world.told().map(([id]) => id)).toContain(idOf(1));
  });

  it('do not keep a new import from its first look until it has ended, which would be told to nobody', () => {
    const stage = createStage({}, { lists: false });
    stage.ready();
    stage.add(...many(10));
    const reply = (status: string | null) => {
      stage.pass(1_000);
      for (const { request, question } of stage.onTheWire()) {
        if (!('reference' in question)) continue;
        const { assetId } = question.reference;
        if (assetId !== 1 || status === null) stage.meet(request, notThere);
        else if (question.for === 'details') stage.name(request);
        else stage.say(request, answerOf(assetId, status, stage.now));
      }
    };
    for (const end = stage.now + 10 * minute; stage.now < end;) reply(null);
    stage.add(1);
    for (const end = stage.now + 3 * minute; stage.now < end;) reply('IN_PROGRESS');
    for (const end = stage.now + 10 * minute; stage.now < end;) reply('COMPLETED');
    expect([...stage.state.notices.values()].map(({ about }) => about)).toEqual(['import']);
  });

  it('do not come to their turn before what is in progress, as thousands of wrong ones', () => {
    const stage = createStage({}, { lists: false });
    stage.ready();
    stage.add(1);
    stage.askAndAnswer(1, 'IN_PROGRESS');
    stage.add(...many(2_000));
    const asked = [stage.now];
    for (const end = stage.now + 20 * minute; stage.now < end;) {
      stage.pass(200);
      for (const { request, question } of stage.onTheWire()) {
        if (!('reference' in question)) continue;
        if (question.reference.assetId !== 1) stage.meet(request, notThere);
        else if (question.for === 'details') stage.name(request);
        else {
          asked.push(stage.now);
          stage.say(request, answerOf(1, 'IN_PROGRESS', stage.now));
        }
      }
    }
    const waits = [...asked.slice(1), stage.now].map((at, index) => at - asked[index]!);
    // All first looks come first, some seven minutes at five a second.
    expect(Math.max(...waits)).toBeLessThan(8 * minute);
  });
});
