import { beforeEach, expect, test, vi } from 'vitest';
import { limits, type Bridge } from '../../../main/contract.ts';
import { tellFaults } from '../../../renderer/lib/faults.ts';

const told: string[] = [];
const tellFault = vi.fn(({ fault }: { fault: string }) => {
  told.push(fault);
  return Promise.reject(new Error('main is gone'));
});
const bridge = { request: { tellFault } } as unknown as Bridge;

/** What the browser says of an error that nobody caught; `null` where there is none. */
const uncaught = (error: Error | null) =>
  window.dispatchEvent(new ErrorEvent('error', { error, message: 'ResizeObserver loop' }));
const unhandled = (reason: unknown) =>
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));

beforeEach(() => {
  told.splice(0);
  const added = vi.spyOn(window, 'addEventListener');
  tellFaults(bridge);
  const listeners = added.mock.calls.map(([kind, listener]) => [kind, listener] as const);
  added.mockRestore();
  return () => listeners.forEach(([kind, listener]) => window.removeEventListener(kind, listener));
});

test('an error and a rejection that nobody caught are told with their place in the code', () => {
  uncaught(new Error('no such row'));
  unhandled(new Error('no answer'));
  expect(told).toEqual([expect.stringMatching(/no such row\n\s+at /), expect.stringContaining('no answer')]);
});

test('what is no error is not told', () => {
  uncaught(null);
  unhandled(undefined);
  expect(told).toEqual([]);
});

test('a fault that comes again and again is told a few times, and none is longer than main takes', () => {
  for (let time = 0; time < 100; time += 1) unhandled('x'.repeat(10_000));
  expect(told).toHaveLength(10);
  expect(told[0]).toHaveLength(limits.faultLength);
});
