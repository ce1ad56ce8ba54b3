import { limits, type Understanding } from '../contract.ts';
import type { AssetReference } from '../monitor/asset.ts';
import { createCollector, nameless } from './collector.ts';
import { readCommandLine } from './command.ts';
import { readFreeLine } from './free-line.ts';
import { readJson } from './json.ts';
import { readPiece } from './piece.ts';
import { toPlainForms } from './plain-forms.ts';
import type { SourceLine } from './source.ts';
import { createTableReader } from './table.ts';

export interface Pasted {
  readonly text: string;
  /** The workspace and project that bare ids belong to; null where the person has chosen none. */
  readonly workspace: string | null;
  readonly projectId: number | null;
  readonly isWatched: (reference: AssetReference) => boolean;
}

/**
 * Understands a pasted mess: JSON as a whole, else line by line commands, tables, then whatever ids and references a line holds. Never throws, and
 * takes time in proportion to the length of the text.
 */
export function understand({ text, isWatched, ...place }: Pasted): Understanding {
  const collector = createCollector(isWatched);
  const table = createTableReader(place, collector);
  if (readJson(text, place, collector)) return collector.understanding();
  let inCommand = false;
  for (const source of linesOf(text)) {
    if (bareId.test(source.plain)) {
      const id = source.plain.trim();
      collector.take(readPiece(id, place), id, source.number, nameless);
      inCommand = false;
      continue;
    }
    const command = readCommandLine(source, inCommand, collector);
    inCommand = command.continues;
    if (command.taken || table.take(source)) continue;
    readFreeLine(source, place, collector);
  }
  if (text.length > limits.pasteLength)
    collector.refuse(text.slice(limits.pasteLength, limits.pasteLength + 200), 1, 'too-long');
  return collector.understanding();
}

/** A column of ids is the longest thing that people paste; it needs none of the other readers. */
const bareId = /^ *\d{1,15} *$/;

function* linesOf(text: string): Generator<SourceLine> {
  const read = text.slice(0, limits.pasteLength);
  const lineEnd = /\r\n|[\n\r\u2028\u2029]/;
  const plainLines = toPlainForms(read).split(lineEnd);
  for (const [index, line] of read.split(lineEnd).entries()) {
    const plain = plainLines[index] ?? line;
    if (plain.trim() !== '') yield { line, number: index + 1, plain };
  }
}
