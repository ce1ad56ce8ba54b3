import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { gatewayError, serviceError, storageError, type SimulatedAnswer } from './answer.ts';
import { gatewayFaults, serviceFaults, storageFaults, type Fault, type WireFault } from './faults.ts';

const page =
  '<!doctype html><html><head><title>Sign in</title></head><body><form>Network login</form></body></html>';

/** Writes an answer as the service does: JSON, or XML of Object Storage, with a trace id and a date. */
export function writeAnswer(
  response: ServerResponse,
  answer: SimulatedAnswer,
  contentType = typeof answer.body === 'string' ? 'application/xml' : 'application/json',
): void {
  response.writeHead(answer.status, { 'Content-Type': `${contentType};charset=UTF-8`, ...answer.headers });
  response.end(textOf(answer));
}

function textOf({ body }: SimulatedAnswer): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** The JSON of a request's body; null where it cannot be read. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse(await text(request));
  } catch {
    return null;
  }
}

interface CommonHeaders {
  /** Epoch ms of the service's clock. */
  readonly serviceTime: number;
  readonly traceHeader: 'x-ncp-trace-id' | 'x-amz-request-id';
  readonly traceId: string;
  readonly fault: Fault | null;
}

/** Sets the headers that every answer carries. */
export function setCommonHeaders(
  response: ServerResponse,
  { serviceTime, traceHeader, traceId, fault }: CommonHeaders,
): void {
  response.setHeader('Date', new Date(serviceTime).toUTCString());
  response.setHeader(traceHeader, traceId);
  if (typeof fault?.retryAfterSeconds === 'number') {
    response.setHeader('Retry-After', String(fault.retryAfterSeconds));
  }
}

/** 26 lower-case letters and digits, as in the one published sample. */
export function traceIdFrom(random: () => number): string {
  return Array.from({ length: 26 }, () => Math.floor(random() * 36).toString(36)).join('');
}

const slowMs = 1_500;

/** How each fault below the API spoils an answer that would otherwise be good. */
const wire: Record<WireFault, (response: ServerResponse, answer: SimulatedAnswer) => void> = {
  slow: (response, answer) => {
    const timer = setTimeout(() => writeAnswer(response, answer), slowMs);
    response.on('close', () => clearTimeout(timer));
  },
  hang: () => undefined,
  cut: (response, answer) => {
    const whole = textOf(answer);
    response.writeHead(answer.status, {
      'Content-Type': 'application/json',
      'Content-Length': whole.length + 10,
    });
    response.write(whole.slice(0, whole.length / 2), () => response.destroy());
  },
  reset: (response) => response.socket?.resetAndDestroy(),
  'lost-request': (response) => response.socket?.resetAndDestroy(),
  huge: (response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(`{"code":"0","message":"${'x'.repeat(20 * 1_048_576)}"}`);
  },
  html: (response) => {
    response.writeHead(502, { 'Content-Type': 'text/html' });
    response.end('<html><body><h1>502 Bad Gateway</h1></body></html>');
  },
  'login-page': (response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' });
    response.end(page);
  },
  'half-answer': (response, answer) => {
    const whole = textOf(answer);
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(whole.slice(0, whole.length / 2));
  },
  'empty-body': (response) => response.writeHead(200).end(),
  'empty-error': (response) => response.writeHead(500).end(),
  'text-plain': (response, answer) => writeAnswer(response, answer, 'text/plain'),
  redirect: (response) => response.writeHead(302, { Location: 'http://127.0.0.1:9/' }).end(),
  'unknown-status': (response, answer) =>
    writeAnswer(response, withResult(answer, { uploadStatus: 'TRANSCODING' })),
  'extra-fields': (response, answer) =>
    writeAnswer(response, { ...answer, body: withUnknownFields(answer.body) }),
  'wrong-type': (response, answer) => writeAnswer(response, withResult(answer, { uploadStatus: 7 })),
  'nested-error': (response) =>
    writeAnswer(response, { status: 400, body: { responseError: serviceError('invalid-request').body } }),
};

/** The answer of a later version: each object in it has a field that is not documented yet. */
function withUnknownFields(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withUnknownFields);
  const known = Object.entries(value).map(([name, field]) => [name, withUnknownFields(field)] as const);
  return {
    ...Object.fromEntries(known),
    addedLater: { reason: 'not documented yet', values: [1, null] },
  };
}

/** Writes the spoiled answer. */
export function writeFault(response: ServerResponse, fault: Fault, answer: SimulatedAnswer): void {
  const { name } = fault;
  if (isOf(gatewayFaults, name)) return writeAnswer(response, gatewayError(name));
  if (isOf(serviceFaults, name)) return writeAnswer(response, serviceError(name));
  if (isOf(storageFaults, name)) return writeAnswer(response, storageError(name));
  wire[name](response, answer);
}

function isOf<Table extends object>(table: Table, name: string): name is Extract<keyof Table, string> {
  return Object.hasOwn(table, name);
}

function withResult(answer: SimulatedAnswer, fields: object): SimulatedAnswer {
  const body = answer.body as { result?: object };
  return { ...answer, body: { ...body, result: { ...body.result, ...fields } } };
}
