import * as v from 'valibot';
import type { FieldProblem } from '../monitor/problem.ts';
import { fieldOf } from './field-of.ts';
import type { Outcome } from './outcome.ts';
import type { RequestTarget } from './request-target.ts';
import { factsOf, send, type SenderPorts } from './send.ts';

/** A request and how its answer is read. */
export interface Question<Schema extends v.GenericSchema, Value> {
  readonly target: RequestTarget;
  /** Largest body that is read, bytes. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly schema: Schema;
  readonly take: (answer: v.InferOutput<Schema>, receivedAt: number) => Taken<Value>;
}

/** What was made of a well-formed answer, or the field that shows that it belongs to another question. */
export type Taken<Value> =
  | { readonly kind: 'taken'; readonly value: Value }
  | { readonly kind: 'contradicted'; readonly field: FieldProblem };

export type Ask = <Schema extends v.GenericSchema, Value>(
  question: Question<Schema, Value>,
) => Promise<Outcome<Value>>;

/** Builds, sends and reads; whatever is wrong with the question itself is told without a request. */
export function createAsk(sender: SenderPorts): Ask {
  return async (question) => {
    const { target, limit, signal, schema, take } = question;
    if (target.kind === 'not-a-target') return { kind: 'problem', problem: notAsked(target.field, sender) };
    const outcome = await send({ target: target.target, limit, signal }, sender);
    if (outcome.kind !== 'answer') return outcome;
    const { body, reply } = outcome.value;
    const read = v.safeParse(schema, body);
    const result = read.success
      ? take(read.output, reply.receivedAt)
      : ({ kind: 'contradicted', field: fieldOf(read.issues) } as const);
    if (result.kind === 'taken') return { kind: 'answer', value: result.value };
    const facts = factsOf(reply, sender);
    return { kind: 'problem', problem: { ...facts, kind: 'unreadable', field: result.field } };
  };
}

export function taken<Value>(value: Value): Taken<Value> {
  return { kind: 'taken', value };
}

/** The field has another value than the one of what was asked for. */
export function contradicted(path: string, expected: number): Taken<never> {
  return { kind: 'contradicted', field: { path, fault: 'another-value', figure: expected } };
}

function notAsked(field: FieldProblem, { clock, now }: SenderPorts) {
  return {
    kind: 'refused',
    httpStatus: null,
    code: null,
    message: null,
    field,
    traceId: null,
    retryAfterMs: null,
    clockOffsetMs: clock.offsetMs(),
    at: now(),
  } as const;
}
