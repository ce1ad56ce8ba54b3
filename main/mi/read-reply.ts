import * as v from 'valibot';
import type { Problem } from '../monitor/problem.ts';
import { readErrorBody } from './error-body.ts';
import type { Outcome } from './outcome.ts';
import { problemOf, type ProblemCircumstances } from './problem-of.ts';
import type { Reply } from './send.ts';

/** The clock's offset as it is known now, and the one that the request was signed with; milliseconds. */
export interface SigningClock {
  readonly offset: number | null;
  readonly signedWith: number;
}

/** The value in a reply, or the problem that it tells of. */
export function readReply<Schema extends v.GenericSchema>(
  reply: Reply,
  schema: Schema,
  clock: SigningClock,
): Outcome<v.InferOutput<Schema>> {
  const circumstances: ProblemCircumstances = {
    httpStatus: reply.status,
    field: null,
    traceId: reply.traceId,
    retryAfterMs: reply.retryAfterMs,
    clockOffsetMs: clock.offset,
    at: reply.receivedAt,
  };
  const problem = (kind: Problem['kind'], field: string | null): Outcome<never> => ({
    kind: 'problem',
    problem: { ...circumstances, kind, field, code: null, message: null },
  });

  const body = parseJson(reply.text);
  if (body.kind === 'json' && succeeded(body.value)) {
    const parsed = v.safeParse(v.object({ result: schema }), body.value);
    return parsed.success
      ? { kind: 'answer', value: parsed.output.result }
      : problem('unreadable', fieldOf(parsed.issues));
  }
  const error = body.kind === 'json' ? readErrorBody(body.value) : null;
  if (error !== null || reply.status >= 400)
    return {
      kind: 'problem',
      problem: problemOf(error, circumstances, (clock.offset ?? 0) - clock.signedWith),
    };
  // A login page of a network or a proxy answers 200 in place of the service.
  return body.kind === 'markup' ? problem('intercepted', null) : problem('unreadable', 'body: JSON expected');
}

type ParsedBody = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'markup' | 'other' };

/** By the text itself: one service of this gateway was seen to send JSON as text/plain. */
function parseJson(text: string): ParsedBody {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: /^\s*</.test(text) ? 'markup' : 'other' };
  }
}

/** Code "0" is success, whatever the HTTP status says: the body decides. */
function succeeded(body: unknown): boolean {
  const envelope = v.safeParse(v.object({ code: v.union([v.literal('0'), v.literal(0)]) }), body);
  return envelope.success;
}

/** Names the first field that could not be read, with what was expected there. */
function fieldOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0];
  const path = issue?.path?.map((item) => String(item.key)).join('.') ?? 'result';
  return issue?.expected ? `${path}: ${issue.expected} expected` : path;
}
