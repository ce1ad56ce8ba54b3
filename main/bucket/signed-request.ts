import { AwsV4Signer } from 'aws4fetch';
import type { Keys } from '../mi/keys.ts';
import type { FieldProblem } from '../model/problem.ts';
import { bucketNamePattern, longestObjectKey } from '../model/registration.ts';
import { region } from './object-storage-address.ts';

/** SHA-256 of nothing, in hexadecimal: no request here has a body. */
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

export interface StorageRequest {
  readonly method: 'GET' | 'HEAD';
  readonly bucket: string;
  /** Absent for the bucket itself. */
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
}

export type SignedRequest =
  | { readonly kind: 'signed'; readonly url: string; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'not-a-request'; readonly field: FieldProblem };

/**
 * Signs a request with AWS Signature Version 4, path style. `origin`: scheme, host and port. `at`: epoch ms, at most 15 minutes off the
 * service's own time. The signature covers method, host, path, query and time, so it is of no use at another host.
 */
export async function signRequest(
  { method, bucket, key, query = {} }: StorageRequest,
  { accessKey, secretKey }: Keys,
  origin: string,
  at: number,
): Promise<SignedRequest> {
  const field = faultOf(bucket, key);
  if (field !== null) return { kind: 'not-a-request', field };
  const path = key === undefined ? `/${bucket}` : `/${bucket}/${key.split('/').map(encoded).join('/')}`;
  const parameters = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  const url = `${origin}${path}${parameters.length === 0 ? '' : `?${parameters.join('&')}`}`;
  // The parser takes `.` and `..` for steps through folders: another object would be asked about.
  if (new URL(url).pathname !== path) return notARequest('key', 'not-as-expected');
  const signer = new AwsV4Signer({
    ...{ method, url, region, service: 's3' },
    accessKeyId: accessKey,
    secretAccessKey: secretKey,
    headers: { 'x-amz-content-sha256': emptyHash },
    datetime: new Date(at).toISOString().replace(/[:-]|\.\d{3}/g, ''),
  });
  const signed = await signer.sign();
  return { kind: 'signed', url, headers: Object.fromEntries(signed.headers) };
}

function faultOf(bucket: string, key: string | undefined): FieldProblem | null {
  if (!bucketNamePattern.test(bucket)) return { path: 'bucket', fault: 'not-a-bucket-name', figure: null };
  if (key === undefined) return null;
  if (key === '') return { path: 'key', fault: 'empty', figure: null };
  const isLong = Buffer.byteLength(key) > longestObjectKey;
  return isLong ? { path: 'key', fault: 'too-long', figure: longestObjectKey } : null;
}

function notARequest(path: string, fault: FieldProblem['fault']): SignedRequest {
  return { kind: 'not-a-request', field: { path, fault, figure: null } };
}

/** As the signature wants it: all but letters, digits and `-._~`, so that no two servers can read it differently. */
function encoded(text: string): string {
  const hexadecimal = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, hexadecimal);
}
