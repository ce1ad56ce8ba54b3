import { createHash } from 'node:crypto';

/** Tells whether two connections are the same account: equal for the same access key at the same address, and nothing of the key can be read from it. */
export function fingerprintOf(origin: string, accessKey: string): string {
  return createHash('sha256').update(`${origin}\n${accessKey}`).digest('base64url');
}
