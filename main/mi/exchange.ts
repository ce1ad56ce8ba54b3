import type { ProblemKind } from '../model/problem.ts';
import { readCapped, type CappedBody } from './capped-body.ts';
import { cleanText } from './clean-text.ts';
import { offsetFrom } from './service-clock.ts';

/** Electron's `net.fetch` in the app (system proxy and certificates), Node's `fetch` elsewhere. */
export type FetchPort = (url: string, init: RequestInit) => Promise<Response>;

/** Calls `run` after that many milliseconds; the returned function cancels it. */
export type StartTimeout = (afterMs: number, run: () => void) => () => void;

/** A complete HTTP response, whoever sent it; where only the status counts, also one whose body could not be read. */
export interface HttpResponse {
  readonly httpStatus: number;
  readonly body: CappedBody;
  /** Service clock minus this computer's clock, ms, by this response's `Date` alone; null without one, and where a cache kept it. */
  readonly offsetMs: number | null;
  readonly traceId: string | null;
  readonly retryAfter: string | null;
  /** As an HTTP date. */
  readonly lastModified: string | null;
  /** Epoch ms of this computer. */
  readonly receivedAt: number;
}

export type Exchange =
  | { readonly kind: 'response'; readonly response: HttpResponse }
  /** No complete response came. `httpStatus` is known where the connection broke in the body. */
  | {
      readonly kind: 'no-response';
      readonly problemKind: Extract<ProblemKind, 'offline' | 'intercepted' | 'clock'>;
      readonly reason: string;
      readonly httpStatus: number | null;
      /** There was no connection on which the request could have left. */
      readonly neverLeft: boolean;
    }
  | { readonly kind: 'aborted' };

type WithoutResponse = Extract<Exchange, { kind: 'no-response' }>;

export interface ExchangeInput {
  readonly fetch: FetchPort;
  readonly now: () => number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a request that changes something. */
  readonly body?: string;
  /** The most bytes of the body that are read. */
  readonly limit: number;
  /** Whoever sent the status has decided: what happens to the body behind it changes nothing. */
  readonly onlyStatusCounts?: true;
  readonly timeoutMs: number;
  /** Defaults to the system's timer. */
  readonly startTimeout?: StartTimeout;
  readonly signal: AbortSignal;
}

/** Sends one request and reads its response. Never rejects. */
async function exchange(input: ExchangeInput): Promise<Exchange> {
  const deadline = createDeadline(input);
  const sentAt = input.now();
  let httpStatus: number | null = null;
  try {
    const response = await input.fetch(input.url, {
      method: input.method,
      headers: input.headers,
      body: input.body ?? null,
      // A redirect would carry the key's headers to another host. The service never sends one; a captive portal does.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: deadline.signal,
    });
    httpStatus = response.status;
    const answeredAt = input.now();
    const body = await readBody(response, input);
    if (body.kind === 'too-large') deadline.stop();
    const age = response.headers.get('age');
    const date = age === null ? response.headers.get('date') : null;
    return {
      kind: 'response',
      response: {
        httpStatus,
        body,
        offsetMs: offsetFrom(date, sentAt, answeredAt),
        traceId: traceIdOf(response.headers),
        retryAfter: response.headers.get('retry-after'),
        lastModified: response.headers.get('last-modified'),
        receivedAt: input.now(),
      },
    };
  } catch (error) {
    if (input.signal.aborted) return { kind: 'aborted' };
    const reason = deadline.hasPassed() ? 'ETIMEDOUT' : networkReason(error);
    const neverLeft = httpStatus === null && beforeConnection.test(reason) && !changedHere.test(reason);
    return { kind: 'no-response', problemKind: kindOfReason(reason), reason, httpStatus, neverLeft };
  } finally {
    deadline.cancel();
  }
}

/** Where only the status counts, a body that breaks off, stays open or cannot be unpacked is as good as none. */
async function readBody(response: Response, { limit, onlyStatusCounts }: ExchangeInput): Promise<CappedBody> {
  try {
    return await readCapped(response, limit);
  } catch (error) {
    if (onlyStatusCounts === undefined) throw error;
    return { kind: 'text', text: '' };
  }
}

const startTimer: StartTimeout = (afterMs, run) => {
  const timer = setTimeout(run, afterMs);
  return () => clearTimeout(timer);
};

/**
 * Ends a request that takes too long or that the caller aborts. `AbortSignal.timeout` cannot be cancelled: every request would
 * wake the process once more half a minute after its response (Node 24; a fifth of the cost of a poll).
 */
function createDeadline({ signal, timeoutMs, startTimeout = startTimer }: ExchangeInput) {
  const controller = new AbortController();
  let hasPassed = false;
  const stop = () => controller.abort();
  const cancelTimeout = startTimeout(timeoutMs, () => {
    hasPassed = true;
    stop();
  });
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop);
  return {
    signal: controller.signal,
    stop,
    hasPassed: () => hasPassed,
    cancel(): void {
      cancelTimeout();
      signal.removeEventListener('abort', stop);
    },
  };
}

function traceIdOf(headers: Headers): string | null {
  const names = ['x-ncp-trace-id', 'x-ncp-apigw-request-id', 'x-amz-request-id'];
  const id = names.map((name) => headers.get(name)).find((value) => value !== null);
  return id === undefined ? null : cleanText(id);
}

/** The system's own code, such as ECONNREFUSED or net::ERR_NAME_NOT_RESOLVED, not an English sentence. Node hides it in the cause. */
function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return cleanText(String(error)) ?? 'unknown';
  const { cause } = error;
  if (cause instanceof Error) return networkReason(cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  // Neither Node nor Electron has a code for a redirect that must not be followed, only a sentence.
  if (code === null && /redirect/i.test(error.message)) return 'UNEXPECTED_REDIRECT';
  return cleanText(code ?? error.message) ?? error.name;
}

/** No certificate is valid at the time of this computer's clock: not yet, or no longer. */
const outOfTime = /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|ERR_CERT_DATE_INVALID/;

/** A portal that redirects, a proxy that refuses or has a certificate of its own, or an answer that is neither TLS nor HTTP. */
const inBetween = /REDIRECT|CERT|SELF_SIGNED|UNABLE_TO_VERIFY|SSL|EPROTO|HPE_|INVALID_HTTP|PROXY|TUNNEL/;

function kindOfReason(reason: string): WithoutResponse['problemKind'] {
  if (outOfTime.test(reason)) return 'clock';
  return inBetween.test(reason) ? 'intercepted' : 'offline';
}

/**
 * What ends before there is a connection: no name, nobody who listens, a certificate that is not trusted, a proxy that opens no way. Not
 * an unreachable network, which a connection that stands may meet as well (tcp(7), EHOSTUNREACH).
 */
const beforeConnection =
  /ECONNREFUSED|CONNECTION_REFUSED|ENOTFOUND|EAI_AGAIN|NAME_NOT_RESOLVED|CERT|UNABLE_TO_VERIFY|(?:PROXY|TUNNEL)_CONNECTION_FAILED/;

/** The connection was closed by the other side, or one of several streams on it. */
const reset =
  /ECONN(?:RESET|ABORTED)|EPIPE|UND_ERR_SOCKET|ERR_CONNECTION_(?:RESET|CLOSED|ABORTED)|ERR_(?:EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|HTTP2_|QUIC_)/;

function wasReset({ httpStatus, reason }: WithoutResponse): boolean {
  return httpStatus === null && reset.test(reason);
}

/**
 * Chromium ends whatever is on the wire when any interface of the computer comes or goes, be it that of a container or a VPN over which
 * nothing was sent, and when a certificate is added or another one is trusted (HttpNetworkSession, CloseAllConnections).
 */
const changedHere = /ERR_(?:NETWORK|CERT_DATABASE|CERT_VERIFIER)_CHANGED/;

/** So many connections are kept open at the most: one for each request that the monitor has on the wire at once. */
const mostKeptOpen = 4;

/**
 * Sends requests, and one whose connection was reset before anything of a response came once again, if that connection may have been
 * kept open since an earlier response: a server closes such a one when it likes, and that is no outage. Nor is a change on this
 * computer: what that ended is sent once again as well. What changes something is not sent again: it may have been taken.
 */
export function createExchange(): (input: ExchangeInput) => Promise<Exchange> {
  let keptOpen = 0;
  async function send(input: ExchangeInput, wasChanged: boolean): Promise<Exchange> {
    const result = await exchange(input);
    if (result.kind === 'response') keptOpen = Math.min(keptOpen + 1, mostKeptOpen);
    if (result.kind !== 'no-response' || input.body !== undefined) return result;
    if (changedHere.test(result.reason)) return wasChanged ? result : send(input, true);
    if (!wasReset(result) || keptOpen === 0) return result;
    // The next one that was kept may have been closed as well.
    keptOpen -= 1;
    return send(input, wasChanged);
  }
  return (input) => send(input, false);
}
