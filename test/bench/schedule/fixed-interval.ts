import type { TrueImport } from './imports.ts';
import { answerMs, meanOf, type Outcome } from './outcome.ts';

/** Asks at once, and then every `intervalMs` until the end is told. */
export function watchAtFixedInterval(imports: readonly TrueImport[], intervalMs: number): Outcome {
  let requests = 0;
  const delays = imports.map(({ durationMs }) => {
    const looks = Math.max(0, Math.ceil((durationMs - answerMs / 2) / intervalMs));
    requests += looks + 1;
    return looks * intervalMs + answerMs - durationMs;
  });
  return { requests, delays: delays.toSorted((left, right) => left - right) };
}

/** The fixed interval in milliseconds whose mean delay is `meanDelayMs`, by halving. */
export function fixedIntervalWith(imports: readonly TrueImport[], meanDelayMs: number): number {
  let shortest = 100;
  let longest = 3_600_000;
  while (longest - shortest > 1) {
    const middle = (shortest + longest) / 2;
    if (meanOf(watchAtFixedInterval(imports, middle)) < meanDelayMs) shortest = middle;
    else longest = middle;
  }
  return longest;
}
