import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** `net`: Node's fetch instead of Chromium's, so no system proxy and no system certificates. */
export const net = only('net', {
  online: true,
  isOnline: () => true,
  async fetch(
    input: string | Request,
    init?: RequestInit & { bypassCustomProtocolHandlers?: boolean },
  ): Promise<Response> {
    const url = typeof input === 'string' ? input : input.url;
    if (!url.startsWith('file:')) return fetch(input, init);
    const path = fileURLToPath(url);
    const headers = { 'content-type': types[extname(path)] ?? 'application/octet-stream' };
    return new Response(new Uint8Array(await readFile(path)), { headers });
  },
});
