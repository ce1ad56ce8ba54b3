import Papa from 'papaparse';
import { columnOf, saysAssetId, type Column } from '../../words/column-names.ts';
import { maySayASecret } from './without-secrets.ts';
import { createEntry, saidBy, say, type Collector, type Entry } from './collector.ts';
import { readCell, reasonAgainst, thousands } from './ids.ts';
import type { SourceLine } from './lines.ts';
import { mayBeAddress, referencesIn } from './references.ts';
import { isWorkspaceName } from '../mi/request-target.ts';

/** A tab wins over a bar, a bar over the rest; two blanks part the columns of a terminal's table. */
const delimiters = ['\t', '|', ';', ',', '、', '  '] as const;
type Delimiter = (typeof delimiters)[number];
type Heading = 'known' | 'unknown' | 'none';
/** Longer lines are lists, whose cells belong to no columns. */
const longestRow = 5_500;
const placeColumns: readonly (Column | undefined)[] = ['workspace', 'project'];
const guard = /^'(?=['"]*[=+\-@\t\r\n＝＋－＠])|(?<=[;\t])'(?=['"]*[=+\-@＝＋－＠])/g;
/** Stands in the place of what the row above says. */
const ditto = /^(?:["'〃″]+|상동|위와 ?같음|同上|ditto|same)$/i;
const sum =
  /^(?:(?:sub|grand )?total|sum|average|count|합계|총계|소계|누계|평균|計|合計|小計|総計|平均)\s*:?$/i;
const ofNumbers = /^\s*#?\d+(?: +#?\d+)+\s*$/;
const numberLike = /^.{0,16}(?:\bid|asset|에셋|アセット|번호|番号|\bno\b)/i;
const isId = (cell = ''): boolean => readCell(cell) !== null;
const delimiterOf = (line: string): Delimiter => delimiters.find((each) => line.includes(each)) ?? '  ';

/** Reads CSV and what spreadsheets, Markdown, Jira, databases and terminals write. `place`: what the text before it says of it. */
export function createTables(collector: Collector, place: () => Entry) {
  let table: ReturnType<typeof open> | null = null;
  let isBehindBlank = false;

  /** Begins a table with the cells of its heading, which is `known` where it names the asset's id, or with those of its first row. */
  function open(line: number, first: readonly string[], delimiter: Delimiter, heading: Heading) {
    const names = first.map((cell) => (heading === 'none' ? null : columnOf(cell)));
    const best = (column: Column): number => {
      const found = names.filter((name) => name?.column === column).sort((a, b) => a!.rank - b!.rank);
      return found.length === 0 ? -1 : names.indexOf(found[0]!);
    };
    const projectId = best('project');
    const project = projectId < 0 ? best('project-name') : projectId;
    const places = { workspace: best('workspace'), project };
    const used = first.findIndex((_, column) => collector.isUsed({ kind: 'column', line, column }));
    const named = heading === 'known' ? Math.max(best('asset'), best('asset') < 0 ? best('id') : -1) : -1;
    /** What the rows so far say of the place: merged cells are empty in all rows but their first. */
    const above: Entry['said'] = {};
    if (places.workspace >= 0) above.workspace = '';
    if (places.project >= 0) above.project = '';
    /** Columns that have ids, and of which nobody knows what they are. */
    const offered = new Set<number>();
    const columns = names.map((name) => name?.column);
    const of = { ...places, id: used < 0 ? named : used, label: best('label'), file: best('file') };
    return { line, first, delimiter, heading, columns, of, above, offered, isRead: heading === 'none' };
  }

  function close(): void {
    if (table === null) return;
    const { line, first, offered, of, isRead } = table;
    if (of.id >= 0 && !isRead) collector.refuse(first.join(' | '), line, 'not-an-id');
    if (of.id >= 0 || offered.size === 0) return;
    const use = (column: number) => ({ kind: 'column', line, column }) as const;
    const offers = [...offered].map((column) => ({ use: use(column), text: first[column]! }));
    collector.refuse(first.filter((name) => !maySayASecret(name)).join(' | '), line, 'which-column', offers);
  }

  /** The cells of a row; none where a delimiter in a name moves another number to the place of the id. */
  function cellsIn(line: string): readonly string[] {
    if (table === null) return [];
    const { delimiter, columns, of } = table;
    const { length } = columns;
    const cells = [...cellsOf(line, delimiter)];
    // The rest of a row may be missing; behind a blank line it is a list again.
    if (cells.length === 0 && of.id === 0 && delimiter !== '  ' && !isBehindBlank) cells.push(line.trim());
    while (cells.length > length && cells.at(-1) === '') cells.pop();
    if (cells.length === length || (cells.length < length && delimiter !== '  ')) return cells;
    const before = columns.slice(0, Math.max(of.id, of.workspace, of.project) + 1);
    const isMoved = before.some((column, at) => at !== of.id && !placeColumns.includes(column));
    // The delimiter may also part the thousands of the id.
    if (isMoved || delimiter === '  ' || thousands.test(line)) return [];
    return [...cells.slice(0, length - 1), cells.slice(length - 1).join(delimiter)];
  }

  function entryOf(cells: readonly string[], line: number): Entry {
    const entry = createEntry(place());
    if (table === null) return entry;
    const { of, above } = table;
    const [workspace = '', said = ''] = [cells[of.workspace], cells[of.project]].map((cell) =>
      cell?.replace(ditto, ''),
    );
    const isNamed = table.columns[of.project] === 'project-name';
    const [, project] = saidBy(isNamed ? 'project-name' : 'project', said);
    const isOther = workspace !== '' && workspace !== above.workspace;
    if (workspace !== '') above.workspace = workspace;
    if (project !== '' || (isOther && of.project >= 0)) above.project = project;
    Object.assign(entry.said, above);
    // An export sets a sign before what a spreadsheet would run.
    for (const what of ['label', 'file'] as const)
      if (of[what] >= 0) say(entry, what, (cells[of[what]] ?? '').replace(guard, ''));
    for (const [at, text] of cells.some(mayBeAddress) ? cells.entries() : [])
      if (mayBeAddress(text)) entry.texts.push({ text, line, isName: at === of.label || at === of.file });
    // Beside the address of an asset, `id` is another number.
    const isAddress = (text: string) => referencesIn(text)?.readings.some((reading) => 'first' in reading);
    const hasAddress = entry.texts.some(({ text }) => isAddress(text));
    const [text = '', readings] = [cells[of.id], readCell(cells[of.id] ?? '')];
    if (!(hasAddress && table.columns[of.id] === 'id') && readings !== null)
      entry.assets.push({ text, line, readings });
    return entry;
  }

  /** A row that says workspace and project is an asset's, and the sum that another cell seems to speak of is a name. */
  function isSum(cells: readonly string[]): boolean {
    const [workspace = '', project] =
      table === null ? [] : [cells[table.of.workspace], cells[table.of.project]];
    const isPlaced = isWorkspaceName(workspace) && isId(project);
    return (isPlaced ? [workspace] : cells).some((cell) => sum.test(cell));
  }

  return {
    close,
    takeBlank: () => void (isBehindBlank = true),
    isCut(line: string): boolean {
      const isOdd = table !== null && line.split('"').length % 2 === 0;
      return isOdd && parsed(line, table!.delimiter).errors[0]?.code === 'MissingQuotes';
    },
    /** A row whose id cell is an id is one, whatever else it looks like. */
    takeRow({ line, number }: SourceLine): boolean {
      const cells = cellsIn(line);
      if (table === null || !isId(cells[table.of.id]) || isSum(cells)) return false;
      // Numbers alone behind a blank line are a list again, and none of them is a name.
      const isList = isBehindBlank && Math.max(table.of.label, table.of.file) >= 0 && cells.every(isId);
      isBehindBlank = false;
      if (isList) close();
      if (isList) table = null;
      if (table === null) return false;
      table.isRead = true;
      return collector.take(entryOf(cells, number), table.line);
    },
    takeHeading({ line, number }: SourceLine): boolean {
      const delimiter = delimiterOf(line);
      const cells = cellsOf(line, delimiter);
      const names = cells.map(columnOf).filter((name) => name !== null);
      // In prose with a comma the name has to say more.
      const isEnough = names.length > 1 || delimiter !== ',';
      const says = names.some((name) => saysAssetId(name) || (isEnough && name.column === 'asset'));
      // A list of projects has ids and names too.
      const has = (column: Column): boolean => names.some((name) => name.column === column);
      const isKnown = says || (has('id') && (has('file') || (has('project') && has('workspace'))));
      const mayBeOther = table !== null && table.heading !== 'none' && !/\d/.test(line);
      const isOfWords =
        isBehindBlank && cells.length === table?.columns.length && cells.every((cell) => cell);
      const isOther = mayBeOther && (names.length > 1 || isOfWords);
      // Where all cells are names of columns, the line is a heading also without one for the asset.
      const isHeading = cells.length > 1 && (isKnown || isOther || names.length === cells.length);
      if (!isHeading || cells.some(isId) || referencesIn(line) !== null) return false;
      close();
      table = open(number, cells, delimiter, isKnown ? 'known' : 'unknown');
      return true;
    },
    /** Takes a row with an address, with the names beside it; of others tells what is wrong, or later that the id column is not known. */
    takeOther({ line, number }: SourceLine, hasAddress: boolean): boolean {
      if (table === null) return false;
      const { of, columns, offered } = table;
      const cells = cellsOf(line, table.delimiter);
      const isLike = cells.length === columns.length || (table.heading !== 'none' && !hasAddress);
      if (cells.length < 2 || !isLike) return false;
      isBehindBlank = false;
      table.isRead = true;
      const entry = entryOf(cells, number);
      if (hasAddress) return collector.take(entry);
      // What stands beyond the heading has no name to be offered by.
      for (const [at, cell] of cells.slice(0, columns.length).entries())
        if ([undefined, 'asset', 'id'].includes(columns[at]) && isId(cell)) offered.add(at);
      // A row that says nothing of an asset holds none: it is the sum, or of a whole group.
      const isEmpty = [of.id, of.workspace, of.project].every((at) => !cells[at]);
      if (of.id < 0 ? offered.size === 0 : !isEmpty)
        collector.refuse(
          isId(cells[of.id]) ? line : cells[of.id] || line,
          number,
          reasonAgainst(cells[of.id] ?? ''),
        );
      return true;
    },
    /** Begins a table whose heading is not known, or that has none, where the next line is a row of it. */
    begin(source: SourceLine, next: string): boolean {
      const { line, plain, number } = source;
      const delimiter = delimiterOf(line);
      const [cells, row] = [cellsOf(line, delimiter), cellsOf(next, delimiter)];
      const isLike =
        (delimiter !== '  ' || ofNumbers.test(plain)) && cells.length > 1 && cells.length === row.length;
      if (!isLike || thousands.test(plain)) return false;
      if (row.length === 2 && /asset|project|workspace/.test(columnOf(row[0]!)?.column ?? '')) return false;
      const hasHeading = !cells.some(isId);
      const isIdOf = (cell: string, at: number) => isId(cell) && (hasHeading || isId(cells[at]));
      const isRow = row.some((cell, at) => isIdOf(cell, at) || referencesIn(cell) !== null);
      const isRule = delimiter === '|' && row.every((cell) => /^:?-+:?$/.test(cell));
      // In prose a blank follows each comma, and nothing in it sounds like the number of something.
      const isProse = hasHeading && /[,;]/.test(delimiter) && !/[,;](?!\s)/.test(plain);
      const isNamed = cells.some((cell) => numberLike.test(cell) || columnOf(cell) !== null);
      if (!isRule && (!isRow || (isProse && !isNamed))) return false;
      close();
      table = open(number, cells, delimiter, hasHeading ? 'unknown' : 'none');
      return hasHeading || this.takeRow(source) || this.takeOther(source, false);
    },
  };
}

function cellsOf(line: string, delimiter: Delimiter): readonly string[] {
  if (line.length > longestRow || !(line.includes(delimiter) || ofNumbers.test(line))) return [];
  if (delimiter === '  ') return line.trim().split(ofNumbers.test(line) ? /\s+/ : /\s{2,}/);
  const plainCells = delimiter === '|' ? barred(line.trim()) : line.split(delimiter);
  const isQuoted = delimiter !== '|' && line.includes('"');
  return (isQuoted ? parsed(line, delimiter).data[0]! : plainCells).map((cell) => cell.trim());
}

function parsed(line: string, delimiter: Delimiter): Papa.ParseResult<string[]> {
  return Papa.parse(line.slice(0, longestRow), {
    delimiter,
    newline: '\n',
    quoteChar: delimiter === '|' ? '\0' : '"',
  });
}

/** Of Markdown, psql, mysql and Jira, where `||` stands between headings. */
function barred(row: string): readonly string[] {
  const inner = (row.startsWith('||') ? row.replaceAll('||', '|') : row).replace(/^\||(?<!\\)\|$/g, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|'));
}
