export type Delimiter = '\t' | '|' | ';' | ',';

const delimiters: readonly Delimiter[] = ['\t', '|', ';', ','];

/** What parts the cells of this line, or null where it is not a row. A tab wins over a bar, a bar over the rest. */
export function delimiterOf(line: string): Delimiter | null {
  return delimiters.find((delimiter) => line.includes(delimiter)) ?? null;
}

/** The cells of a row; a quoted cell may hold the delimiter and doubled quotes (RFC 4180). */
export function cellsOf(line: string, delimiter: Delimiter): readonly string[] {
  const row = delimiter === '|' ? line.trim().replace(/^\|/, '').replace(/\|$/, '') : line;
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const sign of row) {
    if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  cells.push(cell.trim());
  return cells;
}
