import type { Language } from '../contract.ts';
import { isFailure, outcomeOf, ruleOf, type Bucket } from '../model/import-status.ts';
import { countOf, formatDurationRange, formatNumber } from '../../words/format.ts';
import type { Count } from '../../words/plural.ts';
import type { SharedWords } from '../../words/shared-words.ts';
import { isAboutFiles } from '../model/notice.ts';
import { fileSaying } from './file-news.ts';
import { groupHeadline, groupLines, shortGroupName } from './group-news.ts';
import {
  explanationOf,
  nameOf,
  placeOf,
  type FileNews,
  type GroupNews,
  type ImportNews,
} from './import-news.ts';
import { nameLists } from './name-lists.ts';

export interface Banner {
  readonly title: string;
  readonly body: string;
  /** An import failed: the banner stays until it was seen, where the system can do that. */
  readonly urgent: boolean;
}

export interface BannerWording {
  readonly words: SharedWords;
  readonly language: Language;
  /** Told as "while you were away". */
  readonly digest: boolean;
}

export type News = ImportNews | GroupNews | FileNews;

/** A banner has room for a few lines; the inbox has them all. */
const mostFiles = 4;

/** The words of one banner for all that is told in one moment. `news` is never empty. What has to be decided or done comes first. */
export function bannerOf(news: readonly News[], wording: BannerWording): Banner {
  const { digest, words, language } = wording;
  const files = news.filter(isAboutFiles).map((each) => fileSaying(each, words, language));
  const others = news.filter((each) => !isAboutFiles(each));
  if (files.length === 0) return bannerOfImports(others, wording);
  const headlines = files.slice(0, mostFiles).map(({ headline }) => headline);
  if (others.length > 0) {
    const { title, body } = bannerOfImports(others, wording);
    return { title, body: [...headlines, body].join('\n'), urgent: true };
  }
  const [headline = '', ...more] = headlines;
  const lines = files.length === 1 ? files.flatMap((only) => only.lines) : more;
  return {
    title: digest ? words.notices.whileAway(headline) : headline,
    body: lines.join('\n'),
    urgent: true,
  };
}

type OtherNews = Exclude<News, FileNews>;

function bannerOfImports(news: readonly OtherNews[], wording: BannerWording): Banner {
  const groups = news.filter((each) => each.about === 'group-done');
  const imports = importsBeside(news, groups);
  const urgent = groups.some(({ failed }) => failed > 0) || imports.some(({ status }) => isFailure(status));
  const [first] = imports;
  if (first !== undefined && groups.length === 0 && imports.length === 1)
    return { ...bannerOfOne(first, wording), urgent };
  const { digest, words, language } = wording;
  const headline =
    groups.length > 0 ? groupHeadline(groups, words, language, digest) : summaryOf(imports, words, language);
  const lines = groupLines(groups, words, language);
  const named = imports.map((each) => ({ name: importName(each, words), outcome: outcomeOf(each.status) }));
  const lists = nameLists(named, words, language, lines.join('\n').length);
  const body = [...lines, lists].filter((line) => line !== '').join('\n') || words.notices.groupAllEnded;
  return { title: digest ? words.notices.whileAway(headline) : headline, body, urgent };
}

/** Imports that no group among the news names already. */
function importsBeside(news: readonly OtherNews[], groups: readonly GroupNews[]): readonly ImportNews[] {
  const named = new Set(groups.flatMap(({ failedMembers }) => failedMembers.map(({ watch }) => watch)));
  return news.filter((each) => each.about !== 'group-done').filter(({ watch }) => !named.has(watch));
}

function bannerOfOne(news: ImportNews, wording: BannerWording): Omit<Banner, 'urgent'> {
  const { digest, words, language } = wording;
  const { headline, more } = saidOf(news, wording);
  const lines = [...explanationOf(news, words, language), ...more, placeOf(news)];
  return digest
    ? {
        title: words.notices.whileAway(summaryOf([news], words, language)),
        body: [headline, ...lines].join('\n'),
      }
    : { title: headline, body: lines.join('\n') };
}

/** What a banner of one import says in its title and beside the explanation, by what it tells. */
function saidOf(
  news: ImportNews,
  { words, language }: BannerWording,
): { readonly headline: string; readonly more: readonly string[] } {
  const { groupFirstFailure, groupSoFar, late, lateAdvice, one, usually } = words.notices;
  const name = importName(news, words);
  switch (news.about) {
    case 'import':
      return { headline: one(words.outcomes[outcomeOf(news.status)], name), more: [] };
    case 'group-failure': {
      const group = shortGroupName(news.groupName);
      const [ended, all] = [formatNumber(news.ended, language), formatNumber(news.all, language)];
      return { headline: groupFirstFailure(group, name), more: [groupSoFar(group, ended, all)] };
    }
    case 'late': {
      const { usual } = news;
      const range = usual === null ? null : formatDurationRange(usual.fromMs, usual.toMs, language);
      return { headline: late(name), more: range === null ? [lateAdvice] : [usually(range), lateAdvice] };
    }
  }
}

/** Of what is in progress only that it takes long is told. */
function summaryOf(news: readonly ImportNews[], words: SharedWords, language: Language): string {
  const { notices } = words;
  const counts: Record<Bucket, number> = { importing: 0, completed: 0, failed: 0, gone: 0 };
  for (const { status } of news) counts[ruleOf(status).bucket] += 1;
  const count = (number: number) => countOf(number, language);
  const { importing: late, completed, failed, gone } = counts;
  const ended = completed + failed;
  if (ended + gone === 0) return notices.allLate(count(late));
  const summary =
    ended === 0 ? notices.allGone(count(gone)) : endedSummary(count(ended), count(failed), words);
  const withGone = gone === 0 || ended === 0 ? summary : notices.andGone(summary, count(gone).text);
  return late === 0 ? withGone : notices.andLate(withGone, count(late).text);
}

function endedSummary(ended: Count, failed: Count, { notices }: SharedWords): string {
  if (failed.number === 0) return notices.allCompleted(ended);
  return failed.number === ended.number ? notices.allFailed(failed) : notices.someFailed(ended, failed.text);
}

function importName({ name, reference }: ImportNews, words: SharedWords): string {
  return nameOf(name, reference.assetId, words);
}
