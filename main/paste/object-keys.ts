import type { FaultyLine, FoundObject, FoundObjects, ObjectFault } from '../contract.ts';
import { saysItsKind, unfitReasonOf } from '../model/media-file.ts';
import { bucketNamePattern, longestObjectKey } from '../model/registration.ts';
import { columnOf } from '../../words/column-names.ts';
import { severalInOne, unprintable } from './object-line.ts';
import { textOf } from './text-of-file.ts';

/** What is known beside the lines. */
export interface ObjectWishes {
  /** The bucket of lines that name none; null where it is not known yet. */
  readonly bucket: string | null;
  /** Once so many files were found, or so many lines that name none, the rest is only counted. */
  readonly most: number;
}

/** `kr.object.ncloudstorage.com` and its private twin `kr.object.private…`, once `kr.private.object…`, with the bucket in the path or before the host. */
const storageHost =
  /^(?:(?<bucket>.+)\.)?(?:kr|kr-standard)\.(?:private\.)?object\.(?:private\.)?ncloudstorage\.com$/i;

/**
 * Files by their object keys, one a line: keys, `s3://bucket/key`, and addresses of Object Storage. Blank lines mean nothing, and each sign
 * of the others is meant.
 */
export function readObjects(
  lines: readonly string[],
  { bucket: chosen, most }: ObjectWishes = { bucket: null, most: Infinity },
): FoundObjects {
  const found = new Map<string, FoundObject>();
  const bucketOfKey = new Map<string, string | null>();
  const faulty: FaultyLine[] = [];
  let [repeated, left] = [0, 0];
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    if (found.size >= most || faulty.length >= most) {
      left += 1;
      continue;
    }
    const line = index + 1;
    const refuse = (fault: ObjectFault) => faulty.push({ text: shown(text), line, fault });
    const isFirst = found.size + faulty.length === 0;
    const read = isFirst && isHeading(text) ? ({ fault: 'ambiguous' } as const) : readObject(text);
    if ('fault' in read) {
      refuse(read.fault);
      continue;
    }
    const { key } = read;
    const bucket = read.bucket ?? chosen;
    const fault = faultOf({ bucket, key });
    const name = JSON.stringify([bucket, key]);
    const other = bucketOfKey.get(key.normalize('NFC'));
    if (fault !== null) refuse(fault);
    else if (found.has(name)) repeated += 1;
    // The service tells what became of a file by its key alone, in either Unicode form.
    else if (bucket !== null && typeof other === 'string') refuse('same-key');
    else {
      found.set(name, { bucket, key, line, isUnknownKind: !saysItsKind(key) });
      bucketOfKey.set(key.normalize('NFC'), bucket);
    }
  }
  return { found: [...found.values()], faulty, repeated, left };
}

/**
 * The lines of a text, or of a file in whatever encoding a spreadsheet wrote it, without the spaces and tabs around them; null where it is
 * none of text.
 */
export function linesOf(text: string | Uint8Array): readonly string[] | null {
  const read = typeof text === 'string' ? text : textOf(text);
  return read === null
    ? null
    : read
        .replace(/^\ufeff/, '')
        .split(/\r\n?|\n/)
        .map(withoutSpaces);
}

function withoutSpaces(line: string): string {
  let [from, to] = [0, line.length];
  while (' \t'.includes(line[from] ?? '-')) from += 1;
  while (to > from && ' \t'.includes(line[to - 1] ?? '-')) to -= 1;
  return line.slice(from, to);
}

export function readObjectList(text: string | Uint8Array, wishes: ObjectWishes): FoundObjects {
  const lines = linesOf(text);
  const noText: FaultyLine = { text: '', line: 1, fault: 'not-text' };
  return lines === null ? { found: [], faulty: [noText], repeated: 0, left: 0 } : readObjects(lines, wishes);
}

type Named = Pick<FoundObject, 'bucket' | 'key'>;

/**
 * What lists have around their keys, or instead of them. In an address all of it is taken for a part of the key. A number before a name is
 * none of it: people number their files.
 */
const ofLists: readonly RegExp[] = [
  // JSON, CSV and XML; a comment; what YAML and Markdown set before an entry; the name of a field.
  /^".*"[,;]?$|^<[/\w?!].*>$|^#\s|^[-*•+](?:\s|$)|^(?:object ?)?(?:key|path|file(?: ?name)?)\s*[:=]\s/i,
  // The signs of JSON and CSV behind the name of a media file.
  /\.(?:mp4|mkv|mov|webm|png|jpe?g|heic)(?:["'`,;|}\]]|\s+#)/i,
  // Rows of `aws s3 ls`, `mc ls` and `ls -l`, and of `rclone ls`, whose sizes are no dates.
  /^\d{4}-\d\d-\d\d \d\d:\d\d\S*\s+(?:[\d.]+ |PRE )|^\[\d{4}-\d\d-\d\d |^[-dl][-rwxsStT]{9}\S?\s|^total \d+$|^\s*PRE .*\/$/,
  /^(?!(?:19|20)\d\d[01]\d[0-3]\d\s)[1-9]\d{5,}\s+\S/,
  // The paths of a disk, as `find` and `dir` write them, and the addresses of another store.
  /^\.{0,2}[/\\]|\\|^[a-z][a-z\d+.-]*:[/\\]/i,
];

/** What stands above the keys of a column: they have no such name. */
function isHeading(text: string): boolean {
  return (
    columnOf(text) !== null ||
    /^(?:(?:object|file)[ _-]?)?(?:keys?|path)$|^(?:객체|오브젝트|オブジェクト) ?(?:키|キー)$/i.test(text)
  );
}

function readObject(text: string): Named | { readonly fault: ObjectFault } {
  if (severalInOne.test(text)) return { fault: 'ambiguous' };
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]*)\/?(.*)$/is.exec(text) ?? [];
  if (/^s3:\/\//i.test(text)) return key.trim() === '' ? { fault: 'no-key' } : { bucket, key };
  // A blank at either end may be a part of the name, or not: they are two objects.
  if (text !== text.trim()) return { fault: 'ambiguous' };
  if (!/^https?:\/\//i.test(text)) {
    const isMore = ofLists.some((signs) => signs.test(text)) || storageHost.test(text.replace(/\/.*/s, ''));
    return isMore ? { fault: 'ambiguous' } : { bucket: null, key: text };
  }
  // The parser leaves out some of them and replaces others.
  if (unprintable.test(text)) return { fault: 'unprintable' };
  const url = URL.canParse(text) ? new URL(text) : null;
  const host = url === null ? null : storageHost.exec(url.hostname);
  if (url === null || host === null) return { fault: 'no-key' };
  const path = pathOf(text, url);
  if (path === null) return { fault: 'ambiguous' };
  const before = host.groups?.['bucket'];
  const slash = path.indexOf('/');
  const read =
    before === undefined
      ? { bucket: path.slice(0, slash), key: path.slice(slash + 1) }
      : { bucket: before, key: path };
  return read.key === '' || (before === undefined && slash < 1) ? { fault: 'no-key' } : read;
}

/** A presigned address carries its signature in the query, and what the response is to look like: neither is a part of the name. */
const ofSignature =
  /^(?:(?:x-amz-[\w-]+|x-id|awsaccesskeyid|signature|expires|response-[\w-]+)=[^&#]*(?:&|$))+$/i;

/**
 * The path of an address; null where it could mean another object as well. The parser cuts at `#`, takes `\` for `/`, and takes the steps
 * `.` and `..`, also where they are encoded, and a `?` may be a part of a name. A file that was registered by mistake stays registered.
 */
function pathOf(text: string, { pathname }: URL): string | null {
  const [, written = '', query] = /^https?:\/\/[^/\\?#]*\/?([^?]*)(?:\?(.*))?$/i.exec(text) ?? [];
  if (query !== undefined && !ofSignature.test(query)) return null;
  const path = decoded(written);
  return path === decoded(pathname.slice(1)) ? path : null;
}

/** Null where some of it is encoded and some is not. */
function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone % is part of the name.
    return /%[\da-f]{2}/i.test(path) ? null : path;
  }
}

function faultOf({ bucket, key }: Named): ObjectFault | null {
  if (bucket !== null && !bucketNamePattern.test(bucket)) return 'bucket-name';
  if (key.endsWith('/')) return 'folder';
  if (unprintable.test(key)) return 'unprintable';
  if (new TextEncoder().encode(key).length > longestObjectKey) return 'too-long';
  // Only the name is known here, and none says that it is too large.
  return unfitReasonOf(key, 0) === null ? null : 'extension';
}

/** Without a query, which may hold a signature; cut, because a line may be a whole file. */
function shown(text: string): string {
  return text.replace(/\?.*$/s, '').slice(0, 200).toWellFormed();
}
