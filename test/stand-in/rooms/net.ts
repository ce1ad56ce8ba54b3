import type { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preventable } from './emitter.ts';
import { netRequest } from './net-request.ts';
import { only } from './only.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

type Init = RequestInit & { bypassCustomProtocolHandlers?: boolean };

/**
 * `net` on Node's fetch, so without system proxy and system certificates. `STAND_IN_CLIENT_CERTIFICATE=1`: every server asks for a
 * certificate of the person and there is one, which shows as the header `x-client-certificate`.
 */
export function createNet(app: EventEmitter, environment = process.env) {
  const hasCertificate = environment['STAND_IN_CLIENT_CERTIFICATE'] === '1';

  return only('net', {
    /** Loopback is no link: Chromium calls a machine offline that can reach only itself (net/base/address_tracker_linux.cc), as here. */
    isOnline: () => false,
    request: netRequest,
    async fetch(input: string | Request, init?: Init): Promise<Response> {
      const url = typeof input === 'string' ? input : input.url;
      if (url.startsWith('file:')) return fileAt(fileURLToPath(url));
      const request = new Request(input, init);
      if (hasCertificate && sendsCertificate(app, url)) request.headers.set('x-client-certificate', 'sent');
      // By itself as well: a request holds its signal weakly, and once it is collected nothing aborts any more (undici).
      const signal = init?.signal ?? request.signal;
      return heldOpen(await fetch(request, { signal }).catch(throwAsChromium));
    },
  });
}

async function fileAt(path: string): Promise<Response> {
  const headers = { 'content-type': types[extname(path)] ?? 'application/octet-stream' };
  return new Response(new Uint8Array(await readFile(path)), { headers });
}

/** Since Electron 44 this is asked for `net`, too, without contents; whoever does not prevent it sends the first (docs/breaking-changes.md). */
function sendsCertificate(app: EventEmitter, url: string): boolean {
  const event = preventable();
  const certificate = { subjectName: 'the person' };
  let chosen: object | undefined = certificate;
  app.emit('select-client-certificate', event, null, url, [certificate], (choice?: object) => {
    chosen = choice;
  });
  return !event.defaultPrevented || chosen !== undefined;
}

/** A body that is cancelled does not end its request: nothing of that reaches Chromium's loader (lib/browser/api/net-fetch.ts). */
function heldOpen(response: Response): Response {
  const reader = response.body?.getReader();
  if (reader === undefined) return response;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => undefined,
  });
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}

const codes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED',
  ECONNRESET: 'net::ERR_CONNECTION_RESET',
  UND_ERR_SOCKET: 'net::ERR_EMPTY_RESPONSE',
  ENOTFOUND: 'net::ERR_NAME_NOT_RESOLVED',
  EAI_AGAIN: 'net::ERR_NAME_NOT_RESOLVED',
};

/** Chromium's errors are named in the message alone, and have neither a code nor a cause (lib/common/api/net-client-request.ts). */
function throwAsChromium(error: unknown): never {
  const { cause } = error as { cause?: unknown };
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (codes[code] !== undefined) throw new Error(codes[code]);
  if (cause instanceof Error && /redirect/.test(cause.message))
    throw new Error("Attempted to redirect, but redirect policy was 'error'");
  throw error;
}
