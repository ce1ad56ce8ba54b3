import { cleanText } from '../mi/clean-text.ts';
import type { Collector } from './collector.ts';
import { columnOf, type Column } from './columns.ts';
import { createTokenReader } from './json-tokens.ts';
import { readPiece } from './piece.ts';
import { sliceLength } from './slices.ts';
import type { Place } from './source.ts';

/** An object of the text. What it does not say of its place it has from the one around it. */
interface Fields {
  readonly around: Fields | null;
  readonly values: Map<Column, string>;
  /** Known once it was asked for; the object is complete by then. */
  place: Place | null;
}

interface Entry {
  /** The id as it stood there. */
  readonly asset: string;
  readonly line: number;
  readonly fields: Fields;
}

/** Answers nest a few levels. A text that nests deeper is none, and is read as any other. */
const deepest = 1_000;

/**
 * Reads a text that is JSON: an export of this app, or an answer of the API, whole or cut off at either end. False where it is none, or
 * where no object in it names an asset; then its lines are read as any others.
 */
export function* readJson(text: string, place: Place, collector: Collector): Generator<void, boolean> {
  if (!/^[\s\ufeff.\u2026,]*["[{]/.test(text)) return false;
  const entries = yield* entriesIn(text, place);
  for (const [index, { asset, line, fields }] of (entries ?? []).entries()) {
    if (index % 1_000 === 999) yield;
    const names = {
      label: cleanText(fields.values.get('label') ?? ''),
      fileName: cleanText(fields.values.get('file') ?? ''),
    };
    collector.take(readPiece(asset, placeOf(fields)), asset, line, names);
  }
  return entries !== null && entries.length > 0;
}

/** All objects with an asset, in the order of the text; null where the text is no JSON. */
function* entriesIn(text: string, place: Place): Generator<void, readonly Entry[] | null> {
  const entries: Entry[] = [];
  const nextToken = createTokenReader(text);
  const outermost = (): Fields => ({ around: null, values: new Map(), place });
  let slice = sliceLength;
  // Cut off at its beginning, a text starts inside an object.
  let fields = outermost();
  /** For each bracket that is open, the object around it. */
  const open: Fields[] = [];
  let key: Column | null = null;
  for (let token = nextToken(); token !== null; token = nextToken()) {
    if (token.kind === 'alien' || open.length > deepest) return null;
    if (token.end > slice) {
      yield;
      slice = token.end + sliceLength;
    }
    const column = key;
    key = token.kind === 'key' ? columnOf(token.text) : null;
    if (token.kind === 'open') {
      open.push(fields);
      if (token.text === '{') fields = { around: fields, values: new Map(), place: null };
    } else if (token.kind === 'close') fields = open.pop() ?? outermost();
    else if (token.kind === 'value' && column !== null && !fields.values.has(column)) {
      fields.values.set(column, token.text.trim());
      if (column === 'asset') entries.push({ asset: token.text.trim(), line: token.line, fields });
    }
  }
  return entries;
}

function placeOf(fields: Fields): Place {
  if (fields.place !== null || fields.around === null)
    return (fields.place ??= { workspace: null, projectId: null });
  const around = placeOf(fields.around);
  const project = fields.values.get('project') ?? '';
  fields.place = {
    workspace: fields.values.get('workspace') ?? around.workspace,
    projectId: /^\d{1,15}$/.test(project) ? Number(project) : around.projectId,
  };
  return fields.place;
}
