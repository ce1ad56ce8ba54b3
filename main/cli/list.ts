import type { Language, NotUnderstoodReason, Understanding } from '../contract.ts';
import { referenceText } from '../model/asset.ts';
import { understand } from '../paste/understand.ts';
import { countOf } from '../../words/format.ts';
import { commandLineWords } from '../../words/command-line-words.ts';
import { words } from '../../words/words.ts';
import type { ListOrder } from './arguments.ts';
import { exitCodes } from './verdict.ts';

/** Reads a list as the window reads it. Rejects where the file cannot be read. */
export async function readList(
  { from, place }: ListOrder,
  readBytes: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Understanding> {
  const { workspace = null, projectId = null } = place ?? {};
  const text = await readBytes(from);
  return understand({ text, workspace, projectId, fillsOpen: true, uses: [], watched: new Set() });
}

/** The lines of a dry run for scripts: an object for each asset, then one for each piece that was not understood. Their fields are a promise. */
export function jsonLinesOf({ found, notUnderstood }: Understanding): readonly string[] {
  return [
    ...found.map(({ reference, label, fileName }) => ({ ref: referenceText(reference), label, fileName })),
    ...notUnderstood.map(({ text, line, reason }) => ({ notUnderstood: text, line, reason })),
  ].map((line) => JSON.stringify(line));
}

/** The assets of a list for a person to read, each with what it is called. */
export function textLinesOf({ found }: Understanding): readonly string[] {
  return found.map(({ reference, label, fileName }) =>
    [referenceText(reference), label ?? fileName ?? ''].join('  ').trimEnd(),
  );
}

/** What of a list was not understood, and where it stands, line by line; and how many names were cut. */
export function remarksOf(
  { notUnderstood, shortened }: Understanding,
  { from, place }: ListOrder,
  language: Language,
): readonly string[] {
  const { list } = commandLineWords[language];
  const { reasons, shortened: cut } = words[language].add;
  const missing = place === null ? list.placeMissing('--in') : list.placeUnclear;
  // The window has fields for the place.
  const said = {
    ...reasons,
    'workspace-missing': missing,
    'project-missing': missing,
    'project-named': list.projectNamed,
  };
  const lines = notUnderstood.map(({ text, line, reason }) =>
    list.notUnderstood(`${from}:${line}`, text, said[reason]),
  );
  return shortened === 0 ? lines : [...lines, cut(countOf(shortened, language))];
}

/**
 * False where the list goes on behind what was read. Other pieces that were not understood are headings and remarks more often than assets;
 * who watches only the beginning of a list would be told that all have completed.
 */
export const isWhole = ({ notUnderstood }: Understanding): boolean =>
  !notUnderstood.some(({ reason }) => ['not-text', 'too-long', 'too-many'].includes(reason));

/** Reasons for which a piece is an asset of the list that is not watched. */
const ofAnAsset: ReadonlySet<NotUnderstoodReason> = new Set([
  ...(['workspace-missing', 'project-missing', 'project-named', 'workspace-name', 'which-column'] as const),
  ...(['cut-off', 'id-too-large', 'range-backwards', 'range-too-long'] as const),
]);

/** What a run over a list amounts to: of an asset that it names and that could not be watched nobody knows how its import ended. */
export function listVerdict({ notUnderstood }: Understanding, code: number): number {
  return notUnderstood.some(({ reason }) => ofAnAsset.has(reason)) ? exitCodes.cannotTell : code;
}

/** The exit code of a dry run. */
export const dryRunVerdict = (read: Understanding): number =>
  read.found.length > 0 && isWhole(read) ? exitCodes.completed : exitCodes.wrongUsage;
