import { countOf, formatNumber } from '../../words/format.ts';
import { groupResultText } from '../../words/group-text.ts';
import type { Language } from '../contract.ts';
import { shorten } from '../../words/shorten.ts';
import type { SharedWords } from '../../words/shared-words.ts';
import { nameOf, type GroupNews } from './import-news.ts';
import { nameLine } from './name-lists.ts';

/** UTF-16 units: the failures after it must stand within the 64 that a title has, of a digest behind its first words. */
const nameLength = 26;
const nameLengthInDigest = 18;

export function shortGroupName(name: string, digest = false): string {
  return shorten(name, digest ? nameLengthInDigest : nameLength);
}

/** `Batch A: 2 of 50 failed (48 imported)`; of several groups `3 groups: …`. Never of none. */
export function groupHeadline(
  news: readonly GroupNews[],
  words: SharedWords,
  language: Language,
  digest = false,
): string {
  const result = {
    completed: sumOf(news, (each) => each.completed),
    failed: sumOf(news, (each) => each.failed),
    gone: sumOf(news, (each) => each.gone),
  };
  const [first] = news;
  const name =
    first !== undefined && news.length === 1
      ? shortGroupName(first.groupName, digest)
      : words.notices.groups(formatNumber(news.length, language));
  return groupResultText(name, result, words, language);
}

/**
 * What follows the headline: the failed ones of the one group, and how many are gone, for which a title may have no room; or a line for
 * each of several.
 */
export function groupLines(
  news: readonly GroupNews[],
  words: SharedWords,
  language: Language,
): readonly string[] {
  const [only] = news;
  if (only !== undefined && news.length === 1) {
    const { failed, gone } = only;
    const goneLine = failed > 0 && gone > 0 ? [words.notices.allGone(countOf(gone, language))] : [];
    return [...failedLine(words.outcomes.failed, only, words, language), ...goneLine];
  }
  return news.flatMap((each) => {
    const headline = groupHeadline([each], words, language);
    return each.failed === 0 ? [headline] : failedLine(headline, each, words, language);
  });
}

function failedLine(
  label: string,
  { failed, failedMembers }: GroupNews,
  words: SharedWords,
  language: Language,
): readonly string[] {
  if (failed === 0) return [];
  const names = failedMembers.map(({ name, assetId }) => nameOf(name, assetId, words));
  return [nameLine(label, names, failed, words, language)];
}

function sumOf(news: readonly GroupNews[], of: (each: GroupNews) => number): number {
  return news.reduce((sum, each) => sum + of(each), 0);
}
