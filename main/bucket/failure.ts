import * as v from 'valibot';
import type { HttpResponse } from '../mi/exchange.ts';
import { cleanText } from '../mi/clean-text.ts';
import { kindOfForeign } from '../mi/problem-kinds.ts';
import { withoutResponse, type Problem, type ProblemKind } from '../model/problem.ts';
import type { XmlRoot } from './xml.ts';

/** Codes of S3 that say more than the HTTP status beside them (S3 API, error responses). */
const kinds: Readonly<Record<string, ProblemKind>> = {
  AccessDenied: 'permission',
  AllAccessDisabled: 'permission',
  InvalidAccessKeyId: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  RequestTimeTooSkewed: 'clock',
  SlowDown: 'rate-limit',
  RequestTimeout: 'service',
};

const ofStatus: Readonly<Record<number, ProblemKind>> = {
  403: 'permission',
  404: 'not-found',
  429: 'rate-limit',
};

const schema = v.object({
  Code: v.tuple([v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,100}$/))]),
  Message: v.optional(v.tuple([v.string()])),
});

/** What a response that is no answer means; `root`: what could be read of it. */
export function problemOf(response: HttpResponse, root: XmlRoot | null, isPage: boolean): Problem {
  const { httpStatus } = response;
  const error = root?.name === 'Error' ? v.safeParse(schema, root.content) : null;
  if (error?.success !== true) return { ...factsOf(response), kind: kindOfForeign(httpStatus, isPage) };
  const { Code, Message } = error.output;
  return {
    ...factsOf(response),
    kind: kinds[Code[0]] ?? kindOfStatus(httpStatus),
    code: Code[0],
    message: Message === undefined ? null : cleanText(Message[0]),
  };
}

export function kindOfStatus(httpStatus: number): ProblemKind {
  return ofStatus[httpStatus] ?? (httpStatus >= 500 ? 'service' : 'refused');
}

/** What every problem of this response carries. */
export function factsOf(response: HttpResponse): Omit<Problem, 'kind'> {
  const { httpStatus, traceId, offsetMs, receivedAt } = response;
  return { ...withoutResponse, httpStatus, traceId, clockOffsetMs: offsetMs, at: receivedAt };
}
