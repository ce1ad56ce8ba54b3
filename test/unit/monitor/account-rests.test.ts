import { expect, it } from 'vitest';
import { asksFor, createStage, problemOf } from './stage.ts';

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
