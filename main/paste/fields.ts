import {
  columnOf,
  saysAssetId,
  saysProjectId,
  type Column,
  type ColumnName,
} from '../../words/column-names.ts';
import { createEntry, saidBy, say, saidOf, unclear, type Collector, type Entry } from './collector.ts';
import { isWorkspaceName } from '../mi/request-target.ts';
import { numbersIn, readCell, readIds, type IdReading } from './ids.ts';
import type { SourceLine } from './lines.ts';

/** A name, and the first word behind it. */
const field =
  /(?<![\p{L}\p{N}_-])["'`*]?(\p{L}[\p{L} _.-]{0,40}?)["'`*]*\s*(?:=>|[:=])(\s*["'`]?#?([^\s"'`,;&?#)}\]|]*))/gu;
/** Of XML, as a name and what stands behind it. */
const element = /<([\w:-]{1,40})>([^<>]*)<\/\1>/g;
/** A name with ids behind it and nothing else. */
const named = /^(\p{L}[\p{L} _-]{1,30}?)[ #]+(\d.*)$/u;
/** An id that words or another field follow. */
const single = /^["'`]?([1-9]\d{0,15})["'`]?(?:\s*[,;&)}\]|<]\s*|\s+)(.*)/;
/** More than one word, but for what explains it: `9 (Autumn)`, or a comment. */
const longer = /^\S+\s+(?!\(|#|\/\/)/;
type Pair = readonly [column: Column, value: string];

/** Reads what lines say by names: `assetId: 5678` of logs and forms, a list of ids under its name, and the place of the ids after them. */
export function createFields(collector: Collector) {
  let entry = createEntry();
  let heading: Column | null = null;
  /** How far in the heading stands. */
  let indent = 0;
  /** An id under the heading came last: the next one is of the same list. */
  let isListed = false;

  /** What belongs together is known at its end: the place may stand before the id or behind it. */
  function end(): void {
    if (entry.assets.length === 0 && Object.keys(entry.said).length === 0) return;
    const next = createEntry(place());
    // The address that stands before it or behind it says its place.
    collector.take(entry, entry.assets[0]?.line, true);
    entry = next;
  }

  /** Where what follows stands, unless it says that itself. */
  function place(): Entry {
    const [workspace, project] = [saidOf(entry, 'workspace'), saidOf(entry, 'project')];
    // The name of a project says nothing of its id, and is of no other asset.
    const said = { workspace, project: isName(project ?? '') ? undefined : project };
    return before(said);
  }

  function putAsset(value: string, line: number): void {
    // A name between two ids is of the one before it.
    if (entry.assets.length > (isListed ? 500 : 0)) end();
    entry.assets.push({ text: value, line, readings: readCell(idsOf(value)) });
  }

  function put([column, value]: Pair, line: number): void {
    if (column === 'asset') return putAsset(value, line);
    if (column === 'id' || column === 'other') return;
    const [what, text] = saidBy(column, value);
    const present = entry.said[what] ?? '';
    // The id of a project may stand behind its name: another name is of what follows.
    const isOther = readCell(present) !== null || (isName(present) && isName(text));
    const wasLeftOpen = entry.said[what] === '' && entry.assets.length > 0;
    if (wasLeftOpen || (what === 'project' ? isOther : present !== '')) end();
    say(entry, what, text);
    // Another workspace has other projects.
    if (what === 'workspace' && entry.around?.said.project) say(entry, 'project', unclear);
  }

  function beginHeading(column: Column, plain: string, line: number): void {
    heading = column;
    isListed = false;
    indent = plain.search(/\S/);
    // Left open until a value comes: the place of another asset, or the chosen one, is not meant.
    if (column !== 'asset') put([column, ''], line);
  }

  /** Takes what has its name in a line before. False of another field, which leaves that name without a value. */
  function takeUnderHeading(plain: string, pairs: readonly Pair[], line: number): boolean {
    if (heading === null || heading === 'other') return false;
    if (heading === 'asset' || heading === 'id') {
      if (readCell(plain) === null) return false;
      putAsset(plain.trim(), line);
      isListed = true;
      return true;
    }
    // What stands further in, as in YAML, belongs to the name.
    const isFurtherIn = plain.search(/\S/) > indent && pairs.every(([column]) => column !== 'asset');
    const isValue = pairs.length === 0 || isFurtherIn;
    const [what] = saidBy(heading, '');
    if (isValue && entry.said[what] === '') entry.said[what] = undefined;
    if (isValue) put([heading, plain.trim()], line);
    heading = isValue ? 'other' : null;
    return isValue;
  }

  /** Takes the addresses of a line: one of them may say the place of the asset in the form around it. */
  function takeAddress(text: string, line: number): void {
    if (heading !== 'asset' && heading !== 'id') heading = null;
    if (entry.assets.length > 0) entry.texts.push({ text, line, isName: false });
  }

  return {
    end,
    place,
    takeAddress,
    /** What follows is of this place, unless it says another. */
    standsIn(said: Entry['said']): void {
      end();
      entry = createEntry(before(said));
    },
    /** True of a line that has an asset's id behind the name of it. */
    saysAsset: (plain: string): boolean =>
      pairsOf(plain, false).some(([column, value]) => column === 'asset' && readCell(idsOf(value)) !== null),
    /** The ids of a line that holds nothing else. Under the name of something else numbers are none. */
    idsIn(plain: string): readonly IdReading[] | null {
      const ids = readIds(plain);
      if (ids === null) heading = null;
      return heading === null ? ids : null;
    },
    take({ plain, number }: SourceLine, hasAddress: boolean): boolean {
      if (heading === null && !/\p{L}/u.test(plain)) return false;
      const alone = headingIn(plain);
      if (alone !== undefined) beginHeading(alone, plain, number);
      if (alone !== undefined) return true;
      const pairs = pairsOf(plain, entry.assets.length > 0 || Object.keys(entry.said).length > 0);
      if (takeUnderHeading(plain, pairs, number)) return true;
      isListed = false;
      // What a line of a log says of the place is of its own ids.
      const isTogether = pairs.length > 1 && pairs.some(([column]) => column === 'asset');
      if (isTogether) end();
      for (const pair of pairs) put(pair, number);
      if (hasAddress) takeAddress(plain, number);
      if (isTogether) end();
      // A bare id is told, with what it could be used for.
      return pairs.length > 0 && (isTogether || pairs.every(([column]) => column !== 'id'));
    },
  };
}

/** What a line names of which nothing more is said in it. */
function headingIn(plain: string): Column | undefined {
  // In a table it says how many.
  if (/^\W*assets\W*$/i.test(plain)) return 'asset';
  if (/^\W*(?:projects|workspaces)\W*$/i.test(plain)) return 'other';
  return columnOf(plain.trim().replace(/:$/, ''))?.column;
}

function pairsOf(plain: string, isWithin: boolean): readonly Pair[] {
  const isPlace = (name: ColumnName | null) =>
    /^(?:id|project|project-name|workspace)$/.test(name?.column ?? '');
  const isField = (name: ColumnName | null) => name && (isWithin || saysAssetId(name) || isPlace(name));
  const [, first = '', second = ''] = /^\s*\|*([^|\t,]+)[|\t,]([^|\t,]+)\|*\s*$/.exec(plain) ?? [];
  const cell = columnOf(first);
  const isUsable = cell?.column === 'workspace' ? isWorkspaceName(second.trim()) : readCell(second) !== null;
  if (cell && isField(cell) && (isUsable || !/asset|id|project|workspace/.test(cell.column)))
    return [[cell.column, second.trim()]];
  const [, name = '', ids = ''] = named.exec(plain.trim()) ?? [];
  if (saysAssetId(columnOf(name)) && readIds(ids) !== null) return [['asset', ids]];
  const text = plain.replace(element, ' $1: $2; ');
  return [...text.matchAll(field)].flatMap((match, at, all) => {
    const [{ length }, key = '', behind = '', word = ''] = match;
    const suffixes = [-3, -2, -1].map((from) => key.split(/[ .]/).slice(from).join(' '));
    const name = suffixes.map(columnOf).find(isField);
    const value = text.slice(match.index + length - behind.length, all[at + 1]?.index).trim();
    if (!name) return [];
    const whole = unquoted(value);
    // `2026 Autumn` is the name of a project, where the line says nothing else.
    const isWhole = (all.length === 1 || whole !== value) && longer.test(whole) && !saysProjectId(name);
    return [[name.column, isPlace(name) && !isWhole ? word : whole] as const];
  });
}

/** A value as files of settings write it, without the quotes around all of it. */
const unquoted = (value: string): string => value.replace(/^(["'`])((?:(?!\1).)*)\1[,;]?$/, '$2');

const before = (said: Entry['said']): Entry => ({ ...createEntry(), isBefore: true, said });

const isName = (project: string): boolean => project !== '' && readCell(project) === null;

/** The part of a field's value that says its ids; all of it where that is not known. */
function idsOf(value: string): string {
  if (readCell(value) !== null) return value;
  const alone = value.replace(/[,;&)}\]]*\s*$/, '');
  if (readCell(alone) !== null) return alone;
  const [, id = alone, rest = ''] = single.exec(value) ?? [];
  // Another number could be the other half of it.
  return numbersIn(rest).length === 0 ? id : alone;
}
