import * as v from 'valibot';
import { bucketNamePattern, longestObjectKey, type Registration } from '../model/registration.ts';
import type { FieldProblem } from '../model/problem.ts';
import type { Reply } from '../model/reply.ts';
import { id, inEnvelope } from './answer-fields.ts';
import { taken, type Ask } from './ask.ts';
import { oneAssetBytes } from './limits.ts';
import { registrationTarget, type RequestTarget } from './request-target.ts';

const schema = inEnvelope(v.object({ assetId: id }));

/**
 * `POST …/assets/import/object-storage`, one file a call; answers the new asset's id. It is never sent twice: where its reply is lost
 * nobody knows whether the service took it. `untaken` in a problem says that it surely did not.
 */
export function register(
  ask: Ask,
  registration: Registration,
  signal: AbortSignal,
): Promise<Reply<{ readonly assetId: number }>> {
  const { bucket: bucketName, key } = registration;
  return ask({
    target: targetOf(registration),
    body: JSON.stringify({ key, bucketName }),
    limit: oneAssetBytes,
    signal,
    schema,
    take: ({ result }) => taken(result),
  });
}

function targetOf({ bucket, key, ...place }: Registration): RequestTarget {
  const field = faultOf(bucket, key);
  return field === null ? registrationTarget(place) : { kind: 'not-a-target', field };
}

function faultOf(bucket: string, key: string): FieldProblem | null {
  if (!bucketNamePattern.test(bucket)) return { path: 'bucket', fault: 'not-a-bucket-name', figure: null };
  if (key === '') return { path: 'key', fault: 'empty', figure: null };
  const isLong = Buffer.byteLength(key) > longestObjectKey;
  return isLong ? { path: 'key', fault: 'too-long', figure: longestObjectKey } : null;
}
