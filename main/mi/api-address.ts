import type { addressFaults } from '../model/account.ts';

export type ApiAddressFault = (typeof addressFaults)[number];

export type ApiAddress =
  /** `origin`: scheme, host and port, without a trailing slash. `host`: with the port, for the person to read. */
  | { readonly kind: 'valid'; readonly origin: string; readonly host: string }
  | { readonly kind: 'invalid'; readonly reason: ApiAddressFault };

/** The URL parser turns 127.1, 0x7f000001 and the like into the first of these. */
const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether the address, as the person typed it, is of this computer itself. */
export function isOnLoopback(text: string): boolean {
  return URL.canParse(text) && loopbackHosts.has(new URL(text).hostname);
}

/**
 * Reads an API address as a person types it. It must be https, or http on this computer itself, because the access key must not
 * cross a network in the clear. A trailing `/api/v1` is dropped, since the documentation prints it.
 */
export function readApiAddress(text: string): ApiAddress {
  // The command line may run on Node 20, which has no URL.parse.
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || url.host === '') return { kind: 'invalid', reason: 'not-an-address' };
  if (url.username !== '' || url.password !== '') return { kind: 'invalid', reason: 'has-a-login' };
  const isLoopback = url.protocol === 'http:' && loopbackHosts.has(url.hostname);
  if (url.protocol !== 'https:' && !isLoopback) return { kind: 'invalid', reason: 'not-https' };
  // Everything after the origin comes from us; a typed path would be signed and then not found.
  if (!['/', '/api/v1', '/api/v1/'].includes(url.pathname) || url.search !== '' || url.hash !== '') {
    return { kind: 'invalid', reason: 'has-a-path' };
  }
  return { kind: 'valid', origin: url.origin, host: url.host };
}
