import { nameless, type Collector } from './collector.ts';
import { readPiece } from './piece.ts';
import type { SourceLine } from './source.ts';

export interface CommandLineReading {
  /** The line belongs to a command and needs no other reader. */
  readonly taken: boolean;
  /** The command goes on in the next line. */
  readonly continues: boolean;
}

/** How a shell's line is continued: sh, cmd, PowerShell. */
const continuation = /[\\^`]\s*$/;

/**
 * Reads the documentation's curl command: only its address counts. The other words are headers with keys and signatures, so they are never
 * given back, not even as "not understood".
 */
export function readCommandLine(
  source: SourceLine,
  inCommand: boolean,
  collector: Collector,
): CommandLineReading {
  const { line, number, plain } = source;
  const begins = /^[\s$>]*curl(?:\.exe)?\s/i.test(plain);
  const isHeader = /^\s*(?:-H|--header|--data|-d)\b/.test(plain) || /\bx-ncp-/i.test(plain);
  if (!begins && !inCommand && !isHeader) return { taken: false, continues: false };
  for (const match of plain.matchAll(/[^\s'"]+/g)) {
    if (!match[0].includes('/workspaces/')) continue;
    const text = line.slice(match.index, match.index + match[0].length);
    collector.take(readPiece(match[0], { workspace: null, projectId: null }), text, number, nameless);
  }
  return { taken: true, continues: continuation.test(plain) };
}
