import type { Problem } from '../monitor/problem.ts';
import { exchange, type FetchPort, type Reply, type StartTimeout } from './exchange.ts';
import { judge, type Judgement } from './judgement.ts';
import { keysFault, type Keys } from './keys.ts';
import type { Outcome } from './outcome.ts';
import { readRetryAfter } from './retry-after.ts';
import { toleranceMs, type ServiceClock } from './service-clock.ts';
import { sign } from './signature.ts';

export interface SenderPorts {
  readonly fetch: FetchPort;
  /** Epoch ms. */
  readonly now: () => number;
  /** Asked anew for every attempt, so that a changed key is used at once. */
  readonly credentials: () => Keys;
  /** Origin only, as `readApiAddress` returns it. */
  readonly apiUrl: string;
  readonly clock: ServiceClock;
  readonly timeoutMs: number;
  /** See exchange.ts. */
  readonly startTimeout?: StartTimeout;
}

/** A successful answer's body, still of unknown shape, with the facts that a problem found later must carry. */
export interface Received {
  readonly body: unknown;
  readonly reply: Reply;
}

export interface SendInput {
  readonly target: string;
  /** Largest body that is read, bytes. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/**
 * Sends one signed GET. A request that was refused while its timestamp was outside the gateway's five minutes is signed
 * again once, with the time that the answer's `Date` taught: a wrong clock alone costs one request, not the account.
 */
export async function send(input: SendInput, ports: SenderPorts): Promise<Outcome<Received>> {
  const first = await attempt(input, ports, ports.clock.offsetMs() ?? 0);
  const last = first.kind === 'judged' && first.mistimed ? await again(input, ports, first) : first;
  if (last.kind !== 'judged') return last;
  const { judgement, reply } = last;
  if (judgement.kind === 'success') return { kind: 'answer', value: { body: judgement.body, reply } };
  const problemKind = last.mistimed ? 'clock' : judgement.problemKind;
  const { code, message, field } = judgement;
  const told = { code, message, field, retryAfterMs: retryAfterOf(reply) };
  return { kind: 'problem', problem: { ...factsOf(reply, ports), ...told, kind: problemKind } };
}

/** What every problem found in this answer carries. */
export function factsOf(reply: Reply, ports: Pick<SenderPorts, 'clock'>): Omit<Problem, 'kind'> {
  return {
    httpStatus: reply.httpStatus,
    code: null,
    message: null,
    field: null,
    traceId: reply.traceId,
    retryAfterMs: null,
    clockOffsetMs: reply.offsetMs ?? ports.clock.offsetMs(),
    at: reply.receivedAt,
  };
}

interface Judged {
  readonly kind: 'judged';
  readonly judgement: Judgement;
  readonly reply: Reply;
  readonly mistimed: boolean;
}

type Attempt = Judged | Exclude<Outcome<never>, { kind: 'answer' }>;

/** The `Date` of a refusal is tried in any case; whether it is believed from then on shows in what comes of it. */
function again(input: SendInput, ports: SenderPorts, { reply }: Judged): Promise<Attempt> {
  return attempt(input, ports, reply.offsetMs ?? 0);
}

/** `offsetMs`: the service's clock minus this computer's, as it is signed with. */
async function attempt(input: SendInput, ports: SenderPorts, offsetMs: number): Promise<Attempt> {
  const { accessKey, secretKey } = ports.credentials();
  const fault = keysFault({ accessKey, secretKey });
  if (fault !== null) return withoutReply(ports, { kind: 'credentials', field: fault });
  const timestamp = Math.round(ports.now() + offsetMs);
  const { target } = input;
  const result = await exchange({
    ...input,
    ...ports,
    url: `${ports.apiUrl}${target}`,
    headers: {
      'content-type': 'application/json',
      'x-ncp-apigw-timestamp': String(timestamp),
      'x-ncp-iam-access-key': accessKey,
      'x-ncp-apigw-signature-v2': sign({ method: 'GET', target, timestamp, accessKey, secretKey }),
    },
  });
  if (result.kind === 'aborted') return result;
  if (result.kind === 'no-reply') {
    const { problemKind, reason, httpStatus } = result;
    return withoutReply(ports, { kind: problemKind, message: reason, httpStatus });
  }
  const { reply } = result;
  const judgement = judge(reply.httpStatus, reply.body, input.limit);
  const isOurs = judgement.kind === 'success' || judgement.byService;
  // A portal's or proxy's clock must not become the one we sign with.
  if (isOurs && reply.offsetMs !== null) ports.clock.learn(reply.offsetMs);
  return { kind: 'judged', judgement, reply, mistimed: isMistimed(judgement, reply, offsetMs) };
}

/**
 * The key was refused, and by the answer's own `Date` the timestamp was one that the gateway does not take. A refusal without
 * a body, or with some text for a body, counts as well: what the gateway says of an old timestamp is not documented.
 */
function isMistimed(judgement: Judgement, { offsetMs }: Reply, usedOffsetMs: number): boolean {
  if (judgement.kind === 'success' || judgement.problemKind !== 'credentials') return false;
  return offsetMs !== null && Math.abs(offsetMs - usedOffsetMs) > toleranceMs;
}

function retryAfterOf(reply: Reply): number | null {
  return readRetryAfter(reply.retryAfter, reply.receivedAt + (reply.offsetMs ?? 0));
}

function withoutReply(
  ports: SenderPorts,
  told: Pick<Problem, 'kind'> & Partial<Problem>,
): { kind: 'problem'; problem: Problem } {
  const nothing = { httpStatus: null, code: null, message: null, field: null, traceId: null };
  const clockOffsetMs = ports.clock.offsetMs();
  return {
    kind: 'problem',
    problem: { ...nothing, retryAfterMs: null, clockOffsetMs, at: ports.now(), ...told },
  };
}
