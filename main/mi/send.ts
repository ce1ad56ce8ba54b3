import type { Problem } from '../monitor/problem.ts';
import type { ClockOffset } from './clock-offset.ts';
import { readBody } from './read-body.ts';
import { sign } from './signature.ts';

export interface Keys {
  readonly accessKey: string;
  readonly secretKey: string;
}

/** The part of `fetch` that is used; Electron's `net.fetch` and Node's both fit. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface SendPorts {
  readonly fetch: Fetch;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly credentials: () => Keys;
  /** Scheme, host and port of the API. */
  readonly origin: string;
  readonly clock: ClockOffset;
}

/** An HTTP answer that came in whole, whatever its status. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly traceId: string | null;
  readonly retryAfterMs: number | null;
  readonly receivedAt: number;
}

export type Sent =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'aborted' };

const timeoutMs = 30_000;

/**
 * Sends one signed GET. Signed at the last moment and anew each time, with the service's time as far as it is known: a
 * timestamp that waited in a queue or slept with the machine would be refused.
 */
export async function send(
  ports: SendPorts,
  target: string,
  limit: number,
  signal: AbortSignal,
): Promise<Sent> {
  const timeout = AbortSignal.timeout(timeoutMs);
  const sentAt = ports.now();
  try {
    const response = await ports.fetch(`${ports.origin}${target}`, {
      method: 'GET',
      headers: signedHeaders(ports, target),
      // A signed request must not be carried to another address, and never with cookies.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.any([signal, timeout]),
    });
    ports.clock.learn(response.headers.get('date'), sentAt, ports.now());
    const body = await readBody(response, limit);
    if (body.kind === 'too-large') {
      return {
        kind: 'problem',
        problem: { ...noAnswer(ports, response.status), kind: 'unreadable', field: 'body' },
      };
    }
    return { kind: 'reply', reply: replyOf(response, body.text, ports.now()) };
  } catch (error) {
    if (signal.aborted) return { kind: 'aborted' };
    return {
      kind: 'problem',
      problem: { ...noAnswer(ports, null), message: networkReason(error, timeout.aborted) },
    };
  }
}

function signedHeaders(ports: SendPorts, target: string): Record<string, string> {
  const { accessKey, secretKey } = ports.credentials();
  const timestamp = ports.now() + (ports.clock.milliseconds() ?? 0);
  return {
    'x-ncp-apigw-timestamp': String(timestamp),
    'x-ncp-iam-access-key': accessKey,
    'x-ncp-apigw-signature-v2': sign({ method: 'GET', target, timestamp, accessKey, secretKey }),
    'Content-Type': 'application/json',
  };
}

function replyOf(response: Response, text: string, receivedAt: number): Reply {
  const { headers, status } = response;
  const traceId = headers.get('x-ncp-trace-id') ?? headers.get('x-ncp-apigw-request-id');
  return {
    status,
    text,
    traceId,
    retryAfterMs: retryAfter(headers.get('retry-after'), receivedAt),
    receivedAt,
  };
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), in milliseconds from now, at most an hour. */
function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  const delay = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(delay) ? Math.min(Math.max(delay, 0), 3_600_000) : null;
}

function noAnswer(ports: SendPorts, httpStatus: number | null): Problem {
  return {
    kind: 'offline',
    httpStatus,
    code: null,
    message: null,
    field: null,
    traceId: null,
    retryAfterMs: null,
    clockOffsetMs: ports.clock.milliseconds(),
    at: ports.now(),
  };
}

/** A short word for the log and the details: the system's error code such as ECONNREFUSED, never a URL. */
function networkReason(error: unknown, timedOut: boolean): string {
  if (timedOut) return 'timed out after 30 s';
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (typeof cause === 'object' && cause !== null && 'code' in cause) return String(cause.code).slice(0, 60);
  return error instanceof Error ? (/net::[A-Z_]+/.exec(error.message)?.[0] ?? error.name) : 'no answer';
}
