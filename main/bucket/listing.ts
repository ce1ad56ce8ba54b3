import * as v from 'valibot';
import { listOf } from '../mi/answer-fields.ts';
import type { BucketPage, PageMark } from '../model/bucket.ts';
import { longestObjectKey } from '../model/registration.ts';
import type { XmlContent } from './xml.ts';

/** The most that Object Storage puts on a page (ListObjectsV2, `max-keys`). */
const mostOnPage = 1_000;

/** An element that stands there once. */
const only = <Input, Output>(schema: v.GenericSchema<Input, Output>) =>
  v.pipe(
    v.tuple([schema]),
    v.transform(([one]) => one),
  );

const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number));

const moment = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  v.transform((text) => Date.parse(text)),
  v.number(),
);

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(4_096));

/** `readName`: null for what cannot be a name. */
function listing(readName: (text: string) => string | null) {
  const name = v.pipe(
    v.string(),
    v.transform(readName),
    v.string(),
    v.minLength(1),
    v.maxLength(longestObjectKey),
  );
  const object = v.pipe(
    v.object({
      Key: only(name),
      Size: only(wholeNumber),
      LastModified: v.fallback(v.nullish(only(moment), null), null),
    }),
    v.transform(({ Key: key, Size: size, LastModified: changedAt }) => ({ key, size, changedAt })),
  );
  const folder = v.pipe(
    v.object({ Prefix: only(name) }),
    v.transform(({ Prefix }) => Prefix),
  );
  return v.object({
    IsTruncated: only(v.picklist(['true', 'false'])),
    Contents: v.optional(
      listOf(object, mostOnPage, ({ key }) => key),
      [],
    ),
    CommonPrefixes: v.optional(
      listOf(folder, mostOnPage, (prefix) => prefix),
      [],
    ),
    NextContinuationToken: v.optional(only(text)),
    NextMarker: v.optional(only(name)),
  });
}

const encoding = v.object({ EncodingType: only(v.literal('url')) });

/**
 * Reads `ListBucketResult`. NAVER Cloud's pages contradict each other on whether version 2 of the list is there, so an answer of version 1
 * is read as well: it is the one that names a marker instead of a token (storage-objectstorage, storage-objectstorage-listobjectsv2).
 */
export function readListing(content: XmlContent, prefix: string) {
  const isEncoded = v.is(encoding, content);
  const read = v.safeParse(listing(isEncoded ? decoded : (name) => name), content);
  if (!read.success) return read;
  const { Contents, CommonPrefixes, IsTruncated, NextContinuationToken, NextMarker } = read.output;
  const next = markOf(NextContinuationToken, NextMarker);
  const page: BucketPage = {
    folders: CommonPrefixes.entries,
    // A folder that was made in the console is an object of its own name.
    objects: Contents.entries.filter(({ key }) => key !== prefix),
    skipped: Contents.skipped + CommonPrefixes.skipped,
    next: IsTruncated === 'true' ? next : null,
  };
  return { success: true, page, isCut: IsTruncated === 'true' && next === null } as const;
}

function markOf(token: string | undefined, marker: string | undefined): PageMark | null {
  if (token !== undefined) return { by: 'token', value: token };
  return marker === undefined ? null : { by: 'marker', value: marker };
}

/** As forms encode, with `+` for a space: S3 does, and its clients read it so (botocore, `decode_list_object`). */
function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    // A % that begins nothing: half a name is none.
    return null;
  }
}
