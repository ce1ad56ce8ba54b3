import * as v from 'valibot';
import { CannotSave } from '../adapters/stores/cannot-save.ts';
import { fieldFaults, type Reply, type RequestChannel, type RequestError } from '../contract.ts';
import { Refusal } from '../desk/refusal.ts';
import { requestSchemas } from './requests.ts';

/** A handler as the gate calls it: the schema of its channel has made the request what it must be. */
export type Answering = (request: unknown) => unknown;

/** Validates a request, has it answered, and turns whatever happens into a reply without stack, path or secret. */
export async function replyTo(
  channel: RequestChannel,
  request: unknown,
  answer: Answering,
  wentWrong: (error: unknown) => void,
): Promise<Reply<unknown>> {
  const parsed = v.safeParse(requestSchemas[channel] as v.GenericSchema, request);
  if (!parsed.success) return { ok: false, error: badField(parsed.issues[0]) };
  try {
    return { ok: true, value: await answer(parsed.output) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error };
    if (error instanceof CannotSave) return { ok: false, error: { code: 'cannot-save' } };
    wentWrong(error);
    return { ok: false, error: { code: 'failed' } };
  }
}

/** Names the field and what is wrong with it; never what was sent, which may be a key. */
function badField(issue: v.BaseIssue<unknown>): RequestError {
  const field = issue.path?.map((item) => String(item.key)).join('.') ?? null;
  const fault = fieldFaults.find((known) => known === issue.message) ?? 'wrong-shape';
  return { code: 'bad-field', field, fault };
}
