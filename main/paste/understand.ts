import { limits, type Understanding } from '../contract.ts';
import type { AssetReference } from '../model/asset.ts';
import { createCollector, nameless, type Collector } from './collector.ts';
import { goesOn, isCommandLine, readCommandLine } from './command.ts';
import { readFreeLine } from './free-line.ts';
import { wholeNumberOf } from './ids.ts';
import { readJson } from './json.ts';
import { createLineReader } from './lines.ts';
import { readPiece } from './piece.ts';
import { createRecordReader } from './records.ts';
import { sliceLength } from './slices.ts';
import type { Place } from './source.ts';
import { createTableReader } from './table.ts';
import { isWordLine, readLongWordLine, readWordLine } from './word-line.ts';

export interface Pasted {
  readonly text: string;
  /** The workspace and project that bare ids belong to; null where the person has chosen none. */
  readonly workspace: string | null;
  readonly projectId: number | null;
  readonly isWatched: (reference: AssetReference) => boolean;
}

/**
 * Understands a pasted mess: JSON as a whole, else line by line commands, tables, then whatever ids and references a line holds. Never throws, and
 * takes time in proportion to the length of the text. Gives way every few milliseconds: `inSlices` carries it to its end.
 */
export function* understand({ text, isWatched, ...place }: Pasted): Generator<void, Understanding> {
  const collector = createCollector(isWatched);
  const read = text.slice(0, limits.pasteLength);
  if (!(yield* readJson(read, place, collector))) yield* readLines(read, place, collector);
  if (text.length > read.length) collector.refuse(text.slice(read.length, read.length + 200), 1, 'too-long');
  return collector.understanding();
}

/** What a line costs beside its characters. */
const lineCost = 16;

function* readLines(text: string, place: Place, collector: Collector): Generator<void, void> {
  const nextLine = createLineReader(text);
  yield;
  const table = createTableReader(place, collector);
  const nextRecord = createRecordReader(nextLine, table);
  let inCommand = false;
  let done = 0;
  for (let source = nextRecord(); source !== null; source = nextRecord()) {
    done += source.line.length + lineCost;
    if (done > sliceLength) {
      done = 0;
      yield;
    }
    const isLong = source.line.length > sliceLength;
    const piece = source.plain.trim();
    if (isAlone(piece, inCommand)) {
      collector.take(readPiece(piece, place), source.line.trim(), source.number, nameless);
      inCommand = false;
      continue;
    }
    if (isLong) yield;
    if (isCommandLine(source, inCommand)) {
      // A name may hold what a command does.
      const isRow = table.takeSure(source);
      if (!isRow) yield* readCommandLine(source, collector);
      inCommand = !isRow && goesOn(source);
    } else {
      inCommand = false;
      if (table.take(source)) continue;
      if (isLong) yield;
      if (!isWordLine(source)) yield* readFreeLine(source, place, collector);
      else if (isLong) yield* readLongWordLine(source, place, collector);
      else readWordLine(source, place, collector);
    }
  }
}

const reference = /^[a-z0-9-]{3,63}\/\d{1,15}\/\d{1,15}$/;

/** A column of ids, or of references as the window copies them, is the longest thing that people paste; it needs none of the other readers. */
function isAlone(piece: string, inCommand: boolean): boolean {
  return wholeNumberOf(piece) >= 0 || (!inCommand && piece.length < 100 && reference.test(piece));
}
