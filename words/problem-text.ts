import type { FieldProblem, Language, Problem } from '../main/contract.ts';
import { formatDuration, formatNumber, formatSize } from './format.ts';
import { sharedWords } from './shared-words.ts';

export interface ProblemText {
  readonly title: string;
  readonly advice: string;
  /** What the service itself said and what support would ask for; may be empty. */
  readonly details: readonly string[];
}

/** A problem in the person's language: what happened, what to do next, and the exact details. */
export function problemText(problem: Problem, language: Language): ProblemText {
  const { problemDetails, problems } = sharedWords[language];
  const { advice, title } = isOfProxy(problem) ? problemDetails.proxyRefused : problems[problem.kind];
  const { clockOffsetMs, kind } = problem;
  const clock = kind === 'clock' && clockOffsetMs !== null ? clockText(clockOffsetMs, language) : null;
  return { title: clock ?? title, advice, details: detailsOf(problem, language) };
}

/** A proxy opens no way to the service, mostly because it wants a password: a 407, or the system's word for it. */
function isOfProxy({ httpStatus, kind, message }: Problem): boolean {
  if (kind !== 'intercepted') return false;
  return httpStatus === 407 || /PROXY_(?:\d|AUTH)|TUNNEL_CONNECTION_FAILED/.test(message ?? '');
}

/** How far this computer's clock is off. `offsetMs`: the service's clock minus this one, at least a minute either way. */
export function clockText(offsetMs: number, language: Language): string {
  const { problemDetails } = sharedWords[language];
  // It is measured to the second at best: 7 minutes must not be told as 6 because the answer took a moment.
  const duration = formatDuration(Math.round(Math.abs(offsetMs) / 60_000) * 60_000, language);
  // Positive means that this clock is behind.
  return offsetMs > 0 ? problemDetails.clockBehind(duration) : problemDetails.clockAhead(duration);
}

function detailsOf(problem: Problem, language: Language): readonly string[] {
  const { problemDetails } = sharedWords[language];
  const { code, field, httpStatus, message, retryAfterMs, traceId } = problem;
  return [
    field === null ? null : fieldText(field, language),
    message === null || !isOfService(problem) ? message : problemDetails.serviceSaid(message),
    httpStatus === null ? null : problemDetails.httpStatus(String(httpStatus)),
    code === null ? null : problemDetails.code(code),
    // A time that has come by now asks for nothing.
    retryAfterMs === null || retryAfterMs < 1000
      ? null
      : problemDetails.retryAfter(formatDuration(retryAfterMs, language)),
    traceId === null ? null : problemDetails.traceId(traceId),
  ].filter((detail) => detail !== null);
}

/** Where the network is the trouble it is this computer's word, also where the connection broke in the midst of an answer. */
function isOfService({ httpStatus, kind }: Problem): boolean {
  return httpStatus !== null && kind !== 'offline' && kind !== 'intercepted';
}

function fieldText({ path, fault, figure }: FieldProblem, language: Language): string {
  const { problemDetails, refusals } = sharedWords[language];
  const { anotherValue, answerFaults, field, tooLarge, wholeAnswer } = problemDetails;
  switch (fault) {
    case 'too-large':
      return field(path ?? wholeAnswer, tooLarge(formatSize(Number(figure), language)));
    case 'another-value':
      return field(path ?? wholeAnswer, anotherValue(String(figure)));
    case 'missing':
    case 'not-text':
    case 'not-a-number':
    case 'not-a-list':
    case 'not-an-object':
    case 'not-json':
    case 'not-as-expected':
      return field(path ?? wholeAnswer, answerFaults[fault]);
    case 'too-long':
      return refusals.inField(
        nameOf(path, language),
        refusals.tooLong(formatNumber(Number(figure), language)),
      );
    default:
      return refusals.inField(nameOf(path, language), refusals.faults[fault]);
  }
}

/** A field of ours as the window calls it. */
function nameOf(path: string | null, language: Language): string {
  const names: Readonly<Record<string, string>> = sharedWords[language].refusals.fields;
  return names[path ?? ''] ?? path ?? '';
}
