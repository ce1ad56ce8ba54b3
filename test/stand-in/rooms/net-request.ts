import { request as requestInClear, type ClientRequest, type RequestOptions } from 'node:http';
import { request as requestEncrypted } from 'node:https';

/**
 * `net.request` on Node's own, which has the same events. A redirect is not followed by itself, as where Electron is told
 * `redirect: 'manual'`; the session is of no meaning here.
 */
export function netRequest({
  session: _session,
  ...options
}: RequestOptions & { session?: object }): ClientRequest {
  const request = (options.protocol === 'http:' ? requestInClear : requestEncrypted)(options);
  // Listened to by whoever asks; without a listener Node would end the app.
  return request.on('error', () => undefined);
}
