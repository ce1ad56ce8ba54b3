export type Cell = string | number | boolean | null;

/** Lets Excel read Korean and Japanese; other readers skip it. */
const byteOrderMark = '\uFEFF';

/** A table as CSV (RFC 4180): a line of names, then a line for each row. */
export function csvOf<Name extends string>(
  columns: readonly Name[],
  rows: Iterable<Readonly<Record<Name, Cell>>>,
): string {
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(columns.map((column) => cellText(row[column])).join(','));
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = withoutFormula(cell);
  // Quoted for blanks at its ends too: readers trim a bare cell.
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A spreadsheet would run a file name that looks like a formula (OWASP, CSV injection); full-width signs count where the
 * system is Korean or Japanese. Text that looks guarded already gets one more sign, so that whoever reads it can take off one.
 */
function withoutFormula(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
