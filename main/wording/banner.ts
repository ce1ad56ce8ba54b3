import type { Language } from '../contract.ts';
import { goneStatus, isFailure, outcomeOf, type Outcome } from '../monitor/import-status.ts';
import type { Notice } from '../monitor/notice.ts';
import { metaDataParts } from '../../words/meta-data.ts';
import { shorten } from '../../words/shorten.ts';
import type { Words } from '../../words/words.ts';
import { nameLists } from './name-lists.ts';

export interface Banner {
  readonly title: string;
  readonly body: string;
  /** An import failed: the banner stays until it was seen, where the system can do that. */
  readonly urgent: boolean;
}

export interface BannerWording {
  readonly words: Words;
  readonly language: Language;
  /** Told as "while you were away". */
  readonly digest: boolean;
}

type BannerNotice = Readonly<Pick<Notice, 'name' | 'reference' | 'status' | 'text' | 'metaData'>>;

/** UTF-16 units. Windows cuts a toast at about 200 of them, GNOME folds one at about 250. */
const nameLength = 45;
const textLength = 90;

/** What the service's own text adds to ours. It is free text in any language, so it is placed and never matched. */
const serviceText: Readonly<Record<Outcome, 'instead' | 'after' | 'left-out'>> = {
  importing: 'left-out',
  completed: 'left-out',
  failed: 'after',
  'file-not-there': 'left-out',
  'not-valid': 'instead',
  gone: 'left-out',
  unknown: 'after',
};

/** The words of one banner for one or more ended imports. `notices` is never empty. */
export function bannerOf(notices: readonly BannerNotice[], wording: BannerWording): Banner {
  const urgent = notices.some((notice) => isFailure(notice.status));
  const [first] = notices;
  if (first !== undefined && notices.length === 1) return { ...bannerOfOne(first, wording), urgent };
  const summary = summaryOf(notices, wording.words);
  return {
    title: wording.digest ? wording.words.notices.whileAway(summary) : summary,
    body: nameLists(
      notices.map((notice) => ({ name: nameOf(notice, wording.words), outcome: outcomeOf(notice.status) })),
      wording.words,
    ),
    urgent,
  };
}

function bannerOfOne(notice: BannerNotice, wording: BannerWording): Omit<Banner, 'urgent'> {
  const { digest, words } = wording;
  const headline = words.notices.one(words.outcomes[outcomeOf(notice.status)], nameOf(notice, words));
  const lines = [...explain(notice, wording), placeOf(notice)];
  return digest
    ? { title: words.notices.whileAway(summaryOf([notice], words)), body: [headline, ...lines].join('\n') }
    : { title: headline, body: lines.join('\n') };
}

function summaryOf(notices: readonly BannerNotice[], words: Words): string {
  const failed = notices.filter((notice) => isFailure(notice.status)).length;
  const gone = notices.filter((notice) => notice.status === goneStatus).length;
  const ended = notices.length - gone;
  if (ended === 0) return words.notices.allGone(gone);
  const summary = endedSummary(ended, failed, words);
  return gone === 0 ? summary : words.notices.andGone(summary, gone);
}

function endedSummary(ended: number, failed: number, { notices }: Words): string {
  if (failed === 0) return notices.allCompleted(ended);
  return failed === ended ? notices.allFailed(failed) : notices.someFailed(ended, failed);
}

function explain(notice: BannerNotice, { language, words }: BannerWording): readonly string[] {
  const outcome = outcomeOf(notice.status);
  if (outcome === 'importing') return [];
  if (outcome === 'completed') {
    const parts = metaDataParts(notice.metaData, language);
    return [parts.length > 0 ? parts.join(' · ') : words.advice.completed.happened];
  }
  return [reasonOf(notice, outcome, words), words.advice[outcome].next];
}

function reasonOf({ text }: BannerNotice, outcome: Exclude<Outcome, 'importing'>, words: Words): string {
  const { happened } = words.advice[outcome];
  const said = text === null ? '' : shorten(text, textLength);
  if (said === '' || serviceText[outcome] === 'left-out') return happened;
  return serviceText[outcome] === 'instead' ? said : `${happened} (${said})`;
}

function nameOf({ name, reference }: BannerNotice, words: Words): string {
  const shortened = name === null ? '' : shorten(name, nameLength);
  return shortened === '' ? words.notices.asset(reference.assetId) : shortened;
}

/** Two assets may have the same file name, so a banner about one of them says which. */
function placeOf({ reference }: BannerNotice): string {
  return `${reference.workspace} / ${reference.projectId} / ${reference.assetId}`;
}
