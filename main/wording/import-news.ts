import type { Language } from '../contract.ts';
import { outcomeOf, outcomeRules, type Outcome } from '../model/import-status.ts';
import type { Notice } from '../model/notice.ts';
import { metaDataParts } from '../../words/meta-data.ts';
import { shorten, shortenName } from '../../words/shorten.ts';
import type { SharedWords } from '../../words/shared-words.ts';

/** What a notice says, without its own life. */
type SaidBy<Each extends Notice> = Each extends Notice
  ? Readonly<Omit<Each, 'key' | 'at' | 'fate' | 'read' | 'group'>>
  : never;

/** What is told of one import: its end, by itself or as the first failure of its group; or that it takes long. */
export type ImportNews = SaidBy<Extract<Notice, { readonly status: string }>>;

/** What is told of a group as a whole. */
export type GroupNews = SaidBy<Extract<Notice, { readonly about: 'group-done' }>>;

/** What is told of files that were to be registered. */
export type FileNews = SaidBy<Extract<Notice, { readonly object: string }>>;

/** UTF-16 units. Windows cuts a toast at about 200 of them, GNOME folds one at about 250. */
export const nameLength = 45;
const textLength = 90;

/** What happened, and what to do about it, in a line each. */
export function explanationOf(
  news: Pick<ImportNews, 'status' | 'text' | 'metaData'>,
  words: SharedWords,
  language: Language,
): readonly string[] {
  const outcome = outcomeOf(news.status);
  if (outcome === 'importing') return [];
  if (outcome === 'completed') {
    const parts = metaDataParts(news.metaData, language);
    return [parts.length > 0 ? parts.join(' · ') : words.advice.completed.happened];
  }
  if (outcome === 'gone') return [words.notices.gone.happened, words.notices.gone.next];
  return [reasonOf(news, outcome, words), words.advice[outcome].next];
}

/** With the service's own text where it adds to ours. It is free text in any language, so it is placed and never matched. */
function reasonOf(
  { text }: Pick<ImportNews, 'text'>,
  outcome: Exclude<Outcome, 'importing' | 'completed' | 'gone'>,
  { advice, notices }: SharedWords,
): string {
  const { happened, saidInstead } = advice[outcome];
  const said = text === null ? '' : shorten(text, textLength);
  const { serviceText } = outcomeRules[outcome];
  if (said === '' || serviceText === 'left-out') return happened;
  return serviceText === 'instead' ? saidInstead(said) : notices.withServiceText(happened, said);
}

export function nameOf(name: string | null, assetId: number, words: SharedWords): string {
  const shortened = name === null ? '' : shortenName(name, nameLength);
  return shortened === '' ? words.notices.asset(String(assetId)) : shortened;
}

/** Two assets may have the same file name, so a banner about one of them says which. */
export function placeOf({ reference }: Pick<ImportNews, 'reference'>): string {
  return `${reference.workspace} / ${reference.projectId} / ${reference.assetId}`;
}
