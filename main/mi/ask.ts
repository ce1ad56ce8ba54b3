import * as v from 'valibot';
import type { FieldProblem } from '../model/problem.ts';
import type { Reply } from '../model/reply.ts';
import { fieldOf } from './field-of.ts';
import type { RequestTarget } from './request-target.ts';
import { factsOf, problemWithoutResponse, send, untakenOf, type SenderPorts } from './send.ts';

/** A request, and how to read its answer. */
export interface Question<Schema extends v.GenericSchema, Value> {
  readonly target: RequestTarget;
  /** JSON, of a request that changes something: it is sent once and never again. */
  readonly body?: string;
  /** The most bytes of the body that are read. */
  readonly limit: number;
  readonly signal: AbortSignal;
  readonly schema: Schema;
  readonly take: (answer: v.InferOutput<Schema>, receivedAt: number) => Taken<Value>;
}

/** The value of a well-formed answer, or the field which shows that the answer belongs to another question. */
export type Taken<Value> =
  | { readonly kind: 'taken'; readonly value: Value }
  | { readonly kind: 'contradicted'; readonly field: FieldProblem };

export type Ask = <Schema extends v.GenericSchema, Value>(
  question: Question<Schema, Value>,
) => Promise<Reply<Value>>;

/** Sends questions and reads their answers. A question that cannot be sent becomes a problem without any request. */
export function createAsk(sender: SenderPorts): Ask {
  return async ({ target, body: sent, limit, signal, schema, take }) => {
    const once = sent === undefined ? {} : { body: sent };
    if (target.kind === 'not-a-target')
      return {
        ...problemWithoutResponse(sender, { kind: 'refused', field: target.field }),
        ...untakenOf(once),
      };
    const reply = await send({ ...target, ...once, limit, signal }, sender);
    if (reply.kind !== 'answer') return reply;
    const { body, response } = reply.value;
    const read = v.safeParse(schema, body);
    const result = read.success
      ? take(read.output, response.receivedAt)
      : ({ kind: 'contradicted', field: fieldOf(read.issues) } as const);
    if (result.kind === 'taken') return { kind: 'answer', value: result.value };
    const facts = factsOf(response, sender);
    return { kind: 'problem', problem: { ...facts, kind: 'unreadable', field: result.field } };
  };
}

export function taken<Value>(value: Value): Taken<Value> {
  return { kind: 'taken', value };
}

/** The field has a different value from that of what was asked about. */
export function contradicted(path: string, expected: number): Taken<never> {
  return { kind: 'contradicted', field: { path, fault: 'another-value', figure: expected } };
}
