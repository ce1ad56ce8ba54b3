import { withoutResponse, type Problem } from '../model/problem.ts';
import type { Reply } from '../model/reply.ts';
import {
  type Exchange,
  type ExchangeInput,
  type FetchPort,
  type HttpResponse,
  type StartTimeout,
} from './exchange.ts';
import { judge, type Judgement } from './judgement.ts';
import { keysFault, type Keys } from './keys.ts';
import { readRetryAfter } from './retry-after.ts';
import type { ServiceClock } from './service-clock.ts';
import { sign } from './signature.ts';

export interface SenderPorts {
  readonly fetch: FetchPort;
  /** For what must not be sent twice; see client.ts. */
  readonly fetchOnce: FetchPort;
  /** Epoch ms. */
  readonly now: () => number;
  /** Read anew for every attempt, so that a changed key takes effect at once. */
  readonly credentials: () => Keys;
  /** Origin only, as `readApiAddress` returns it. */
  readonly apiUrl: string;
  readonly clock: ServiceClock;
  readonly exchange: (input: ExchangeInput) => Promise<Exchange>;
  readonly timeoutMs: number;
  /** See exchange.ts. */
  readonly startTimeout?: StartTimeout;
}

/** The body of a successful response, still of unknown shape, and the response itself for the facts that a later problem must carry. */
export interface Received {
  readonly body: unknown;
  readonly response: HttpResponse;
}

export interface SendInput {
  readonly method: string;
  readonly target: string;
  /** JSON, of a request that changes something. */
  readonly body?: string;
  /** The most bytes of the response's body that are read. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/**
 * Signs and sends one request. Where the key is refused in the gateway's own words and another time of signing could explain it, the
 * request is signed and sent once more with that: a wrong clock then costs one request, not the account.
 */
export async function send(input: SendInput, ports: SenderPorts): Promise<Reply<Received>> {
  const usedMs = ports.clock.nextMs();
  let last = await attempt(input, ports, usedMs);
  let requests = 1;
  if (saysKeyRefused(last))
    for (const offsetMs of ports.clock.othersThan(usedMs, last.response.offsetMs, ports.credentials())) {
      ports.clock.tries(offsetMs);
      last = await attempt(input, ports, offsetMs);
      requests += 1;
      if (!saysKeyRefused(last)) break;
      ports.clock.refused(offsetMs, ports.credentials());
    }
  if (last.kind !== 'judged') return last;
  const { judgement, response } = last;
  if (judgement.kind === 'success') return { kind: 'answer', value: { body: judgement.body, response } };
  const isClock = saysKeyRefused(last) && ports.clock.isBeyond(response.offsetMs);
  const { code, message, field } = judgement;
  const kind = isClock ? 'clock' : judgement.problemKind;
  const told = { kind, code, message, field, retryAfterMs: retryAfterOf(response) };
  const problem = { ...factsOf(response, ports), ...told };
  const isSure = saysNothingWasDone(response.httpStatus, { ...judgement, problemKind: kind });
  return { kind: 'problem', problem, ...(requests > 1 && { requests }), ...(isSure && untakenOf(input)) };
}

/** Said of a request that surely changed nothing; of others nothing is to be said. */
export function untakenOf({ body }: Pick<SendInput, 'body'>): { readonly untaken?: true } {
  return body === undefined ? {} : { untaken: true };
}

/**
 * A refusal in the service's own words. With a 5xx the gateway may have passed the request on before it lost the answer; a success that
 * brings a result may have been one, whatever its code says.
 */
function saysNothingWasDone(
  httpStatus: number,
  { byService, problemKind, hasResult }: Extract<Judgement, { kind: 'failure' }>,
): boolean {
  const isRefusal = httpStatus < 300 ? !hasResult : httpStatus >= 400 && httpStatus < 500;
  return byService && problemKind !== 'service' && isRefusal;
}

/** What every problem found in this response carries. */
export function factsOf(response: HttpResponse, ports: Pick<SenderPorts, 'clock'>): Omit<Problem, 'kind'> {
  return {
    ...withoutResponse,
    httpStatus: response.httpStatus,
    traceId: response.traceId,
    clockOffsetMs: response.offsetMs ?? ports.clock.offsetMs(),
    at: response.receivedAt,
  };
}

type Attempt =
  | {
      readonly kind: 'judged';
      readonly judgement: Judgement;
      readonly response: HttpResponse;
    }
  | Exclude<Reply<never>, { kind: 'answer' }>;

/** `offsetMs`: service clock minus this computer's clock, for the timestamp that is signed. */
async function attempt(input: SendInput, ports: SenderPorts, offsetMs: number): Promise<Attempt> {
  const { accessKey, secretKey } = ports.credentials();
  const fault = keysFault({ accessKey, secretKey });
  if (fault !== null)
    return { ...problemWithoutResponse(ports, { kind: 'credentials', field: fault }), ...untakenOf(input) };
  const timestamp = Math.round(ports.now() + offsetMs);
  const { method, target } = input;
  const result = await ports.exchange({
    ...input,
    ...ports,
    fetch: input.body === undefined ? ports.fetch : ports.fetchOnce,
    url: `${ports.apiUrl}${target}`,
    headers: {
      'content-type': 'application/json',
      'x-ncp-apigw-timestamp': String(timestamp),
      'x-ncp-iam-access-key': accessKey,
      'x-ncp-apigw-signature-v2': sign({ method, target, timestamp, accessKey, secretKey }),
    },
  });
  if (result.kind === 'aborted') return result;
  if (result.kind === 'no-response') {
    const { problemKind, reason, httpStatus, neverLeft } = result;
    const met = problemWithoutResponse(ports, { kind: problemKind, message: reason, httpStatus });
    return { ...met, ...(neverLeft && untakenOf(input)) };
  }
  const { response } = result;
  const judgement = judge(response.httpStatus, response.body, input.limit);
  if (tookTheTime(judgement)) ports.clock.worked(offsetMs);
  return { kind: 'judged', judgement, response };
}

type Judged = Extract<Attempt, { kind: 'judged' }>;

/** Such a refusal may also be that of a time: the gateway's wording for an old timestamp is not documented. */
function saysKeyRefused(attempt: Attempt): attempt is Judged {
  if (attempt.kind !== 'judged') return false;
  return attempt.judgement.kind === 'failure' && attempt.judgement.problemKind === 'credentials';
}

/** The service looked at what was asked for, so that it had nothing against the key and the time. */
function tookTheTime(judgement: Judgement): boolean {
  if (judgement.kind === 'success') return true;
  return judgement.byService && ['not-found', 'permission'].includes(judgement.problemKind);
}

function retryAfterOf(response: HttpResponse): number | null {
  return readRetryAfter(response.retryAfter, response.receivedAt + (response.offsetMs ?? 0));
}

/** A problem about which no response says anything; `told` is what is known of it. */
export function problemWithoutResponse(
  { clock, now }: Pick<SenderPorts, 'clock' | 'now'>,
  told: Pick<Problem, 'kind'> & Partial<Problem>,
): Extract<Reply<never>, { kind: 'problem' }> {
  const problem = { ...withoutResponse, clockOffsetMs: clock.offsetMs(), at: now(), ...told };
  return { kind: 'problem', problem };
}
