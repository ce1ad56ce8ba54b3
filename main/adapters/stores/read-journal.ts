import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonOf } from './journal-line.ts';
import { namesIn } from './names-in.ts';
import { copyName, setAside, type StoreUnreadable } from './set-aside.ts';

/** A file of a journal that is never written to again. */
export interface ClosedFile {
  readonly path: string;
  readonly bytes: number;
  /** Where a damaged file goes instead of being deleted. */
  readonly copy: string | null;
}

export interface ReadJournal<Entry> {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  readonly files: readonly ClosedFile[];
  readonly unreadable: readonly StoreUnreadable[];
  /** The number of the next file. */
  readonly next: number;
}

export interface JournalOptions<Entry> {
  /** Absolute. */
  readonly folder: string;
  /** Null where it is none, such as one that only a newer version understands. */
  readonly parse: (stored: unknown) => Entry | null;
  /** Epoch milliseconds; names the copy of a damaged file. */
  readonly now: () => number;
}

/** Reads what former runs left in a journal's folder. It never throws for what lies there, and never loses it. */
export function readJournal<Entry>({ folder, parse, now }: JournalOptions<Entry>): ReadJournal<Entry> {
  const numbers = journalNumbers(folder);
  const entries: Entry[] = [];
  const files: ClosedFile[] = [];
  const unreadable: StoreUnreadable[] = [];
  for (const number of numbers) {
    const path = journalPath(folder, number);
    const text = textOf(path);
    if (text === null) {
      unreadable.push(setAside(path, now()));
      continue;
    }
    const lines = linesOf(text, parse);
    for (const line of lines) if (line.kind === 'entry') entries.push(line.entry);
    // A damaged file stays in place until what was read of it is on disk elsewhere; only then it goes aside.
    const copy = isDamaged(lines) ? copyName(path, now()) : null;
    if (copy !== null) unreadable.push({ kind: 'store-unreadable', file: path, copy });
    files.push({ path, bytes: Buffer.byteLength(text), copy });
  }
  return { entries, files, unreadable, next: (numbers.at(-1) ?? 0) + 1 };
}

export function journalPath(folder: string, number: number): string {
  return join(folder, `changes-${number}.jsonl`);
}

function journalNumbers(folder: string): number[] {
  return namesIn(folder)
    .flatMap((name) => /^changes-(\d+)\.jsonl$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((left, right) => left - right);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // No permission, or a disk fault: whichever it was, the file is kept and told.
    return null;
  }
}

type Line<Entry> =
  | { readonly kind: 'entry'; readonly entry: Entry }
  /** Not all of it, or not as it was written. */
  | { readonly kind: 'torn' }
  /** As it was written, but not understood. */
  | { readonly kind: 'foreign' };

function linesOf<Entry>(text: string, parse: (stored: unknown) => Entry | null): Line<Entry>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const json = jsonOf(line);
      if (json === null) return { kind: 'torn' };
      const entry = parse(JSON.parse(json));
      return entry === null ? { kind: 'foreign' } : { kind: 'entry', entry };
    });
}

/** Torn lines at the end are no damage: a write was cut short, and nobody was told that it was saved. */
function isDamaged(lines: readonly Line<unknown>[]): boolean {
  const end = lines.findLastIndex((line) => line.kind !== 'torn');
  return lines.slice(0, end + 1).some((line) => line.kind !== 'entry');
}
