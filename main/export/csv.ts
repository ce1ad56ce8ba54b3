export type Cell = string | number | boolean | null;

/** Excel needs it to read Korean and Japanese; other readers skip it. */
const byteOrderMark = '\uFEFF';

/** A table as CSV (RFC 4180): a header line, then a line for each row. */
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
  // Text with blanks at its ends is quoted too, because readers trim a bare cell.
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Where a spreadsheet would find a formula: at the beginning, and behind each `;`, tab or line end. Where its list separator is `;`, as in
 * much of Europe, the quotes of a cell between commas quote nothing, and each of these begins a cell or a row.
 */
const formulas = /^(?=['"]*[=+\-@\t\r\n＝＋－＠])|(?<=[;\t\r\n])(?=['"]*[=+\-@＝＋－＠])/g;

/**
 * A spreadsheet would run a file name that looks like a formula (OWASP, CSV injection); on Korean and Japanese systems full-width signs
 * count as well. Text that already has the guard there gets one more, so that a reader can always remove exactly one.
 */
function withoutFormula(text: string): string {
  return text.replace(formulas, "'");
}
