import { expect, it } from 'vitest';
import { apartAt, slower } from '../../../main/monitor/service/pace.ts';
import { answerOf, asksFor, createStage, problemOf, someSettings } from './stage.ts';

it('a refused key stays refused over a wake, also where the network had gone before it', () => {
  const stage = createStage();
  stage.ready();
  stage.add(1, 2);
  stage.pass(500);
  stage.problem(1, problemOf('offline'));
  stage.refuseForGood(problemOf('credentials'));
  stage.send({ kind: 'suspended' });
  stage.now += 60_000;
  stage.send({ kind: 'resumed' });
  expect(asksFor(stage.pass(60_000), 'status')).toEqual([]);
  expect(stage.account().stopped).toEqual(problemOf('credentials'));
});

it('an answer to a request that left in the very moment of a 429 does not cut Retry-After short', () => {
  const stage = createStage();
  stage.ready();
  stage.add(1, 2);
  stage.pass(200);
  // The second request left at the very millisecond of the answer to the first.
  expect(stage.requestOf(2)!.sentAt).toBe(stage.now);
  stage.problem(1, problemOf('rate-limit', 60_000));
  stage.answer(2, 'IN_PROGRESS');
  expect(asksFor(stage.pass(59_000), 'status')).toEqual([]);
});

it('new imports are looked at in turn where the service takes one request a second', () => {
  const stage = createStage({}, { lists: false });
  stage.ready();
  const assetIds = Array.from({ length: 12 }, (_, index) => index + 1);
  stage.add(...assetIds);
  let [takenAt, refusals] = [-Infinity, 0];
  for (let passed = 0; passed < 120_000; passed += 100) {
    for (const { request, question, sentAt } of stage.onTheWire()) {
      if (question.for !== 'status') continue;
      const isTaken = sentAt - takenAt >= 1_000;
      if (isTaken) takenAt = sentAt;
      else refusals += 1;
      if (isTaken) stage.say(request, answerOf(question.reference.assetId, 'IN_PROGRESS', stage.now));
      else stage.meet(request, problemOf('rate-limit'));
    }
    stage.pass(100);
  }
  expect(assetIds.filter((assetId) => stage.watch(assetId).known === null)).toEqual([]);
  expect(refusals).toBeLessThan(20);
});

it.each([
  [30_000, 180_000],
  [60_000, 200_000],
])('a new import is looked at soon where another one uses up the limit each %i ms', (floorMs, soonMs) => {
  const stage = createStage({ settings: { ...someSettings, floorMs } }, { lists: false });
  stage.ready();
  stage.add(1);
  stage.pass(1_000);
  stage.answer(1, 'IN_PROGRESS');
  let takenAt = stage.now;
  stage.add(2, 3);
  for (let passed = 0; passed < soonMs; passed += 100) {
    stage.pass(100);
    for (const { request, question, sentAt } of stage.onTheWire()) {
      if (question.for !== 'status') continue;
      const isTaken = question.reference.assetId === 1 || sentAt - takenAt >= 1_000;
      if (isTaken) takenAt = sentAt;
      if (isTaken) stage.say(request, answerOf(question.reference.assetId, 'IN_PROGRESS', stage.now));
      else stage.meet(request, problemOf('rate-limit'));
    }
  }
  expect([2, 3].filter((assetId) => stage.watch(assetId).known === null)).toEqual([]);
});

it('what one limit had cost is forgotten half a minute later, and several in a row are not', () => {
  const once = slower(null, 0, 5_000);
  expect([apartAt(null, 0), apartAt(once, 5_000), apartAt(once, 27_000)]).toEqual([200, 400, 200]);
  expect(apartAt(slower(once, 6_000, 12_000), 12_000)).toBeGreaterThan(700);
});
