import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Keys } from '../mi/keys.ts';
import { sameText } from './authentication.ts';

/** Object Storage refuses a request that is older or younger than this (S3, RequestTimeTooSkewed). */
const toleranceMs = 900_000;

const authorization =
  /^AWS4-HMAC-SHA256 Credential=(?<accessKey>[^/]+)\/(?<day>\d{8})\/(?<region>[^/]+)\/s3\/aws4_request, SignedHeaders=(?<names>[a-z0-9;-]+), Signature=(?<signature>[0-9a-f]{64})$/;

/** Whether the request is one for Object Storage, which shares its address with the API here. */
export function isForBucket({ authorization: header }: IncomingHttpHeaders): boolean {
  return header?.startsWith('AWS4-HMAC-SHA256') === true;
}

/**
 * Checks Signature Version 4 over the request as it was received, by a computation of its own: a fault of the library that signs would
 * else go unnoticed (S3, authenticating requests: using the Authorization header).
 */
export function authenticateForBucket(
  request: { readonly method: string; readonly target: string; readonly headers: IncomingHttpHeaders },
  keys: Keys,
  region: string,
  serviceTime: number,
): 'accepted' | 'wrong-key' | 'wrong-signature' | 'wrong-time' {
  const { method, target, headers } = request;
  const read = authorization.exec(headers.authorization ?? '')?.groups;
  const time = String(headers['x-amz-date'] ?? '');
  if (read === undefined || !sameText(read['accessKey']!, keys.accessKey)) return 'wrong-key';
  const at = Date.parse(time.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
  if (!(Math.abs(at - serviceTime) <= toleranceMs)) return 'wrong-time';
  const names = read['names']!.split(';');
  const isCovered = ['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name));
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  const canonical = [
    method,
    path.split('/').map(again).join('/'),
    query
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => pair.split(/=(.*)/s).slice(0, 2).map(again).join('='))
      .toSorted()
      .join('&'),
    ...names.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    names.join(';'),
    String(headers['x-amz-content-sha256']),
  ].join('\n');
  const scope = [time.slice(0, 8), region, 's3', 'aws4_request'];
  const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonical)].join('\n');
  const key = scope.reduce<string | Buffer>((secret, part) => hmac(secret, part), `AWS4${keys.secretKey}`);
  const isRight = sameText(hmac(key, text).toString('hex'), read['signature']!);
  return isCovered && isRight && read['region'] === region ? 'accepted' : 'wrong-signature';
}

function again(text: string): string {
  const hexadecimal = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(decodeURIComponent(text)).replace(/[!'()*]/g, hexadecimal);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
