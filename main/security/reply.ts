import * as v from 'valibot';
import type { Reply, RequestChannel, RequestError } from '../contract.ts';
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
  if (!parsed.success) return { ok: false, error: badRequest(parsed.issues[0]) };
  try {
    return { ok: true, value: await answer(parsed.output) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, error: error.error };
    wentWrong(error);
    return {
      ok: false,
      error: { code: 'failed', field: null, message: 'Something went wrong inside the app.' },
    };
  }
}

/** Names the field and what is expected there; never what was sent, which may be a key. */
function badRequest(issue: v.BaseIssue<unknown>): RequestError {
  const field = issue.path?.map((item) => String(item.key)).join('.') ?? null;
  return { code: 'bad-request', field, message: `${issue.expected ?? 'something else'} expected` };
}
