import { request as requestInClear, type ClientRequest, type RequestOptions } from 'node:http';
import { request as requestEncrypted } from 'node:https';

/**
 * `net.request` on Node's own, which has the same events. A redirect is not followed by itself, as where Electron is told
 * `redirect: 'manual'`. Of its session it asks only whether the app stops it.
 */
export function netRequest({
  session,
  ...options
}: RequestOptions & { session?: { readonly stops: (url: string) => boolean } }): ClientRequest {
  const request = (options.protocol === 'http:' ? requestInClear : requestEncrypted)(options);
  const { protocol = 'https:', hostname = '', port, path = '/' } = options;
  const address = `${protocol}//${hostname}${port ? `:${port}` : ''}${path}`;
  if (session?.stops(address) === true) request.destroy(new Error('net::ERR_BLOCKED_BY_CLIENT'));
  // Listened to by whoever asks; without a listener Node would end the app.
  return request.on('error', () => undefined);
}
