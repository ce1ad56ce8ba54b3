import { expect, it } from 'vitest';
import { countsOf, rowOf } from '../../../main/monitor/view/rows.ts';
import { trayIconOf } from '../../../main/monitor/view/health.ts';
import { importing, savedBy } from './importing-stage.ts';
import { createStage, idOf } from './stage.ts';

type Stage = ReturnType<typeof createStage>;

const mark = (stage: Stage, assets: readonly number[], isHandled = true) =>
  stage.send({ kind: 'handled', watches: assets.map(idOf), isHandled });
const isHandled = ({ state }: Stage, assetId: number) =>
  rowOf(state, state.watches.get(idOf(assetId))!).isHandled;

it('a failure that is handled needs nobody, also after a restart', () => {
  const stage = importing([1, 2]);
  stage.askAndAnswer(1, 'FAILED');
  mark(stage, [1]);
  expect(countsOf(stage.state)).toMatchObject({ failed: 1, unreadFailures: 0 });
  expect(trayIconOf({ kind: 'idle', answeredAt: null, quiet: null }, countsOf(stage.state))).toBe('idle');
  expect(isHandled(createStage(savedBy(stage)), 1)).toBe(true);
  mark(stage, [1], false);
  expect(isHandled(stage, 1)).toBe(false);
});

it('only a failure can be handled', () => {
  const stage = importing([1, 2]);
  stage.askAndAnswer(1, 'COMPLETED');
  mark(stage, [1, 2, 3]);
  expect([1, 2].map((id) => isHandled(stage, id))).toEqual([false, false]);
  expect(countsOf(stage.state).unread).toBe(1);
});

it('the failure of the next attempt is another one', () => {
  const stage = importing([1]);
  stage.askAndAnswer(1, 'FAILED');
  mark(stage, [1]);
  stage.send({ kind: 'check-now', watches: [idOf(1)] });
  stage.answer(1, 'IN_PROGRESS');
  stage.endAgain(1, 'FAILED');
  expect(isHandled(stage, 1)).toBe(false);
  expect(countsOf(stage.state).unreadFailures).toBe(1);
});
