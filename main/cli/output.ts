import { styleText } from 'node:util';
import type { Language } from '../contract.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
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
  /** Whoever read the lines has heard enough (`| head -1`), or they find no room. Never where they go on to standard error. */
  readonly unheard: AbortSignal;
  /** Resolves once all lines were taken, however slowly they are read, or nobody takes them. False where a fault lost some. */
  readonly flushed: () => Promise<boolean>;
}

/**
 * Where all lines go. Whatever is in those for a person, it is only read. `isWork`: the lines tell of work that nobody wants cut off, and
 * done a second time, because they were not read; what standard output does not take goes to standard error.
 */
export function createOutput(
  { out, err, coloured }: OutputPorts,
  language: Language,
  isWork: boolean,
): Output {
  const unheard = new AbortController();
  let isFaulty = false;
  // The lines are taken in their order: with the last one all have been.
  const last: Record<'out' | 'err', Promise<unknown>> = { out: Promise.resolve(), err: Promise.resolve() };

  async function tell(line: string): Promise<void> {
    const error = await out(line);
    if (error === null) return;
    if (error.code !== 'EPIPE' && !isFaulty) {
      isFaulty = true;
      remark([commandLineWords[language].cannotWrite(error.message)]);
    }
    if (isWork) last.err = err(line);
    else unheard.abort();
  }

  function remark([first, ...advice]: readonly string[]): void {
    if (first === undefined) return;
    for (const line of [`import-watch: ${first}`, ...advice]) last.err = err(printable(line));
  }

  function shown(part: string | Painted): string {
    if (typeof part === 'string') return printable(part);
    const text = printable(part.text);
    return coloured ? styleText(part.colour, text, { validateStream: false }) : text;
  }

  return {
    text: (...parts) => void (last.out = tell(parts.map(shown).join(''))),
    json: (line) => void (last.out = tell(line)),
    remark,
    unheard: unheard.signal,
    async flushed() {
      await last.out;
      await last.err;
      return !isFaulty;
    },
  };
}
