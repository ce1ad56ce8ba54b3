import type { RequestOf } from '../../../main/contract.ts';

/** What was pasted, or the bytes of the file that was opened. */
export type Source = RequestOf<'understand'>['text'];

/** One asset as the request `add` takes it. */
export type AddedAsset = RequestOf<'add'>['assets'][number];

/** The source with these lines under what the person has typed, each once; in the place of a file, which is still where it was. */
export function withLines(source: Source, lines: readonly string[]): string {
  const typed = typeof source === 'string' ? source.trimEnd() : '';
  const there = new Set(typed.split('\n'));
  return [...(typed === '' ? [] : [typed]), ...lines.filter((line) => !there.has(line))].join('\n');
}
