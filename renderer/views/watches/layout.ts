/** How the list is laid out: rows of lines, columns, or columns with the chosen row at the side. */
export type Layout = 'lines' | 'columns' | 'side';

const columnsFrom = 640;
const sideFrom = 900;
/** Pixels of the chosen row's side. */
const sideWidth = 340;

/** `width` in CSS pixels of the window. */
export function layoutOf(width: number): Layout {
  if (width >= sideFrom) return 'side';
  return width >= columnsFrom ? 'columns' : 'lines';
}

/** Pixels that are left to the list itself. */
export function roomIn(width: number): number {
  return layoutOf(width) === 'side' ? width - sideWidth : width;
}
