import { afterEach, expect, it, vi } from 'vitest';
import { readSearchAhead } from '../../../../renderer/views/watches/search-ahead.ts';
import { aRow } from '../../../support/samples/rows.ts';

afterEach(() => vi.unstubAllGlobals());

function idling() {
  const waiting: IdleRequestCallback[] = [];
  vi.stubGlobal('requestIdleCallback', (act: IdleRequestCallback) => waiting.push(act));
  vi.stubGlobal('cancelIdleCallback', () => waiting.splice(0));
  /** Is idle for as many looks at the time. */
  const idle = (looks: number): void => {
    let left = looks;
    waiting.shift()?.({ didTimeout: false, timeRemaining: () => (left-- > 0 ? 10 : 0) });
  };
  return { waiting, idle };
}

function* counted(length: number, taken: { count: number }) {
  for (let index = 0; index < length; index += 1) {
    taken.count += 1;
    yield aRow(index + 1);
  }
}

it('reads what a search will look at only while there is time, and then goes on where it was', () => {
  const { idle, waiting } = idling();
  const taken = { count: 0 };
  readSearchAhead(counted(120, taken));
  idle(1);
  expect(taken.count).toBe(50);
  idle(9);
  expect([taken.count, waiting]).toEqual([120, []]);
});

it('ends when it is told to', () => {
  const { idle } = idling();
  const taken = { count: 0 };
  const stop = readSearchAhead(counted(120, taken));
  idle(1);
  stop();
  idle(9);
  expect(taken.count).toBe(50);
});
