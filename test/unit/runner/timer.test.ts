import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { setTimer } from '../../../main/runner/timer.ts';

const day = 86_400_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([0, 1, 30, 400])('runs after %i days, once, and not before', async (days) => {
  const run = vi.fn();
  setTimer(Date.now() + days * day, run);
  if (days > 0) await vi.advanceTimersByTimeAsync(days * day - 1);
  expect(run).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await vi.advanceTimersByTimeAsync(60 * day);
  expect(run).toHaveBeenCalledOnce();
});

it('is cancelled also after 25 days', async () => {
  const run = vi.fn();
  const cancel = setTimer(Date.now() + 30 * day, run);
  await vi.advanceTimersByTimeAsync(26 * day);
  cancel();
  await vi.advanceTimersByTimeAsync(30 * day);
  expect(run).not.toHaveBeenCalled();
});
