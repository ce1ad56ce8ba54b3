import type { Language } from '../contract.ts';
import { outcomes, type Outcome } from '../model/import-status.ts';
import { formatNumber } from '../../words/format.ts';
import type { SharedWords } from '../../words/shared-words.ts';

export interface NamedOutcome {
  readonly name: string;
  readonly outcome: Outcome;
}

/** UTF-16 units of the names; with the words around them a body stays within the 240 that the notifiers take. */
const budget = 200;

/**
 * A line of names for each outcome, as far as the length allows: `Failed: a.mp4, b.mp4 and 3 more`. `used`: UTF-16 units that
 * stand before them.
 */
export function nameLists(
  named: readonly NamedOutcome[],
  words: SharedWords,
  language: Language,
  used = 0,
): string {
  let left = budget - used;
  const lines: string[] = [];
  for (const outcome of outcomes) {
    const names = named.filter((each) => each.outcome === outcome).map((each) => each.name);
    if (names.length === 0) continue;
    const kept = fitting(names, left, words.notices.separator);
    const line = words.notices.list(words.outcomes[outcome], withRest(kept, names.length, words, language));
    lines.push(line);
    left -= line.length + 1;
  }
  return lines.join('\n');
}

/** One line of the first of `all` names: `Failed: a.mp4, b.mp4 and 498 more`. */
export function nameLine(
  label: string,
  names: readonly string[],
  all: number,
  words: SharedWords,
  language: Language,
): string {
  const kept = fitting(names, budget, words.notices.separator);
  return words.notices.list(label, withRest(kept, all, words, language));
}

function fitting(names: readonly string[], room: number, separator: string): readonly string[] {
  let used = 0;
  const end = names.findIndex((name) => (used += name.length + separator.length) > room);
  return end === -1 ? names : names.slice(0, end);
}

function withRest(
  kept: readonly string[],
  all: number,
  { notices }: SharedWords,
  language: Language,
): string {
  const text = kept.join(notices.separator);
  if (kept.length === all) return text;
  const rest = formatNumber(all - kept.length, language);
  return kept.length === 0 ? notices.onlyMore(rest) : notices.andMore(text, rest);
}
