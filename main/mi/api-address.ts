export const defaultApiUrl = 'https://mi.apigw.ntruss.com';

export type ApiAddress =
  | {
      readonly kind: 'valid';
      /** Scheme, host and port, without a slash at the end. */ readonly origin: string;
    }
  | {
      readonly kind: 'invalid';
      readonly reason: 'not-an-address' | 'not-https' | 'has-a-path' | 'has-a-login';
    };

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Reads an API address as a person types it. Only https, or http on this computer itself: a key must not cross a network in the clear. */
export function readApiAddress(text: string): ApiAddress {
  if (!URL.canParse(text.trim())) return { kind: 'invalid', reason: 'not-an-address' };
  const url = new URL(text.trim());
  if (url.username !== '' || url.password !== '') return { kind: 'invalid', reason: 'has-a-login' };
  const isLoopback = url.protocol === 'http:' && loopbackHosts.has(url.hostname);
  if (url.protocol !== 'https:' && !isLoopback) return { kind: 'invalid', reason: 'not-https' };
  // Everything below the origin is ours to say; a typed path would be signed and then not found.
  if (!['/', '/api/v1', '/api/v1/'].includes(url.pathname) || url.search !== '' || url.hash !== '') {
    return { kind: 'invalid', reason: 'has-a-path' };
  }
  return { kind: 'valid', origin: url.origin };
}
