import { expect, it } from 'vitest';
import type { Delivered, Delivery } from '../../../../main/model/hook.ts';
import type { Effect } from '../../../../main/monitor/kernel/effects.ts';
import { savedBy } from '../importing-stage.ts';
import { createStage, idOf, type Stage } from '../stage.ts';
import { fates, hour, importing, minute, oneEach, outcome, sent } from './hooks-stage.ts';

/** Lets the time pass on a receiver that answers so; what it was given. These imports have completed, the others go on. */
function play(
  stage: Stage,
  ms: number,
  answers: (delivery: Delivery) => Delivered,
  completed: readonly number[] = [],
): readonly Delivery[] {
  const given: Delivery[] = [];
  function give(effects: readonly Effect[]): void {
    for (const delivery of sent(effects)) {
      given.push(delivery);
      give(stage.send({ kind: 'delivered', delivery: delivery.id, ...answers(delivery) }));
    }
  }
  give(stage.send({ kind: 'tick' }));
  for (const until = stage.now + ms; stage.now < until;) {
    give(stage.pass(minute));
    for (const { question } of stage.onTheWire()) {
      if (question.for !== 'status') continue;
      const { assetId } = question.reference;
      give(stage.answer(assetId, completed.includes(assetId) ? 'COMPLETED' : 'IN_PROGRESS'));
    }
  }
  return given;
}

const busy = () => outcome('busy');
const isOf =
  (assetId: number) =>
  ({ what }: Delivery): boolean =>
    what.about === 'import' && what.watch === idOf(assetId);

it('is given up by its own age: what comes after it is tried as long', () => {
  const stage = importing([1, 2], [oneEach]);
  play(stage, 71 * hour, busy, [1]);
  play(stage, 3 * hour, busy, [2]);
  expect(fates(stage)).toEqual(['given-up', 'waiting']);
  play(stage, 67 * hour, busy);
  expect(fates(stage)).toEqual(['given-up', 'waiting']);
  play(stage, 5 * hour, busy);
  expect(fates(stage)).toEqual(['given-up', 'given-up']);
});

it('gets no more time by a restart', () => {
  const stage = importing([1], [oneEach]);
  play(stage, 71 * hour, busy, [1]);
  const again = createStage({ ...savedBy(stage), at: stage.now });
  play(again, 3 * hour, busy);
  expect(fates(again)).toEqual(['given-up']);
});

it('is tried ten times where the computer was off for most of the days', () => {
  const stage = importing([1], [oneEach]);
  expect(play(stage, minute, busy, [1])).not.toEqual([]);
  const later = createStage({ ...savedBy(stage), at: stage.now + 96 * hour });
  expect(play(later, 10 * minute, busy)).not.toEqual([]);
  expect(fates(later)).toEqual(['waiting']);
  play(later, 3 * hour, busy);
  expect([...later.state.deliveries.values()]).toMatchObject([{ tries: 10, fate: { kind: 'given-up' } }]);
});

it('holds up no other for long, and is not sent in a burst because others succeed', () => {
  const stage = importing([1, 2, 3, 4], [oneEach]);
  const answers = (delivery: Delivery) => outcome(isOf(1)(delivery) ? 'busy' : null);
  play(stage, 3 * hour, answers, [1]);
  for (const assetId of [2, 3, 4]) {
    const given = play(stage, 15 * minute, answers, [assetId]);
    expect(given.filter(isOf(assetId))).toHaveLength(1);
    expect(given.filter(isOf(1)).length).toBeLessThanOrEqual(1);
  }
  expect(fates(stage)).toEqual(['waiting', 'done', 'done', 'done']);
});

it('is tried rarely where all of many fail, and all go on where one succeeds', () => {
  const assetIds = Array.from({ length: 30 }, (_, index) => index + 1);
  const stage = importing(assetIds, [oneEach]);
  play(stage, 2 * hour, busy, assetIds);
  expect(stage.state.deliveries.size).toBe(30);
  expect(play(stage, 10 * hour, busy).length).toBeLessThanOrEqual(12);
  expect(play(stage, 1.2 * hour, () => outcome(null))).toHaveLength(30);
  expect(stage.state.rests.size).toBe(0);
});
