import { setTimer } from '../runner/timer.ts';

const timeIsUp = new Error('The time is up.');

/** Ends the run as an interruption does, once it has taken so long (ms; null never), whatever it is waiting for. */
export function limitTime(
  { interrupted, now }: { readonly interrupted: AbortSignal; readonly now: () => number },
  timeoutMs: number | null,
): { readonly interrupted: AbortSignal; readonly cancel: () => void } {
  if (timeoutMs === null) return { interrupted, cancel: () => undefined };
  const ended = new AbortController();
  const cancel = setTimer(now() + timeoutMs, () => ended.abort(timeIsUp));
  return { interrupted: AbortSignal.any([interrupted, ended.signal]), cancel };
}

export const isTimeUp = ({ reason }: AbortSignal): boolean => reason === timeIsUp;
