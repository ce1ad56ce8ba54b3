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
  return { title: clockTitle(problem, language) ?? title, advice, details: detailsOf(problem, language) };
}

function clockTitle({ kind, clockOffsetMs }: Problem, language: Language): string | null {
  if (kind !== 'clock' || clockOffsetMs === null) return null;
  const { problemDetails } = words[language];
  const duration = formatDuration(Math.abs(clockOffsetMs), language);
  // The offset is the service's clock minus this one: positive means that this one is behind.
  return clockOffsetMs > 0 ? problemDetails.clockBehind(duration) : problemDetails.clockAhead(duration);
}

function detailsOf(problem: Problem, language: Language): readonly string[] {
  const { problemDetails } = words[language];
  const { code, field, httpStatus, message, retryAfterMs, traceId } = problem;
  return [
    field === null ? null : problemDetails.field(field),
    message === null ? null : problemDetails.serviceSaid(message),
    httpStatus === null ? null : problemDetails.httpStatus(httpStatus),
    code === null ? null : problemDetails.code(code),
    retryAfterMs === null ? null : problemDetails.retryAfter(formatDuration(retryAfterMs, language)),
    traceId === null ? null : problemDetails.traceId(traceId),
  ].filter((detail) => detail !== null);
}
