import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Keys } from '../mi/keys.ts';
import { toleranceMs } from '../mi/service-clock.ts';
import { sign } from '../mi/signature.ts';

/**
 * Checks a request as the gateway does: over the raw request target as it was received, and with a timestamp at most five minutes
 * off. The answer to a stale timestamp is not documented; the simulator answers as it does to a wrong key.
 */
export function authenticate(
  request: { readonly method: string; readonly target: string; readonly headers: IncomingHttpHeaders },
  keys: Keys,
  serviceTime: number,
): 'accepted' | 'wrong-key' | 'key-missing' {
  const timestamp = header(request.headers, 'x-ncp-apigw-timestamp');
  const accessKey = header(request.headers, 'x-ncp-iam-access-key');
  const signature = header(request.headers, 'x-ncp-apigw-signature-v2');
  if (timestamp === null || accessKey === null || signature === null) return 'key-missing';
  if (!/^\d{1,16}$/.test(timestamp) || Math.abs(Number(timestamp) - serviceTime) > toleranceMs)
    return 'wrong-key';
  const { method, target } = request;
  const expected = sign({ method, target, timestamp: Number(timestamp), ...keys });
  return sameText(accessKey, keys.accessKey) && sameText(signature, expected) ? 'accepted' : 'wrong-key';
}

function header(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function sameText(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}
