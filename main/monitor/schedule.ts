import { outlookOf } from './learning/history.ts';
import { waitAfter } from './learning/inspection.ts';
import type { Outlook } from './learning/outlook.ts';
import { withJitter } from './random.ts';
import type { State, Watch } from './state.ts';

const second = 1_000;
const minute = 60 * second;

/** How often an import is asked for, by how long it has been watched: most imports end early, the rest can wait. */
const steps = [
  { untilAgeMs: 2 * minute, everyMs: 5 * second },
  { untilAgeMs: 10 * minute, everyMs: 10 * second },
  { untilAgeMs: 60 * minute, everyMs: 30 * second },
  { untilAgeMs: Infinity, everyMs: 60 * second },
] as const;

/** The plain interval in milliseconds for an import of this age in milliseconds, before floor and jitter. */
export function plainInterval(ageMs: number): number {
  return steps.find((step) => ageMs < step.untilAgeMs)!.everyMs;
}

/** An import that takes longer than expected is asked for at least once in this many plain intervals, whatever was learned. */
const patience = 3;

/** The interval in milliseconds, before floor and jitter, where enough was seen to know when such an import ends. */
export function learnedInterval(outlook: Outlook, ageMs: number): number {
  const wait = waitAfter(outlook, ageMs);
  return ageMs > outlook.lateAfterMs ? Math.min(wait, patience * plainInterval(ageMs)) : wait;
}

/** When to ask next (epoch ms) after an answer at `at`: never sooner than the person's floor. */
export function nextAskAt(state: State, watch: Watch, at: number): number {
  const ageMs = at - watch.startedAt;
  const outlook = outlookOf(state, watch);
  const interval = outlook === null ? plainInterval(ageMs) : learnedInterval(outlook, ageMs);
  return at + Math.max(state.settings.floorMs, withJitter(state, interval));
}

const longestPauseOfWatchMs = 15 * minute;

/** When to ask next after `problemsInRow` problems that are this watch's own: the plain interval, doubled each time, at most 15 min. */
export function askAgainAt(state: State, watch: Watch, at: number): number {
  const doubled = plainInterval(at - watch.startedAt) * 2 ** Math.min(watch.problemsInRow, 10);
  return at + Math.max(state.settings.floorMs, withJitter(state, Math.min(doubled, longestPauseOfWatchMs)));
}

const firstProbeMs = 5 * second;
const longestProbeMs = 4 * minute;

/**
 * When to probe an account that is in trouble: exponential back-off from 5 s to 4 min with jitter, never before what
 * `Retry-After` asked for. Four minutes keeps an outage of eight hours to about 125 probes.
 */
export function probeAt(state: State, failures: number, retryAfterMs: number | null, at: number): number {
  const backOff = withJitter(state, Math.min(longestProbeMs, firstProbeMs * 2 ** Math.min(failures - 1, 10)));
  return at + Math.max(backOff, retryAfterMs ?? 0);
}
