import { setTimeout as delay } from 'node:timers/promises';
import { createExchange, type FetchPort, type HttpResponse, type StartTimeout } from '../mi/exchange.ts';
import { fieldOf } from '../mi/field-of.ts';
import { readHttpDate } from '../mi/http-date.ts';
import type { Keys } from '../mi/keys.ts';
import { listSpacingMs } from '../mi/limits.ts';
import { kindOfForeign } from '../mi/problem-kinds.ts';
import { createTurns } from '../mi/turns.ts';
import type { BucketPage, ObjectState, PageMark } from '../model/bucket.ts';
import { withoutResponse, type FieldProblem, type Problem } from '../model/problem.ts';
import type { Reply } from '../model/reply.ts';
import { factsOf, kindOfStatus, problemOf } from './failure.ts';
import { readListing } from './listing.ts';
import { signRequest, type StorageRequest } from './signed-request.ts';
import { readXml } from './xml.ts';

export interface BucketClientPorts {
  readonly fetch: FetchPort;
  /** Epoch ms. */
  readonly now: () => number;
  readonly keys: Keys;
  /** Origin of Object Storage, as `objectStorageOf` returns it. */
  readonly origin: string;
  /** Service clock minus this computer's clock, ms, as Media Intelligence told it; null where this computer's own is good enough. */
  readonly clockOffsetMs: () => number | null;
  /** Waits that many ms; defaults to the system's timer. */
  readonly wait?: (delayMs: number) => Promise<unknown>;
  /** See mi/exchange.ts. */
  readonly startTimeout?: StartTimeout;
}

/** The calls of Object Storage that the product uses; all of them only read. None rejects. */
export interface BucketClient {
  /** A page of what begins with `prefix`, up to the next `/`. `after`: null for the first. */
  readonly list: (bucket: string, prefix: string, after: PageMark | null) => Promise<Reply<BucketPage>>;
  readonly stateOf: (bucket: string, key: string) => Promise<Reply<ObjectState>>;
}

/** So many rows of a list a person looks through; more are asked for by hand. */
const onPage = 200;

/** The most bytes that are read of a page: each name has up to 1,024 bytes, and is sent with three signs for a byte. */
const pageBytes = 4 * 1024 * 1024;

/** A dialog waits for it that can do without: a firewall may let nobody but Media Intelligence through. */
const stateTimeoutMs = 5_000;

/** Asks Object Storage at a pace of its own, so that the monitor's budget is not touched. */
export function createBucketClient(ports: BucketClientPorts): BucketClient {
  const exchange = createExchange();
  const takeTurn = createTurns(listSpacingMs);
  const { signal: neverAborted } = new AbortController();
  const wait = ports.wait ?? delay;

  async function send(request: StorageRequest, timeoutMs: number): Promise<Reply<HttpResponse>> {
    const delayMs = takeTurn(ports.now());
    if (delayMs > 0) await wait(delayMs);
    const at = ports.now() + (ports.clockOffsetMs() ?? 0);
    const signed = await signRequest(request, ports.keys, ports.origin, at);
    if (signed.kind === 'not-a-request') return problem({ kind: 'refused', field: signed.field });
    const result = await exchange({
      ...ports,
      ...signed,
      timeoutMs,
      method: request.method,
      limit: pageBytes,
      signal: neverAborted,
    });
    if (result.kind === 'aborted') return result;
    if (result.kind === 'response') return { kind: 'answer', value: result.response };
    const { problemKind: kind, reason: message, httpStatus } = result;
    return problem({ kind, message, httpStatus });
  }

  /** One about which no response says anything. */
  function problem(told: Pick<Problem, 'kind'> & Partial<Problem>): Reply<never> {
    return { kind: 'problem', problem: { ...withoutResponse, at: ports.now(), ...told } };
  }

  return {
    async list(bucket, prefix, after) {
      const query = { ...listQuery, prefix, ...(after !== null && { [parameterOf[after.by]]: after.value }) };
      const sent = await send({ method: 'GET', bucket, query }, 15_000);
      return sent.kind === 'answer' ? pageIn(sent.value, prefix) : sent;
    },
    async stateOf(bucket, key) {
      const sent = await send({ method: 'HEAD', bucket, key }, stateTimeoutMs);
      return sent.kind === 'answer' ? stateIn(sent.value) : sent;
    },
  };
}

/** Names are asked for encoded, because XML cannot carry every sign that a name may have. */
const listQuery = {
  'list-type': '2',
  delimiter: '/',
  'encoding-type': 'url',
  'max-keys': String(onPage),
};

const parameterOf: Readonly<Record<PageMark['by'], string>> = {
  token: 'continuation-token',
  marker: 'marker',
};

function pageIn(response: HttpResponse, prefix: string): Reply<BucketPage> {
  const { body, httpStatus } = response;
  const isSuccess = httpStatus >= 200 && httpStatus < 300;
  if (body.kind === 'too-large')
    return unreadable(response, { path: null, fault: 'too-large', figure: pageBytes });
  const root = readXml(body.text);
  if (!isSuccess || root?.name !== 'ListBucketResult') {
    // What the service began to say, and something on the way cut, is not somebody else's page.
    if (isSuccess && /<ListBucketResult/.test(body.text)) return unreadable(response, notAsExpected);
    return { kind: 'problem', problem: problemOf(response, root, /^\s*</.test(body.text)) };
  }
  const read = readListing(root.content, prefix);
  if (!read.success) return unreadable(response, fieldOf(read.issues));
  if (read.isCut)
    return unreadable(response, { path: 'NextContinuationToken', fault: 'missing', figure: null });
  return { kind: 'answer', value: read.page };
}

const notAsExpected: FieldProblem = { path: null, fault: 'not-as-expected', figure: null };

function unreadable(response: HttpResponse, field: FieldProblem): Reply<never> {
  return { kind: 'problem', problem: { ...factsOf(response), kind: 'unreadable', field } };
}

/** A HEAD has no body by which it could be told who answers. The service names each of its answers, and nobody else does. */
function stateIn(response: HttpResponse): Reply<ObjectState> {
  const { httpStatus, lastModified, traceId } = response;
  if (traceId === null)
    return { kind: 'problem', problem: { ...factsOf(response), kind: kindOfForeign(httpStatus, false) } };
  if (httpStatus === 404) return { kind: 'answer', value: { isThere: false } };
  if (httpStatus !== 200)
    return { kind: 'problem', problem: { ...factsOf(response), kind: kindOfStatus(httpStatus) } };
  return { kind: 'answer', value: { isThere: true, changedAt: readHttpDate(lastModified ?? '') } };
}
