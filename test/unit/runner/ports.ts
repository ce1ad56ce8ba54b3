import type { Answer } from '../../../main/model/asset.ts';
import type { RunnerPorts } from '../../../main/runner/runner.ts';

/** A world in which a save succeeds, a banner is shown, a question is never answered, and a fault fails the test. */
export function portsWith(changes: Partial<RunnerPorts>): RunnerPorts {
  return {
    now: Date.now,
    setTimer: () => () => {},
    ask: () => new Promise(() => {}),
    save: () => Promise.resolve(),
    show: () => Promise.resolve({ kind: 'shown', by: 'electron' }),
    deliver: () => new Promise(() => {}),
    close: () => {},
    tellProblem: () => Promise.resolve('told'),
    changed: () => {},
    wentWrong: (error) => {
      throw error;
    },
    ...changes,
  };
}

/** Answers how each asset stands, and nothing else. */
export function answering(statusOf: (assetId: number) => Answer): RunnerPorts['ask'] {
  return (ask) =>
    ask.for === 'status'
      ? Promise.resolve({ kind: 'answer', for: 'status', value: statusOf(ask.reference.assetId) })
      : new Promise(() => {});
}
