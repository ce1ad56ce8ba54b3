export type Delimiter = '\t' | '|' | ';' | ',';

const delimiters: readonly Delimiter[] = ['\t', '|', ';', ','];

/** What parts the cells of this line, or null where it is not a row. A tab wins over a bar, a bar over the rest. */
export function delimiterOf(line: string): Delimiter | null {
  return delimiters.find((delimiter) => line.includes(delimiter)) ?? null;
}

/** The cells of a row; a quoted cell may hold the delimiter and doubled quotes (RFC 4180). */
export function cellsOf(line: string, delimiter: Delimiter): readonly string[] {
  const row = delimiter === '|' ? line.trim().replace(/^\|/, '').replace(/\|$/, '') : line;
  return row.includes('"')
    ? quotedCells(row, delimiter).cells
    : row.split(delimiter).map((cell) => cell.trim());
}

/** True where a quoted cell goes on in the next line; never in what Markdown has for a table. */
export function isInQuotes(line: string, delimiter: Delimiter): boolean {
  return delimiter !== '|' && line.includes('"') && quotedCells(line, delimiter).isInQuotes;
}

function quotedCells(row: string, delimiter: Delimiter): { cells: readonly string[]; isInQuotes: boolean } {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < row.length; at += 1) {
    const sign = row[at] ?? '';
    if (quoted && sign === '"' && row[at + 1] === '"') {
      cell += sign;
      at += 1;
    } else if (sign === '"' && (quoted || isBlank(cell))) quoted = !quoted;
    else if (sign === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  cells.push(cell.trim());
  return { cells, isInQuotes: quoted };
}

/** A name without the sign that an export sets before what a spreadsheet would run. */
export function unguarded(name: string): string {
  return /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(name) ? name.slice(1) : name;
}

/** Looks at few characters, so that a long cell with many quotes is read in one go. */
function isBlank(cell: string): boolean {
  return cell.length < 100 && cell.trim() === '';
}
