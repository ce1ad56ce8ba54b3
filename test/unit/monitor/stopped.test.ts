import { expect, it } from 'vitest';
import { createStage, ofKind, problemOf } from './stage.ts';

it('a refused key stays refused over a wake, also where the network had gone before it', () => {
  const stage = createStage();
  stage.ready();
  stage.add(1, 2);
  stage.pass(500);
  stage.problem(1, problemOf('offline'));
  stage.problem(2, problemOf('credentials'));
  stage.send({ kind: 'suspended' });
  stage.now += 60_000;
  stage.send({ kind: 'resumed' });
  expect(ofKind(stage.pass(60_000), 'ask')).toEqual([]);
  expect(stage.state.accounts.get('a1')!.stopped).toEqual(problemOf('credentials'));
});
