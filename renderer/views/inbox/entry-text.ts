import type { InboxEntry, Language, Outcome } from '../../../main/contract.ts';
import { formatNumber } from '../../../words/format.ts';
import { words } from '../../../words/words.ts';

/** What an entry of the inbox says: its shape, its title, and the lines under it. */
export interface EntryText {
  readonly shape: Outcome;
  readonly title: string;
  readonly lines: readonly string[];
}

export function entryText(entry: InboxEntry, language: Language): EntryText {
  return entry.about === 'group-done' ? groupText(entry, language) : importText(entry, language);
}

type OfGroup = Extract<InboxEntry, { about: 'group-done' }>;
type OfImport = Exclude<InboxEntry, OfGroup>;

function importText(entry: OfImport, language: Language): EntryText {
  const { inbox, notices, outcomes, watchlist } = words[language];
  const { workspace, projectId, assetId } = entry.reference;
  const name = entry.name ?? inbox.asset(String(assetId));
  return {
    shape: entry.outcome,
    title: entry.about === 'group-failure' ? notices.groupFirstFailure(entry.groupName, name) : name,
    lines: [
      `${entry.about === 'late' ? watchlist.late : outcomes[entry.outcome]} · ${workspace} / ${projectId} / ${assetId}`,
      ...(entry.text !== null && entry.outcome !== 'completed' ? [entry.text] : []),
    ],
  };
}

function groupText({ groupName, completed, failed, failedMembers }: OfGroup, language: Language): EntryText {
  const { inbox, notices, outcomes } = words[language];
  const number = (value: number) => formatNumber(value, language);
  if (failed === 0) {
    const title = notices.groupDone(groupName, number(completed), number(completed));
    return { shape: 'completed', title, lines: [] };
  }
  const names = failedMembers
    .map(({ name, assetId }) => name ?? inbox.asset(String(assetId)))
    .join(notices.separator);
  const rest = failed - failedMembers.length;
  return {
    shape: 'failed',
    title: notices.groupPartlyFailed(
      groupName,
      number(completed),
      number(completed + failed),
      number(failed),
    ),
    lines: [notices.list(outcomes.failed, rest > 0 ? notices.andMore(names, number(rest)) : names)],
  };
}
