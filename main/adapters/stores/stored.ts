import { lstatSync, readFileSync } from 'node:fs';
import { textOf } from '../text-of.ts';

/** What a store file holds, as it was read: also what this version does not know, so that a save can keep it. */
export type Stored = Readonly<Record<string, unknown>>;

/** Bytes. Ten thousand accounts need less; half a gigabyte kept the start waiting for a minute. */
const longestFile = 16 * 1_024 * 1_024;

/**
 * Reads a file that holds a JSON object, in whichever encoding an editor saved it. Throws for anything else. A link is refused,
 * because whoever can plant one would choose which file the app reads and overwrites, and a pipe, because reading it would never end.
 */
export function readStored(file: string): Stored {
  const found = lstatSync(file);
  if (!found.isFile()) throw new Error('no regular file');
  if (found.size > longestFile) throw new Error('too long');
  const stored: unknown = JSON.parse(textOf(readFileSync(file)));
  if (!isObject(stored)) throw new Error('no JSON object');
  return stored;
}

/** Throws for what is nested so deep that it can be read but not written: keeping it would make every later save fail. */
export function writable(stored: Stored): Stored {
  JSON.stringify(stored);
  return stored;
}

/** The entries of a part that should be an object; none where it is anything else. */
export function entriesOf(part: unknown): Stored {
  return isObject(part) ? part : {};
}

/** Milliseconds on either side of 1970, as far as a `Date` goes: saying a farther time throws. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= 8.64e15;
}

function isObject(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
