import { nameless, type Collector, type Names } from './collector.ts';
import { createValueReader, isKey } from './keyed-values.ts';
import { isMediaFileName } from './file-name.ts';
import { readPiece } from './piece.ts';
import { createPieceReader, unfinished, type Piece } from './pieces.ts';
import { sliceLength } from './slices.ts';
import type { Place, SourceLine } from './source.ts';

/**
 * Reads whatever ids and references a line of prose, a list or JSON holds. Words without a digit are only told where nothing was found in their
 * line, so that "please watch 5678" is not half an error.
 */
export function* readFreeLine(source: SourceLine, place: Place, collector: Collector): Generator<void, void> {
  const { line, number, plain } = source;
  const nextPiece = createPieceReader(plain);
  const valueOf = createValueReader();
  const candidates = createCandidates(source, place, collector);
  let hasKeys = false;
  let slice = sliceLength;
  for (let piece = nextPiece(); piece !== null; piece = nextPiece()) {
    if (piece === unfinished || piece.end > slice) {
      yield;
      if (piece === unfinished) continue;
      slice = piece.end + sliceLength;
    }
    const value = valueOf(piece.text);
    if (value !== null) candidates.take(piece, value);
    else hasKeys ||= isKey(piece.text);
  }
  if (plain.length > sliceLength) yield;
  const { count, wasTold } = candidates.end();
  const isOnlyKeys = count === 0 && hasKeys;
  if (!wasTold && !isOnlyKeys && /[\p{L}\p{N}]/u.test(plain)) collector.refuse(line, number, 'not-an-id');
}

interface Candidate {
  readonly piece: Piece;
  readonly text: string;
}

/** A line with more of them is a list, in which no file name is the name of one id. */
const heldAtMost = 1_000;

/** What may be the ids of a line. They are held back for as long as one file name may turn out to be the name of the one id. */
function createCandidates({ line, number }: SourceLine, place: Place, collector: Collector) {
  const held: Candidate[] = [];
  const files: string[] = [];
  let ids = 0;
  let count = 0;
  let isNameless = false;
  let wasTold = false;

  function tell({ piece, text }: Candidate, names: Names): void {
    const reading = readPiece(text, place);
    if (reading.kind === 'assets' && isWord(text)) return;
    collector.take(reading, line.slice(piece.start, piece.end), number, names);
    wasTold = true;
  }

  function tellHeld(names: Names): void {
    for (const candidate of held) tell(candidate, names);
    held.length = 0;
  }

  return {
    take(piece: Piece, text: string): void {
      count += 1;
      if (isMediaFileName(text)) files.push(text);
      if (isWord(text) && !text.includes('/workspaces/')) return;
      if (isNameless) return tell({ piece, text }, nameless);
      held.push({ piece, text });
      if (/^\d+$/.test(text)) ids += 1;
      isNameless = ids > 1 || files.length > 1 || held.length > heldAtMost;
      if (isNameless) tellHeld(nameless);
    },
    end() {
      const [file = null] = files;
      tellHeld(ids === 1 && files.length === 1 && !isNameless ? { label: file, fileName: null } : nameless);
      return { count, wasTold };
    },
  };
}

const isWord = (text: string): boolean => !/\d/.test(text) || isMediaFileName(text);
