import { cleanText } from '../mi/clean-text.ts';
import type { Collector } from './collector.ts';
import { columnOf, type Column } from './columns.ts';
import { readPiece } from './piece.ts';
import type { Place } from './source.ts';

interface Entry {
  /** The id as it stood there. */
  readonly asset: string;
  readonly place: Place;
  readonly label: string | null;
  readonly fileName: string | null;
}

/**
 * Reads a text that is JSON as a whole: an export of this app, or an answer of the API. False where it is none, or where no
 * object in it names an asset; then its lines are read as any others.
 */
export function readJson(text: string, place: Place, collector: Collector): boolean {
  const entries = entriesIn(parsed(text), place);
  const lineOf = createLineFinder(text);
  for (const { asset, place: near, label, fileName } of entries)
    collector.take(readPiece(asset, near), asset, lineOf(asset), { label, fileName });
  return entries.length > 0;
}

function parsed(text: string): unknown {
  if (!/^[\s\ufeff]*[[{]/.test(text)) return null;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

/** All objects with an asset, in the order of the text; what an object does not say of its place it has from those around it. */
function entriesIn(whole: unknown, place: Place): readonly Entry[] {
  const entries: Entry[] = [];
  // The objects of a list have the same names, and reading one takes longer than finding it.
  const columns = new Map<string, Column | null>();
  // A stack of our own: answers nest a few levels, a hostile text a million.
  const waiting: { readonly value: unknown; readonly around: Place }[] = [{ value: whole, around: place }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, around } = next;
    if (typeof value !== 'object' || value === null) continue;
    const fields = Array.isArray(value) ? new Map<Column, string>() : fieldsOf(value, columns);
    const inside = placeIn(fields, around);
    const asset = fields.get('asset');
    if (asset !== undefined) entries.push({ asset, place: inside, ...namesIn(fields) });
    const children: readonly unknown[] = Object.values(value);
    for (const child of children.toReversed()) waiting.push({ value: child, around: inside });
  }
  return entries;
}

function fieldsOf(value: object, columns: Map<string, Column | null>): Map<Column, string> {
  const fields = new Map<Column, string>();
  for (const [name, field] of Object.entries(value) as [string, unknown][]) {
    if (typeof field !== 'string' && typeof field !== 'number') continue;
    let column = columns.get(name);
    if (column === undefined) columns.set(name, (column = columnOf(name)));
    if (column !== null && !fields.has(column)) fields.set(column, String(field).trim());
  }
  return fields;
}

function placeIn(fields: ReadonlyMap<Column, string>, around: Place): Place {
  const project = fields.get('project') ?? '';
  return {
    workspace: fields.get('workspace') ?? around.workspace,
    projectId: /^\d{1,15}$/.test(project) ? Number(project) : around.projectId,
  };
}

function namesIn(fields: ReadonlyMap<Column, string>): { label: string | null; fileName: string | null } {
  return { label: cleanText(fields.get('label') ?? ''), fileName: cleanText(fields.get('file') ?? '') };
}

/** Finds the line of each id, given in the order of the text; stays where it is once one was written in another way. */
function createLineFinder(text: string): (id: string) => number {
  let at = 0;
  let line = 1;
  let lost = false;
  return (id) => {
    const found = lost ? -1 : text.indexOf(id, at);
    lost = found === -1;
    for (; at < found; at += 1) if (text.charCodeAt(at) === 10) line += 1;
    return line;
  };
}
