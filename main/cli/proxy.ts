import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { connect } from 'node:tls';
import type { FetchPort } from '../mi/exchange.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type Way =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: URL }
  /** `HTTPS_PROXY` holds something else than an http or https address. */
  | { readonly kind: 'not-a-proxy' };

/** The way to this origin: through the proxy that `HTTPS_PROXY` names, unless `NO_PROXY` leaves the host out. */
export function wayTo(origin: string, environment: Environment): Way {
  const { protocol, hostname, port } = new URL(origin);
  // Plain http is for this computer itself.
  const named = protocol === 'https:' ? valueOf('HTTPS_PROXY', environment) : '';
  if (named === '' || isLeftOut(hostname, port || '443', valueOf('NO_PROXY', environment)))
    return { kind: 'direct' };
  const address = named.includes('://') ? named : `http://${named}`;
  const proxy = URL.canParse(address) ? new URL(address) : null;
  return proxy !== null && /^https?:$/.test(proxy.protocol)
    ? { kind: 'proxy', proxy }
    : { kind: 'not-a-proxy' };
}

/** Lower case wins, as with curl and Node's own `NODE_USE_ENV_PROXY`. */
function valueOf(name: string, environment: Environment): string {
  return (environment[name.toLowerCase()] || environment[name] || '').trim();
}

/** `NO_PROXY`: hosts with their subdomains, `*.host`, `host:port`, or `*`, between commas or blanks. */
function isLeftOut(host: string, port: string, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', only] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
      if (name === '' || (only !== undefined && only !== port)) return false;
      return host === name || host.endsWith(`.${name}`);
    });
}

/**
 * `fetch` through a proxy's tunnel, one for each request. Node 20 has no other way, and Node 24 heeds a proxy only if it was started
 * for that. Rejects with `PROXY_` and the status where the proxy opens no tunnel.
 */
export function fetchThrough(proxy: URL): FetchPort {
  return async (address, { method = 'GET', headers, body, signal }) => {
    const url = new URL(address);
    const tunnel = await openTunnel(proxy, `${url.hostname}:${url.port || '443'}`, signal ?? null);
    const host = url.hostname;
    const socket = connect({ socket: tunnel, host, ...(isIP(host) === 0 && { servername: host }) });
    return new Promise((resolve, reject) => {
      const sent = requestSecure(
        url,
        {
          method,
          headers: { ...Object.fromEntries(new Headers(headers)), host: url.host, connection: 'close' },
          ...(signal && { signal }),
          createConnection: () => socket,
        },
        (came) => {
          try {
            resolve(responseOf(came));
          } catch (error) {
            // Thrown on in here it would end the whole command, with all that it still watches.
            came.destroy();
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        },
      );
      sent.once('error', reject);
      sent.end(typeof body === 'string' ? body : undefined);
    });
  };
}

/** Throws for a redirect, and for a status of which `fetch` knows nothing, such as 600. */
function responseOf(came: IncomingMessage): Response {
  const status = came.statusCode ?? 0;
  // As `redirect: 'error'` asks for: the key's headers must not go to another host.
  if (status >= 300 && status < 400 && status !== 304) throw new Error('unexpected redirect');
  const headers = Object.entries(came.headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  const isEmpty = [204, 205, 304].includes(status);
  const response = new Response(isEmpty ? null : (Readable.toWeb(came) as ReadableStream<Uint8Array>), {
    status,
    headers,
  });
  if (isEmpty) came.resume();
  return response;
}

/** As curl reads it: a `%` that begins no sign is itself, since passwords come with one. */
function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs);
    } catch {
      return signs;
    }
  });
}

function openTunnel(proxy: URL, target: string, signal: AbortSignal | null): Promise<Socket> {
  const request = proxy.protocol === 'https:' ? requestSecure : requestPlain;
  const login = `${decoded(proxy.username)}:${decoded(proxy.password)}`;
  const authorization = `Basic ${Buffer.from(login).toString('base64')}`;
  return new Promise((resolve, reject) => {
    const asked = request({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      agent: false,
      headers: { host: target, ...(login !== ':' && { 'proxy-authorization': authorization }) },
      ...(signal && { signal }),
    });
    const refuse = (status: number | undefined, socket: { readonly destroy: () => unknown }) => {
      socket.destroy();
      reject(Object.assign(new Error('The proxy opened no tunnel'), { code: `PROXY_${status}` }));
    };
    asked.once('connect', ({ statusCode }, socket: Socket) =>
      statusCode === 200 ? resolve(socket) : refuse(statusCode, socket),
    );
    asked.once('response', (response) => refuse(response.statusCode, response));
    asked.once('error', reject);
    asked.end();
  });
}
