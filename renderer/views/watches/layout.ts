/** How the list is laid out: rows of lines, columns, or columns with the chosen row at the side. */
export type Layout = 'lines' | 'columns' | 'side';

const columnsFrom = 640;
const sideFrom = 900;

/** `width` in CSS pixels of the window. */
export function layoutOf(width: number): Layout {
  if (width >= sideFrom) return 'side';
  return width >= columnsFrom ? 'columns' : 'lines';
}
