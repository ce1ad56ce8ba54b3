import type { SourceLine } from './source.ts';

/** What a table knows of its rows. */
export interface Rows {
  /** True where the line ends inside a quoted cell. */
  readonly isCut: (line: string) => boolean;
  /** True where the text is a whole row. */
  readonly isWhole: (text: string) => boolean;
}

/** More lines are no name; the quote that seemed to open it means something else. */
const mostLines = 20;

/** Gives lines one after the other; those of a row whose quoted cell has line ends in it (RFC 4180) as one. */
export function createRecordReader(
  nextLine: () => SourceLine | null,
  { isCut, isWhole }: Rows,
): () => SourceLine | null {
  const waiting: SourceLine[] = [];
  return () => {
    const first = waiting.shift() ?? nextLine();
    if (first === null || !isCut(first.line)) return first;
    let record = first;
    const looked: SourceLine[] = [];
    while (looked.length < mostLines) {
      const next = waiting.shift() ?? nextLine();
      if (next === null) break;
      looked.push(next);
      record = joined(record, next);
      if (next.line.includes('"') && isWhole(record.line)) return record;
    }
    waiting.unshift(...looked);
    return first;
  };
}

function joined(one: SourceLine, next: SourceLine): SourceLine {
  return { line: `${one.line}\n${next.line}`, plain: `${one.plain}\n${next.plain}`, number: one.number };
}
