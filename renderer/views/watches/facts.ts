import type { Health, InboxEntry, Language, Row } from '../../../main/contract.ts';
import { ownWords } from '../../../main/model/import-status.ts';
import {
  formatAge,
  formatClockDuration,
  formatDuration,
  formatMoment,
  formatSize,
} from '../../../words/format.ts';
import { words, type Words } from '../../../words/words.ts';
import { nextCheckIn } from '../../lib/next-check.ts';
import { fateText } from '../inbox/fate-text.ts';
import { rowMutedText } from '../muting/mute-text.ts';
import { usualText } from './row-text.ts';

export interface Fact {
  readonly name: keyof Words['watchlist']['fact'];
  readonly value: string;
}

/** All that is known of a watch, as pairs of a name and a value; what is not known is left out. */
export function factsOf(
  row: Row,
  { accountName, notice, health }: { accountName: string | null; notice: InboxEntry | null; health: Health },
  now: number,
  language: Language,
): readonly Fact[] {
  const moment = (at: number | null): string | null => (at === null ? null : formatMoment(at, now, language));
  const { metaData, reference } = row;
  const values: Readonly<Record<Fact['name'], string | null>> = {
    status: row.status === null || ownWords.includes(row.status) ? null : row.status,
    said: row.text,
    resolution: metaData?.resolution ?? null,
    length: told(metaData?.durationMs, formatClockDuration),
    size: told(metaData?.size, (size) => formatSize(size, language)),
    format: metaData?.format ?? null,
    elapsed: row.endedAt === null ? elapsed(row, now, language) : null,
    started: moment(row.startedAt),
    ended: moment(row.endedAt),
    known: row.knownAt === null ? null : formatAge(now - row.knownAt, language),
    next: told(nextCheckIn(row, health, now), (ms) => inTime(ms, language)),
    notice: notice === null ? null : fateText(notice.fate, language),
    muted: row.mute === null ? null : rowMutedText(row.mute, now, language),
    fileName: row.fileName,
    workspace: reference.workspace,
    project: String(reference.projectId),
    asset: String(reference.assetId),
    former: row.formerIds?.join(', ') ?? null,
    account: accountName,
    added: moment(row.addedAt),
  };
  return (Object.keys(values) as Fact['name'][]).flatMap((name) => {
    const value = values[name];
    return value === null ? [] : [{ name, value }];
  });
}

function told(value: number | null | undefined, format: (value: number) => string): string | null {
  return value === null || value === undefined ? null : format(value);
}

/** `longer than usual, usually 12 to 18 min, 19 min so far`, or the bare duration where neither is known. */
function elapsed(row: Row, now: number, language: Language): string {
  const { late, soFar } = words[language].watchlist;
  const duration = formatDuration(now - row.startedAt, language);
  const known = [row.isLate ? late : null, usualText(row, language)].filter((text) => text !== null);
  return known.length === 0 ? duration : [...known, soFar(duration)].join(', ');
}

function inTime(ms: number, language: Language): string {
  return words[language].watchlist.inTime(formatDuration(ms, language));
}
