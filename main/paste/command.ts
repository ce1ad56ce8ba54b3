import { nameless, type Collector } from './collector.ts';
import { readPiece } from './piece.ts';
import { sliceLength } from './slices.ts';
import type { SourceLine } from './source.ts';

/** How a shell's line is continued: sh, cmd, PowerShell. */
const continuation = /[\\^`]$/;

/** True for a line of the documentation's curl command; `inCommand`: the line before it goes on in this one. */
export function isCommandLine({ plain }: SourceLine, inCommand: boolean): boolean {
  if (inCommand) return true;
  // Most lines have no sign of a command, which is seen at a glance.
  if (!plain.includes('-') && !/^[\s$>c]/i.test(plain)) return false;
  const begins = /^[\s$>]*curl(?:\.exe)?\s/i.test(plain);
  return begins || /^\s*(?:-H|--header|--data|-d)\b/.test(plain) || /\bx-ncp-/i.test(plain);
}

/** True where the command of this line goes on in the next. */
export function goesOn({ plain }: SourceLine): boolean {
  return continuation.test(plain.trimEnd());
}

/**
 * Reads a line of the documentation's curl command: only its address counts. The other words are headers with keys and signatures, so they are
 * never given back, not even as "not understood".
 */
export function* readCommandLine(
  { line, number, plain }: SourceLine,
  collector: Collector,
): Generator<void, void> {
  let done = 0;
  for (const match of plain.matchAll(/[^\s'"]+/g)) {
    if (match.index > done + sliceLength) {
      done = match.index;
      yield;
    }
    if (!match[0].includes('/workspaces/')) continue;
    const text = line.slice(match.index, match.index + match[0].length);
    collector.take(readPiece(match[0], { workspace: null, projectId: null }), text, number, nameless);
  }
}
