import type { ProjectPlace } from './asset.ts';

/** Object Storage takes keys of up to 1,024 bytes of UTF-8, so of no more characters than that. */
export const longestObjectKey = 1_024;

/** A bucket is named like a host: 3 to 63 lower-case letters, digits, `-` and `.` (Object Storage, create bucket). */
export const bucketNamePattern = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** A file in a bucket that is to become an asset of a project. */
export interface Registration extends ProjectPlace {
  readonly bucket: string;
  /** The object's whole name in the bucket. */
  readonly key: string;
}

/** What the service calls the asset of this object, as far as was seen: the last part of its key. */
export function fileNameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}
