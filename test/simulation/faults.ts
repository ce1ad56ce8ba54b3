import { oneAssetBytes } from '../../main/mi/limits.ts';
import { gatewayRows, serviceRows } from '../../main/mi/problem-kinds.ts';
import type { ProblemKind } from '../../main/model/problem.ts';
import type { Chance } from './random.ts';

export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What comes over the wire, or does not. */
export type Delivery =
  | { readonly kind: 'reply'; readonly reply: WireReply; readonly extraMs?: number }
  /** The connection breaks in the middle of the body. */
  | { readonly kind: 'cut'; readonly reply: WireReply }
  | { readonly kind: 'broken'; readonly reason: string }
  | { readonly kind: 'silence' };

export interface Fault {
  /** What the client must make of it; `answer` where the answer only comes late. */
  readonly means: ProblemKind | 'answer';
  readonly deliver: (honest: WireReply, chance: Chance) => Delivery;
  /** What it hits surely never reached the service itself; of all else nobody knows. */
  readonly comesBefore?: boolean;
}

const replied = (
  status: number,
  body: unknown,
  honest: WireReply,
  headers: Record<string, string> = {},
): Delivery => ({
  kind: 'reply',
  reply: {
    status,
    headers: { ...honest.headers, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  },
});

const broken = (reason: string, means: ProblemKind = 'offline', comesBefore = true): Fault => ({
  means,
  comesBefore,
  deliver: () => ({ kind: 'broken', reason }),
});

const words = (status: number, body: unknown, means: ProblemKind, headers = {}): Fault => ({
  means,
  comesBefore: means === 'rate-limit',
  deliver: (honest) => replied(status, body, honest, headers),
});

/** The gateway's shape, with the code as text or as number and the message with and without markup: all were seen. */
const gateway = (status: number, code: string, means: ProblemKind): Fault => ({
  means,
  comesBefore: status < 500,
  deliver(honest, chance) {
    const message = chance.oneOf(['Said by the gateway', '<strong>Please</strong><br>try again']);
    const errorCode = chance.happens(0.5) ? code : Number(code);
    return replied(status, { error: { errorCode, message } }, honest);
  },
});

const service = (status: number, code: string, means: ProblemKind): Fault => ({
  means,
  comesBefore: true,
  deliver(honest, chance) {
    const error = { code, message: 'Said by the service' };
    return replied(status, chance.happens(0.5) ? error : { responseError: error }, honest);
  },
});

const page = '<!doctype html><html><body>Welcome to the hotel</body></html>';
const throttled = { error: { errorCode: '410', message: 'Throttle Limited' } };

/** Changes the result of an honest answer; one that is an error already stays as it is. */
const twisted = (change: (result: Record<string, unknown>) => void): Fault => ({
  means: 'unreadable',
  deliver(honest) {
    const body = JSON.parse(honest.body) as { result?: Record<string, unknown> };
    if (body.result) change(body.result);
    return replied(honest.status, body, honest);
  },
});

const others: Record<string, Fault> = {
  'a captive portal, HTML with 200': words(200, page, 'intercepted'),
  'an HTML page with 503': words(503, page, 'service'),
  'an HTML page with 403': words(403, page, 'intercepted'),
  'a proxy that wants a password': words(407, '', 'intercepted'),
  'network authentication required': words(511, page, 'intercepted'),
  'a redirect': broken('unexpected redirect', 'intercepted', false),
  'a foreign certificate': broken('SELF_SIGNED_CERT_IN_CHAIN', 'intercepted'),
  'connection refused': broken('ECONNREFUSED'),
  'connection reset': broken('ECONNRESET', 'offline', false),
  'name not found': broken('ENOTFOUND'),
  'no answer at all': { means: 'offline', deliver: () => ({ kind: 'silence' }) },
  'an answer cut in the middle': { means: 'offline', deliver: (reply) => ({ kind: 'cut', reply }) },
  'an empty answer': words(200, '', 'intercepted'),
  'a script': words(200, 'location = "/login"', 'intercepted'),
  'a foreign JSON': words(200, { status: 'ok' }, 'intercepted'),
  'an empty 500': words(500, '', 'service'),
  'an empty 401': words(401, '', 'intercepted'),
  'a proxy’s 403': words(403, { message: 'Forbidden' }, 'intercepted'),
  'a certificate that is out of date': broken('CERT_HAS_EXPIRED', 'clock'),
  'half of a JSON text': {
    means: 'unreadable',
    deliver: (honest) => replied(200, honest.body.slice(0, honest.body.length / 2), honest),
  },
  'an answer without end': words(200, ' '.repeat(oneAssetBytes + 1), 'unreadable'),
  'an answer about another asset': twisted((result) => (result['assetId'] = 999_999)),
  'a status that is a number': twisted((result) => (result['uploadStatus'] = result['fileName'] = 7)),
  'a teapot': words(418, {}, 'refused'),
  '429 with Retry-After in seconds': words(429, throttled, 'rate-limit', { 'retry-after': '90' }),
  '429 with a long Retry-After': words(429, throttled, 'rate-limit', { 'retry-after': '1500' }),
  '429 with Retry-After as a date': {
    means: 'rate-limit',
    comesBefore: true,
    deliver(honest) {
      const until = new Date(Date.parse(honest.headers['date'] ?? '') + 120_000).toUTCString();
      return replied(429, throttled, honest, { 'retry-after': until });
    },
  },
  '503 with Retry-After': words(503, '', 'service', { 'retry-after': '60' }),
  'a slow answer': {
    means: 'answer',
    deliver: (reply, chance) => ({ kind: 'reply', reply, extraMs: chance.between(5_000, 28_000) }),
  },
};

/** Every way in which a request can go wrong on its way, by name. */
export const faults: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(
    gatewayRows.map(([status, code, kind]) => [`gateway ${status}/${code}`, gateway(status, code, kind)]),
  ),
  ...Object.fromEntries(
    serviceRows.map(([status, code, kind]) => [`service ${status}/${code}`, service(status, code, kind)]),
  ),
  ...others,
};

const notFound = { code: '300', message: 'Not Found Exception' };

/** Other shapes in which the service may refuse what it does not find; no table has them. Drawn apart from the others. */
export const otherRefusals: Readonly<Record<string, Fault>> = {
  'the gateway’s own 404': words(
    404,
    { error: { errorCode: '300', message: notFound.message } },
    'not-found',
  ),
  'a 404 with its status as code': words(
    404,
    { error: { errorCode: '404', message: 'Not Found' } },
    'not-found',
  ),
  'a 404 with a code of five digits': words(404, { code: '10404', message: 'No such asset.' }, 'not-found'),
  'a 404 of the infrastructure': words(
    404,
    { responseError: { returnCode: '300', returnMessage: 'Not found' } },
    'not-found',
  ),
  'a 404 with a short code': words(404, notFound, 'not-found'),
  'an empty 404': words(404, '', 'not-found'),
  'a 404 page': words(404, page, 'intercepted'),
  'a 400 with an unknown code': words(400, { code: '10050', message: 'Invalid asset.' }, 'refused'),
  'an empty 400': words(400, '', 'refused'),
  'an error with 200': words(200, { code: '10001', message: 'Invalid Request.' }, 'refused'),
};

export const allFaults: Readonly<Record<string, Fault>> = { ...faults, ...otherRefusals };
