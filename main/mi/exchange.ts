import type { ProblemKind } from '../monitor/problem.ts';
import { readCapped, type CappedBody } from './capped-body.ts';
import { cleanText } from './clean-text.ts';
import { offsetFrom } from './service-clock.ts';

/** Electron's `net.fetch` in the app (system proxy and certificates), Node's `fetch` elsewhere. */
export type FetchPort = (url: string, init: RequestInit) => Promise<Response>;

/** Calls `run` after that many milliseconds; the returned function calls that off. */
export type StartTimeout = (afterMs: number, run: () => void) => () => void;

export interface Reply {
  readonly httpStatus: number;
  readonly body: CappedBody;
  /** Service clock minus this computer's clock, ms, by this answer's `Date` alone. */
  readonly offsetMs: number | null;
  readonly traceId: string | null;
  readonly retryAfter: string | null;
  /** Epoch ms of this computer. */
  readonly receivedAt: number;
}

export type Exchange =
  | { readonly kind: 'reply'; readonly reply: Reply }
  /** No whole answer came. `httpStatus` is known where the connection broke in the body. */
  | {
      readonly kind: 'no-reply';
      readonly problemKind: Extract<ProblemKind, 'offline' | 'intercepted'>;
      readonly reason: string;
      readonly httpStatus: number | null;
    }
  | { readonly kind: 'aborted' };

export interface ExchangeInput {
  readonly fetch: FetchPort;
  readonly now: () => number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Largest body that is read, bytes. */
  readonly limit: number;
  readonly timeoutMs: number;
  /** The system's timer where it is absent. */
  readonly startTimeout?: StartTimeout;
  readonly signal: AbortSignal;
}

/** One request and its whole answer. Never rejects. */
export async function exchange(input: ExchangeInput): Promise<Exchange> {
  const deadline = createDeadline(input);
  const sentAt = input.now();
  let httpStatus: number | null = null;
  try {
    const response = await input.fetch(input.url, {
      method: 'GET',
      headers: input.headers,
      // A redirect would carry the key's headers to another host; the service never sends one, a captive portal does.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: deadline.signal,
    });
    httpStatus = response.status;
    const answeredAt = input.now();
    const body = await readCapped(response, input.limit);
    return {
      kind: 'reply',
      reply: {
        httpStatus,
        body,
        offsetMs: offsetFrom(response.headers.get('date'), sentAt, answeredAt),
        traceId: traceIdOf(response.headers),
        retryAfter: response.headers.get('retry-after'),
        receivedAt: input.now(),
      },
    };
  } catch (error) {
    if (input.signal.aborted) return { kind: 'aborted' };
    const reason = deadline.isOver() ? 'ETIMEDOUT' : networkReason(error);
    return {
      kind: 'no-reply',
      problemKind: isForeign(reason) ? 'intercepted' : 'offline',
      reason,
      httpStatus,
    };
  } finally {
    deadline.callOff();
  }
}

const startTimer: StartTimeout = (afterMs, run) => {
  const timer = setTimeout(run, afterMs);
  return () => clearTimeout(timer);
};

/**
 * Ends a request that takes too long or is called back. `AbortSignal.timeout` would do, but cannot be called off: each request
 * would wake the process once more half a minute after its answer (Node 24; a fifth of the cost of a poll).
 */
function createDeadline({ signal, timeoutMs, startTimeout = startTimer }: ExchangeInput) {
  const controller = new AbortController();
  let isOver = false;
  const stop = () => controller.abort();
  const cancel = startTimeout(timeoutMs, () => {
    isOver = true;
    stop();
  });
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop);
  return {
    signal: controller.signal,
    isOver: () => isOver,
    callOff(): void {
      cancel();
      signal.removeEventListener('abort', stop);
    },
  };
}

function traceIdOf(headers: Headers): string | null {
  const id = headers.get('x-ncp-trace-id') ?? headers.get('x-ncp-apigw-request-id');
  return id === null ? null : cleanText(id);
}

/** The system's own word for it, such as ECONNREFUSED or net::ERR_NAME_NOT_RESOLVED, not a sentence in English; Node hides it in the cause. */
function networkReason(error: unknown): string {
  if (!(error instanceof Error)) return cleanText(String(error)) ?? 'unknown';
  const { cause } = error;
  if (cause instanceof Error) return networkReason(cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  // Neither Node nor Electron has a word for a redirect that may not be followed, only a sentence.
  if (code === null && /redirect/i.test(error.message)) return 'UNEXPECTED_REDIRECT';
  return cleanText(code ?? error.message) ?? error.name;
}

/** Someone stands between: a portal that redirects, or a proxy with a certificate of its own. */
function isForeign(reason: string): boolean {
  return /redirect|CERT|SELF_SIGNED|UNABLE_TO_VERIFY/i.test(reason);
}
