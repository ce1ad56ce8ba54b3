import { expect, it } from 'vitest';
import { healthOf } from '../../../main/monitor/view/health.ts';
import { importing } from './importing-stage.ts';
import { ofKind, type Stage } from './stage.ts';

const wait = (stage: Stage) => stage.poll(1).dueAt! - stage.now;
const scarce = (stage: Stage, ...what: ('battery' | 'line')[]) =>
  stage.send({ kind: 'scarce', scarce: what });

it('looks are spaced twice as far while the battery is low or the line is metered', () => {
  const [usual, spared, both] = [importing([1]), importing([1]), importing([1])];
  scarce(spared, 'battery');
  scarce(both, 'battery', 'line');
  for (const stage of [usual, spared, both]) stage.askAndAnswer(1, 'IN_PROGRESS');
  expect(wait(spared)).toBe(2 * wait(usual));
  expect(wait(both)).toBe(wait(spared));
  expect(healthOf(spared.state)).toMatchObject({ kind: 'watching', scarce: ['battery'] });
  expect(healthOf(usual.state)).toMatchObject({ scarce: [] });
});

it('what is left of a wait is halved where that is over', () => {
  const stage = importing([1]);
  scarce(stage, 'line');
  stage.askAndAnswer(1, 'IN_PROGRESS');
  const before = wait(stage);
  scarce(stage, 'battery');
  expect(wait(stage)).toBe(before);
  scarce(stage);
  expect(wait(stage)).toBe(before / 2);
});

it('an end is told all the same, and what the person wants to know is asked at once', () => {
  const stage = importing([1]);
  scarce(stage, 'battery', 'line');
  stage.send({ kind: 'check-now', watches: 'all' });
  stage.pass(1_000);
  expect(stage.requestOf(1)).not.toBeNull();
  stage.answer(1, 'COMPLETED');
  expect(ofKind(stage.pass(60_000), 'show')).toHaveLength(1);
});
