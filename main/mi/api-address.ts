export { defaultApiUrl } from '../contract.ts';

export type ApiAddressFault = 'not-an-address' | 'not-https' | 'has-a-path' | 'has-a-login';

export type ApiAddress =
  /** `origin`: scheme, host and port, without a slash at the end. `host`: with the port, as a person should see it. */
  | { readonly kind: 'valid'; readonly origin: string; readonly host: string }
  | { readonly kind: 'invalid'; readonly reason: ApiAddressFault };

/** The URL parser has already turned 127.1, 0x7f000001 and the like into the first of these. */
const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Reads an API address as a person types it. Only https, or http on this computer itself: the access key must not cross a
 * network in the clear. `/api/v1` at the end is taken off, since the documentation prints it.
 */
export function readApiAddress(text: string): ApiAddress {
  // URL.parse is not in Node 20, on which the command line may run.
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || url.host === '') return { kind: 'invalid', reason: 'not-an-address' };
  if (url.username !== '' || url.password !== '') return { kind: 'invalid', reason: 'has-a-login' };
  const isLoopback = url.protocol === 'http:' && loopbackHosts.has(url.hostname);
  if (url.protocol !== 'https:' && !isLoopback) return { kind: 'invalid', reason: 'not-https' };
  // Everything below the origin is ours to say; a typed path would be signed and then not found.
  if (!['/', '/api/v1', '/api/v1/'].includes(url.pathname) || url.search !== '' || url.hash !== '') {
    return { kind: 'invalid', reason: 'has-a-path' };
  }
  return { kind: 'valid', origin: url.origin, host: url.host };
}
