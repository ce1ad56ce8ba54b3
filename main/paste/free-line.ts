import type { Collector } from './collector.ts';
import { columnOf, type Column } from './columns.ts';
import { isMediaFileName } from './file-name.ts';
import { readPiece } from './piece.ts';
import { piecesOf, type Piece } from './pieces.ts';
import type { Place, SourceLine } from './source.ts';

/** Fields whose value is no asset: in a pasted JSON answer, 1234 after `projectId` must not become a watch. */
const notAssets: readonly (Column | null)[] = ['project', 'workspace', 'label', 'file', 'other'];

/**
 * Reads whatever ids and references a line of prose, a list or JSON holds. Words without a digit are only told where nothing was found in their
 * line, so that "please watch 5678" is not half an error.
 */
export function readFreeLine(source: SourceLine, place: Place, collector: Collector): void {
  const { line, number, plain } = source;
  const candidates = candidatesOf(plain);
  const names = { label: labelOf(candidates), fileName: null };
  let wasFound = false;
  let wasRefused = false;
  for (const { piece, text } of candidates) {
    const isWord = !/\d/.test(text) || isMediaFileName(text);
    const reading = readPiece(text, place);
    if (isWord && (reading.kind === 'assets' || !text.includes('/workspaces/'))) continue;
    collector.take(reading, line.slice(piece.start, piece.end), number, names);
    if (reading.kind === 'assets') wasFound = true;
    else wasRefused = true;
  }
  const hasWords = /[\p{L}\p{N}]/u.test(plain);
  const hasKeys = candidates.length === 0 && piecesOf(plain).some(({ text }) => keyOf(text) !== null);
  if (!wasFound && !wasRefused && hasWords && !hasKeys) collector.refuse(line, number, 'not-an-id');
}

interface Candidate {
  readonly piece: Piece;
  /** The piece without the name and the signs around the id: `assetId:5678` and `#5678` are `5678`. */
  readonly text: string;
}

function candidatesOf(plain: string): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let key: Column | null = null;
  let word = '';
  for (const piece of piecesOf(plain)) {
    const text = piece.text;
    if (/^[:=]$/.test(text)) {
      key = columnOf(word);
      continue;
    }
    const named = /^([\p{L}_-]{1,40})[:=]+(.*)$/u.exec(text);
    if (named && !text.includes('://')) key = columnOf(named[1] ?? '');
    const value = named && !text.includes('://') ? (named[2] ?? '') : text;
    word = text;
    if (value === '') continue;
    if (!notAssets.includes(key))
      candidates.push({ piece, text: value.replace(/^#/, '').replace(/[.:!?]+$/, '') });
    key = null;
  }
  return candidates;
}

function keyOf(text: string): Column | null {
  return columnOf(text.replace(/[:=].*$/, ''));
}

/** The one file name beside the one id of a line. */
function labelOf(candidates: readonly Candidate[]): string | null {
  const files = candidates.filter(({ text }) => isMediaFileName(text));
  return files.length === 1 && candidates.filter(({ text }) => /^\d+$/.test(text)).length === 1
    ? (files[0]?.text.slice(0, 200) ?? null)
    : null;
}
