import { cleanText } from '../mi/clean-text.ts';
import { cellsOf, delimiterOf, isInQuotes, unguarded, type Delimiter } from './cells.ts';
import type { Collector } from './collector.ts';
import { columnOf, type Column } from './columns.ts';
import { isMediaFileName } from './file-name.ts';
import { wholeNumberOf } from './ids.ts';
import { readPiece } from './piece.ts';
import { toPlainForms } from './plain-forms.ts';
import type { Rows } from './records.ts';
import type { Place, SourceLine } from './source.ts';
import { isWorkspaceName } from '../mi/request-target.ts';

export interface TableReader extends Rows {
  /** True where the line was a heading, a rule or a row, and is dealt with. */
  readonly take: (source: SourceLine) => boolean;
  /** The same for what looks like a command: only a row whose id is one is taken, and nothing of it is given back. */
  readonly takeSure: (source: SourceLine) => boolean;
}

/** Longer lines are lists, whose cells belong to no columns; a row of an export has at most a few thousand characters. */
const longestRow = 20_000;

interface Heading {
  readonly delimiter: Delimiter;
  readonly columns: readonly (Column | null)[];
}

/** Reads lines of a table: CSV, TSV, Markdown, or what a browser copies of the console. */
export function createTableReader(place: Place, collector: Collector): TableReader {
  let heading: Heading | null = null;

  return {
    take(source) {
      if (source.line.length > longestRow) return false;
      // First the heading's own sign: a name in the row may hold another one.
      if (heading && !isRule(source.plain) && takeUnder(heading, source)) return true;
      const delimiter = delimiterOf(source.line);
      if (delimiter === null) {
        heading = null;
        return columnOf(source.plain) !== null;
      }
      if (heading === null && !mayBelongToTable(source.line, delimiter)) return false;
      if (isRule(source.plain)) return true;
      const cells = cellsOf(source.line, delimiter);
      const found = headingOf(cells, delimiter);
      if (found) {
        heading = found;
        return true;
      }
      if (heading?.delimiter === delimiter && takeRow(heading.columns, cells, source.number)) return true;
      const columns = guessColumns(cells, place);
      return columns !== null && takeRow(columns, cells, source.number);
    },
    takeSure(source) {
      if (heading === null) return false;
      const id = rowUnder(heading, source.line)?.[heading.columns.indexOf('asset')] ?? '';
      return wholeNumberOf(id) > 0 && takeUnder(heading, source);
    },
    isCut: (line) => heading !== null && line.length <= longestRow && isInQuotes(line, heading.delimiter),
    isWhole: (text) => heading !== null && rowUnder(heading, text) !== null,
  };

  function takeUnder(under: Heading, { line, number }: SourceLine): boolean {
    const cells = rowUnder(under, line);
    return cells !== null && !headingOf(cells, under.delimiter) && takeRow(under.columns, cells, number);
  }

  function takeRow(columns: readonly (Column | null)[], cells: readonly string[], line: number): boolean {
    const of = (column: Column) => cells[columns.indexOf(column)] ?? '';
    const asset = toPlainForms(of('asset')).trim();
    if (asset === '') return false;
    const project = toPlainForms(of('project'));
    const rowPlace: Place = {
      workspace: of('workspace') === '' ? place.workspace : toPlainForms(of('workspace')),
      // A project's column may show its name; then the chosen project has to do.
      projectId: /^\d{1,15}$/.test(project) ? Number(project) : place.projectId,
    };
    collector.take(readPiece(asset, rowPlace), of('asset'), line, {
      label: cleanText(unguarded(of('label'))),
      fileName: cleanText(unguarded(of('file'))),
    });
    return true;
  }
}

/** The cells of the line where they are as many as the heading has, else null. */
function rowUnder({ delimiter, columns }: Heading, line: string): readonly string[] | null {
  if (!line.includes(delimiter) || line.length > longestRow) return null;
  const cells = cellsOf(line, delimiter);
  return cells.length === columns.length && !isInQuotes(line, delimiter) ? cells : null;
}

/** In every name of an asset's column. */
const inAssetColumn = /i[\s_\-"'`*#.]*d|asset|에셋/i;

/** False where a line, without being parted into cells, is seen to be no heading and no row that could be told by its cells. */
function mayBelongToTable(line: string, delimiter: Delimiter): boolean {
  let delimiters = 0;
  let hasWord = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at];
    if (sign === '.') return true;
    if (sign === delimiter) delimiters += 1;
    else if (sign === 'd' || sign === 'D' || sign === 't' || sign === 'T' || sign === '셋') hasWord = true;
  }
  return delimiters > 1 || (hasWord && inAssetColumn.test(line));
}

function headingOf(cells: readonly string[], delimiter: Delimiter): Heading | null {
  if (cells.length < 2 || !cells.some((cell) => columnOf(cell) === 'asset')) return null;
  return { delimiter, columns: cells.map(columnOf) };
}

/**
 * What the cells of a row without a heading hold, or null where they are better read one by one. Only two signs are
 * certain enough: a file name, which makes every other number of the row a date or a size, or a workspace before two ids.
 */
function guessColumns(cells: readonly string[], place: Place): readonly (Column | null)[] | null {
  const name = cells.findIndex(isMediaFileName);
  if (name === -1 && cells.length < 3) return null;
  const plain = cells.map((cell) => toPlainForms(cell));
  const workspace = plain.findIndex(
    (cell, index) =>
      isNumber(plain[index + 1]) && isNumber(plain[index + 2]) && isWorkspaceName(cell) && /[a-z]/.test(cell),
  );
  if (workspace === -1 && name === -1) return null;
  const columns: (Column | null)[] = cells.map(() => null);
  // Whoever wrote it beside the id may have meant another name than the service has.
  if (name !== -1) columns[name] = 'label';
  if (workspace !== -1) {
    columns.splice(workspace, 3, 'workspace', 'project', 'asset');
    return columns;
  }
  const numbers = plain.flatMap((cell, index) =>
    isNumber(cell) || (cell.includes('/') && /\/\d+$/.test(cell)) ? [index] : [],
  );
  const [first, second] = numbers;
  if (first === undefined) return null;
  const startsWithProject =
    second === first + 1 && place.projectId !== null && plain[first] === String(place.projectId);
  columns[startsWithProject ? second : first] = 'asset';
  return columns;
}

const isNumber = (cell: string | undefined): boolean => cell !== undefined && /^\d+$/.test(cell);

/** The line under a Markdown heading, or a frame. */
const isRule = (line: string): boolean => line.includes('--') && /^[\s|:+=-]+$/.test(line);
