import { styleText } from 'node:util';
import { printable } from '../../words/printable.ts';
import type { WriteLine } from './line-writer.ts';

export interface OutputPorts {
  /** A line for the one who asked; each status, as text or JSON. */
  readonly out: WriteLine;
  /** A line about the run itself. */
  readonly err: WriteLine;
  /** True where `out` is a terminal that shows colours and the person has not asked for none. */
  readonly coloured: boolean;
}

/** Of a line, a part that is shown in a colour. */
export interface Painted {
  readonly text: string;
  readonly colour: 'red' | 'green';
}

export interface Output {
  /** A line for a person, of these parts. */
  readonly text: (...parts: readonly (string | Painted)[]) => void;
  /** A line for a script, which gets every sign as it is. */
  readonly json: (line: string) => void;
  /** Says on the side what happened, and on lines of their own what to do about it. */
  readonly remark: (lines: readonly string[]) => void;
  /** Resolves once all lines were taken, however slowly they are read, or nobody takes them. */
  readonly flushed: () => Promise<void>;
}

/** Where all lines go. Whatever is in those for a person, it is only read. */
export function createOutput({ out, err, coloured }: OutputPorts): Output {
  // The lines are taken in their order: with the last one all have been.
  const last: { out: unknown; err: unknown } = { out: null, err: null };

  function shown(part: string | Painted): string {
    if (typeof part === 'string') return printable(part);
    const text = printable(part.text);
    return coloured ? styleText(part.colour, text, { validateStream: false }) : text;
  }

  return {
    text: (...parts) => void (last.out = out(parts.map(shown).join(''))),
    json: (line) => void (last.out = out(line)),
    remark([first, ...advice]) {
      if (first === undefined) return;
      for (const line of [`import-watch: ${first}`, ...advice]) last.err = err(printable(line));
    },
    async flushed() {
      await last.out;
      await last.err;
    },
  };
}
