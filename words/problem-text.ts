import type { Language, Problem } from '../main/contract.ts';
import { formatDuration } from './format.ts';
import { words } from './words.ts';

export interface ProblemText {
  readonly title: string;
  readonly advice: string;
  /** What the service itself said and what support would ask for; may be empty. */
  readonly details: readonly string[];
}

/** A problem in the person's language: what happened, what to do next, and the exact details. */
export function problemText(problem: Problem, language: Language): ProblemText {
  const { advice, title } = words[language].problems[problem.kind];
  const { clockOffsetMs, kind } = problem;
  const clock = kind === 'clock' && clockOffsetMs !== null ? clockText(clockOffsetMs, language) : null;
  return { title: clock ?? title, advice, details: detailsOf(problem, language) };
}

/** How far this computer's clock is off. `offsetMs`: the service's clock minus this one, at least a minute either way. */
export function clockText(offsetMs: number, language: Language): string {
  const { problemDetails } = words[language];
  // It is measured to the second at best: 7 minutes must not be told as 6 because the answer took a moment.
  const duration = formatDuration(Math.round(Math.abs(offsetMs) / 60_000) * 60_000, language);
  // Positive means that this clock is behind.
  return offsetMs > 0 ? problemDetails.clockBehind(duration) : problemDetails.clockAhead(duration);
}

function detailsOf(problem: Problem, language: Language): readonly string[] {
  const { problemDetails } = words[language];
  const { code, field, httpStatus, message, retryAfterMs, traceId } = problem;
  return [
    field === null ? null : problemDetails.field(field),
    // Without an answer it is the word of this computer's network.
    message === null || httpStatus === null ? message : problemDetails.serviceSaid(message),
    httpStatus === null ? null : problemDetails.httpStatus(httpStatus),
    code === null ? null : problemDetails.code(code),
    retryAfterMs === null ? null : problemDetails.retryAfter(formatDuration(retryAfterMs, language)),
    traceId === null ? null : problemDetails.traceId(traceId),
  ].filter((detail) => detail !== null);
}
