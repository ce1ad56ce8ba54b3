import type { Health, InboxEntry, Language, Row, TimelineLine } from '../../../main/contract.ts';
import { deliveryText } from '../../../words/delivery-text.ts';
import { formatDuration, formatMoment } from '../../../words/format.ts';
import { notShownText } from '../../../words/not-shown-text.ts';
import { words } from '../../../words/words.ts';
import { nextCheckIn } from '../../lib/next-check.ts';
import { fateText } from '../inbox/fate-text.ts';
import { mutedText } from '../muting/mute-text.ts';

/** What a line says, and what else there is to say of it, such as the service's own words. */
export interface LineText {
  readonly text: string;
  readonly more: string | null;
  /** Remote text is of any language. */
  readonly isRemote: boolean;
}

export function lineText(line: TimelineLine, now: number, language: Language): LineText {
  const { timeline, outcomes, problems, muting } = words[language];
  const plain = (text: string, more: string | null = null) => ({ text, more, isRemote: false });
  switch (line.kind) {
    case 'added':
      return plain(timeline.added);
    case 'status':
      return { text: outcomes[line.outcome], more: line.text, isRemote: true };
    case 'problem': {
      const title = problems[line.problem].short;
      if (line.until === null) return plain(timeline.problemSince(title));
      return plain(timeline.problem(title, formatDuration(line.until - line.at, language)));
    }
    case 'notice':
      return plain(fateText(line.fate, language));
    case 'delivery':
      return plain(deliveryText(line.delivery, now, language));
    case 'muted': {
      const whose = { watch: null, group: muting.withGroup, project: muting.withProject }[line.of];
      return plain(
        line.mute === null ? timeline.unmuted : mutedText(line.mute, line.of, now, language),
        whose,
      );
    }
  }
}

type NoticeLine = Extract<TimelineLine, { readonly kind: 'notice' }>;

/** A question about a notice, and its answer in a sentence. */
export interface Why {
  readonly question: string;
  readonly answer: string;
}

/**
 * Why the person was told, or was not, of each notice; of an import that was over at the first look, or never there, why there is none.
 * `newestNotice`: of this import. Before it has been told it is in no timeline.
 */
export function whysOf(
  lines: readonly TimelineLine[],
  row: Row,
  newestNotice: InboxEntry | null,
  now: number,
  language: Language,
): readonly Why[] {
  const { timeline } = words[language];
  const notices = lines.filter((line) => line.kind === 'notice');
  const newest = new Map(notices.map((line) => [line.notice, line]));
  const whys = [...newest.values()].map((line) => whyOf(line, notices, now, language));
  const isOnItsWay = newestNotice?.fate.kind === 'recorded' || newestNotice?.fate.kind === 'showing';
  if (isOnItsWay) return [...whys, { question: timeline.notToldYet, answer: timeline.isOnItsWay }];
  if (whys.length > 0 || row.endedAt === null) return whys;
  const answer = row.outcome === 'gone' ? timeline.wasNeverThere : timeline.wasOver;
  return [{ question: timeline.notTold, answer }];
}

function whyOf(line: NoticeLine, all: readonly NoticeLine[], now: number, language: Language): Why {
  const { timeline } = words[language];
  const { fate } = line;
  switch (fate.kind) {
    case 'shown': {
      const held = all.find((each) => each.notice === line.notice && each.fate.kind === 'postponed');
      const reason = held?.fate.kind === 'postponed' ? held.fate.reason : null;
      const answer =
        held === undefined || reason === null
          ? timeline.because[line.about]
          : timeline.afterwards[reason](formatMoment(held.at, now, language));
      return { question: timeline.toldAt(formatMoment(line.at, now, language)), answer };
    }
    case 'postponed':
      return { question: timeline.notToldYet, answer: timeline.waits[fate.reason] };
    case 'held':
      return { question: timeline.notTold, answer: timeline.held[fate.reason] };
    case 'not-shown':
      return {
        question: timeline.notTold,
        answer: timeline.notShown(notShownText(fate.reasons, language)),
      };
  }
}

/** What comes next, of what is in progress; null where nothing does. */
export function nextText(row: Row, health: Health, now: number, language: Language): string | null {
  const { timeline } = words[language];
  if (row.asking) return timeline.checking;
  const inMs = nextCheckIn(row, health, now);
  return inMs === null ? null : timeline.nextCheck(formatDuration(inMs, language));
}
