import { limits, type Language } from '../../../main/contract.ts';
import { boundary } from '../../../words/shorten.ts';
import { words } from '../../../words/words.ts';
import type { AddedAsset } from '../add/adding.ts';

/** Shorter ones say too little to know a batch by. */
const shortestPrefix = 3;

/** What the names of the assets begin with, else where they stand and the day. `now` in epoch ms. */
export function suggestedName(assets: readonly AddedAsset[], now: number, language: Language): string {
  const prefix = commonPrefix(assets.map(({ label, fileName }) => label ?? fileName));
  if (prefix.length >= shortestPrefix) return prefix;
  const day = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' }).format(now);
  return words[language].groups.batch(placeOf(assets), day);
}

/** Without the number that counts them on and what parts it from the name: `ep_01.mov` and `ep_02.mov` begin with `ep`. */
function commonPrefix(names: readonly (string | null)[]): string {
  const [first] = names;
  if (first === undefined || first === null) return '';
  let end = Math.min(first.length, limits.labelLength);
  for (const name of names) {
    if (name === null) return '';
    while (!name.startsWith(first.slice(0, end))) end -= 1;
  }
  // Emoji and the letters of macOS are of several units, of which the first may be the same.
  return first.slice(0, boundary(first, end)).replace(/[\s\d_.#()[\]-]+$/u, '');
}

function placeOf(assets: readonly AddedAsset[]): string {
  const [first] = assets;
  if (first === undefined) return '';
  const { workspace, projectId } = first.reference;
  const isOneProject = assets.every(
    ({ reference }) => reference.workspace === workspace && reference.projectId === projectId,
  );
  return isOneProject ? `${workspace} / ${projectId}` : workspace;
}
