import * as v from 'valibot';
import { fieldFaults, type RequestChannel, type RequestError, type Result } from '../contract.ts';
import { requestSchemas } from './requests.ts';

/** A handler as the gate calls it, once the schema of its channel has accepted the request. */
export type Handler = (request: unknown) => unknown;

export interface AnswerPorts {
  /** Why a handler refused, to be told to the person; null where the error is a fault of our own. */
  readonly refusalOf: (error: unknown) => RequestError | null;
  /** Called with a fault of our own; the window learns that something failed, but not its text. */
  readonly wentWrong: (error: unknown) => void;
}

/** Validates a request, has it handled, and turns whatever happens into a result without stack, path or secret. */
export async function answerRequest(
  channel: RequestChannel,
  request: unknown,
  handle: Handler,
  { refusalOf, wentWrong }: AnswerPorts,
): Promise<Result<unknown>> {
  const parsed = v.safeParse(requestSchemas[channel] as v.GenericSchema, request);
  if (!parsed.success) return { ok: false, error: badField(parsed.issues[0]) };
  try {
    return { ok: true, value: await handle(parsed.output) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) wentWrong(error);
    return { ok: false, error: refusal ?? { code: 'failed' } };
  }
}

/** Names the field and its fault, never the value that was sent, which may be a key. */
function badField(issue: v.BaseIssue<unknown>): RequestError {
  const field = issue.path?.map((item) => String(item.key)).join('.') ?? null;
  const fault = fieldFaults.find((known) => known === issue.message) ?? 'wrong-shape';
  return { code: 'bad-field', field, fault };
}
