import { limits, type Understanding } from '../contract.ts';
import type { AssetReference } from '../monitor/asset.ts';
import { createCollector } from './collector.ts';
import { readCommandLine } from './command.ts';
import { readFreeLine } from './free-line.ts';
import { toPlainForms } from './plain-forms.ts';
import { createTableReader } from './table.ts';

export interface Pasted {
  readonly text: string;
  /** The workspace and project that bare ids belong to; null where the person has chosen none. */
  readonly workspace: string | null;
  readonly projectId: number | null;
  readonly isWatched: (reference: AssetReference) => boolean;
}

/**
 * Understands a pasted mess line by line: commands, tables, then whatever ids and references a line holds. Never throws, and
 * takes time in proportion to the length of the text.
 */
export function understand({ text, isWatched, ...place }: Pasted): Understanding {
  const collector = createCollector(isWatched);
  const table = createTableReader(place, collector);
  let inCommand = false;
  for (const { line, number, plain } of linesOf(text)) {
    const source = { line, number, plain };
    const command = readCommandLine(source, inCommand, collector);
    inCommand = command.continues;
    if (command.taken || table.take(source)) continue;
    readFreeLine(source, place, collector);
  }
  if (text.length > limits.pasteLength)
    collector.refuse(text.slice(limits.pasteLength, limits.pasteLength + 200), 1, 'too-long');
  return collector.understanding();
}

function* linesOf(text: string): Generator<{ line: string; number: number; plain: string }> {
  let number = 0;
  for (const line of text.slice(0, limits.pasteLength).split(/\r\n|[\n\r\u2028\u2029]/)) {
    number += 1;
    const plain = toPlainForms(line);
    if (plain.trim() !== '') yield { line, number, plain };
  }
}
