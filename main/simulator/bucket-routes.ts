import type { SimulatedAnswer } from './answer.ts';
import { storageError } from './answer.ts';
import type { SimulatedObject, World } from './world.ts';

/** The most that one page holds (ListObjectsV2, `max-keys`). */
const mostOnPage = 1_000;

interface BucketCall {
  readonly method: string;
  /** Path and query, as they came. */
  readonly target: string;
  /** Epoch ms of what was last written before the world began. */
  readonly writtenAt: number;
}

/** Answers a signed call for Object Storage, path style: ListObjectsV2 of a bucket, and HeadObject. */
export function answerForBucket(world: World, { method, target, writtenAt }: BucketCall): SimulatedAnswer {
  const { pathname, searchParams: query } = new URL(target, 'http://simulator');
  const [, bucket = '', encodedKey = ''] = /^\/([^/]*)\/?(.*)$/.exec(pathname) ?? [];
  const objects = world.buckets.get(bucket);
  if (objects === undefined) return storageError('no-such-bucket');
  if (method === 'GET' && encodedKey === '') return listObjects(bucket, objects, query, writtenAt);
  if (method !== 'HEAD') return storageError('method-not-allowed');
  const object = objects.get(decodeURIComponent(encodedKey));
  if (object === undefined) return storageError('no-such-key');
  return {
    status: 200,
    body: '',
    headers: {
      'Last-Modified': new Date(object.changedAt ?? writtenAt).toUTCString(),
      'Content-Length': String(object.size),
    },
  };
}

function listObjects(
  bucket: string,
  objects: ReadonlyMap<string, SimulatedObject>,
  query: URLSearchParams,
  writtenAt: number,
): SimulatedAnswer {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const most = Math.min(Number(query.get('max-keys') ?? mostOnPage), mostOnPage);
  const name = query.get('encoding-type') === 'url' ? urlEncoded : escaped;
  const after = Buffer.from(query.get('continuation-token') ?? '', 'base64url').toString();
  const found = new Map<string, SimulatedObject | null>();
  for (const object of [...objects.values()].toSorted(byKey)) {
    if (!object.key.startsWith(prefix)) continue;
    const end = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
    if (end === -1) found.set(object.key, object);
    else found.set(object.key.slice(0, end + delimiter.length), null);
  }
  const rest = [...found].filter(([entry]) => entry > after);
  const page = rest.slice(0, most);
  const last = page.at(-1)?.[0];
  const isTruncated = rest.length > page.length;
  const contents = page.map(([entry, object]) =>
    object === null
      ? `<CommonPrefixes><Prefix>${name(entry)}</Prefix></CommonPrefixes>`
      : `<Contents><Key>${name(entry)}</Key><LastModified>${new Date(object.changedAt ?? writtenAt).toISOString()}</LastModified><ETag>&quot;0&quot;</ETag><Size>${object.size}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const body = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    `<Name>${bucket}</Name><Prefix>${name(prefix)}</Prefix><KeyCount>${page.length}</KeyCount>`,
    `<MaxKeys>${most}</MaxKeys><IsTruncated>${isTruncated}</IsTruncated>`,
    query.has('encoding-type') ? '<EncodingType>url</EncodingType>' : '',
    isTruncated && last !== undefined
      ? `<NextContinuationToken>${Buffer.from(last).toString('base64url')}</NextContinuationToken>`
      : '',
    ...contents,
    '</ListBucketResult>',
  ].join('');
  return { status: 200, body };
}

const byKey = (one: SimulatedObject, other: SimulatedObject) =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : 0;

/** As forms do, with `/` as it is. */
function urlEncoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+').replaceAll('%2F', '/');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
