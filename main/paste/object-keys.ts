import { unfitReasonOf } from '../model/media-file.ts';
import { bucketNamePattern, longestObjectKey } from '../model/registration.ts';

/** Why a line names no file that could be registered. */
export const objectFaults = ['folder', 'extension', 'bucket-name', 'too-long', 'no-key'] as const;
export type ObjectFault = (typeof objectFaults)[number];

export interface FoundObject {
  /** Null where the line names none. */
  readonly bucket: string | null;
  readonly key: string;
}

export interface FaultyLine {
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
  readonly fault: ObjectFault;
}

export interface FoundObjects {
  /** Each once, in the order in which they stand there. */
  readonly found: readonly FoundObject[];
  readonly faulty: readonly FaultyLine[];
  /** Lines that name what a line before them names. */
  readonly repeated: number;
}

/** `kr.object.ncloudstorage.com` and its private twin, with the bucket in the path or before the host. */
const storageHost = /^(?:(?<bucket>.+)\.)?(?:kr|kr-standard)\.(?:private\.)?object\.ncloudstorage\.com$/i;

/** Files by their object keys, one a line: keys, `s3://bucket/key`, and addresses of Object Storage. Blank lines mean nothing. */
export function readObjects(lines: readonly string[]): FoundObjects {
  const found = new Map<string, FoundObject>();
  const faulty: FaultyLine[] = [];
  let repeated = 0;
  for (const [index, raw] of lines.entries()) {
    const text = raw.trim();
    if (text === '') continue;
    const object = readObject(text);
    const fault = 'fault' in object ? object.fault : faultOf(object);
    if (fault !== null) faulty.push({ text: shown(text), line: index + 1, fault });
    else if ('key' in object) {
      const name = JSON.stringify([object.bucket, object.key]);
      if (found.has(name)) repeated += 1;
      found.set(name, object);
    }
  }
  return { found: [...found.values()], faulty, repeated };
}

function readObject(text: string): FoundObject | { readonly fault: ObjectFault } {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]*)\/?(.*)$/i.exec(text) ?? [];
  if (/^s3:\/\//i.test(text)) return key === '' ? { fault: 'no-key' } : { bucket, key };
  if (!/^https?:\/\//i.test(text)) return { bucket: null, key: text };
  const url = URL.canParse(text) ? new URL(text) : null;
  const host = url === null ? null : storageHost.exec(url.hostname);
  if (url === null || host === null) return { fault: 'no-key' };
  // A presigned address carries a signature in its query, which is no part of the name.
  const path = decoded(url.pathname.slice(1));
  const before = host.groups?.['bucket'];
  const slash = path.indexOf('/');
  const read =
    before === undefined
      ? { bucket: path.slice(0, slash), key: path.slice(slash + 1) }
      : { bucket: before, key: path };
  return read.key === '' || (before === undefined && slash < 1) ? { fault: 'no-key' } : read;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone % is part of the name.
    return path;
  }
}

function faultOf({ bucket, key }: FoundObject): ObjectFault | null {
  if (bucket !== null && !bucketNamePattern.test(bucket)) return 'bucket-name';
  if (key.endsWith('/')) return 'folder';
  if (new TextEncoder().encode(key).length > longestObjectKey) return 'too-long';
  // Only the name is known here, and none says that it is too large.
  return unfitReasonOf(key, 0) === null ? null : 'extension';
}

/** Without a query, which may hold a signature; cut, because a line may be a whole file. */
function shown(text: string): string {
  return text.replace(/\?.*$/s, '').slice(0, 200).toWellFormed();
}
