import { type InboxEntry, type Language, type Outcome, outcomeRules } from '../../../main/contract.ts';
import { countOf, formatNumber } from '../../../words/format.ts';
import { groupResultText } from '../../../words/group-text.ts';
import { registrationProblemText } from '../../../words/registration-problem.ts';
import { words } from '../../../words/words.ts';
import { fileNameOf } from '../../lib/file-name.ts';
import { shownKey } from '../../lib/shown-key.ts';

/** What an entry of the inbox says: its shape, its title, and the lines under it. */
export interface EntryText {
  readonly shape: Outcome;
  readonly title: string;
  readonly lines: readonly string[];
}

export function entryText(entry: InboxEntry, language: Language): EntryText {
  if (entry.about === 'in-doubt' || entry.about === 'not-registered') return fileText(entry, language);
  return entry.about === 'group-done' ? groupText(entry, language) : importText(entry, language);
}

type OfFile = Extract<InboxEntry, { about: 'in-doubt' | 'not-registered' }>;
type OfGroup = Extract<InboxEntry, { about: 'group-done' }>;
type OfImport = Exclude<InboxEntry, OfGroup | OfFile>;

function fileText(entry: OfFile, language: Language): EntryText {
  const { registering } = words[language];
  const name = shownKey(fileNameOf(entry.object));
  const place = `${entry.workspace} / ${entry.projectId}`;
  if (entry.about === 'in-doubt') {
    const { inDoubtTitle, inDoubtAdvice } = registering;
    return { shape: 'unknown', title: inDoubtTitle(name), lines: [place, inDoubtAdvice] };
  }
  const { title: reason, advice } = registrationProblemText(entry.problem, language);
  const one = registering.refusedTitle(name, reason);
  if (entry.refused === 1) return { shape: 'failed', title: one, lines: [place, advice] };
  const title = registering.refusedSome(countOf(entry.refused, language));
  return { shape: 'failed', title, lines: [place, one, advice] };
}

function importText(entry: OfImport, language: Language): EntryText {
  const { workspace, projectId, assetId } = entry.reference;
  const { title, state } = saidOf(entry, language);
  return {
    shape: entry.outcome,
    title,
    lines: [
      `${state} · ${workspace} / ${projectId} / ${assetId}`,
      ...(entry.text !== null && outcomeRules[entry.outcome].bucket !== 'completed' ? [entry.text] : []),
    ],
  };
}

function saidOf(entry: OfImport, language: Language): { readonly title: string; readonly state: string } {
  const { inbox, notices, outcomes, watchlist } = words[language];
  const name = entry.name ?? inbox.asset(String(entry.reference.assetId));
  switch (entry.about) {
    case 'import':
      return { title: name, state: outcomes[entry.outcome] };
    case 'group-failure':
      return { title: notices.groupFirstFailure(entry.groupName, name), state: outcomes[entry.outcome] };
    case 'late':
      return { title: name, state: watchlist.late };
  }
}

function groupText(entry: OfGroup, language: Language): EntryText {
  const { groupName, failed, gone, failedMembers } = entry;
  const { inbox, notices, outcomes } = words[language];
  const title = groupResultText(groupName, entry, words[language], language);
  if (failed === 0) return { shape: gone === 0 ? 'completed' : 'failed', title, lines: [] };
  const names = failedMembers
    .map(({ name, assetId }) => name ?? inbox.asset(String(assetId)))
    .join(notices.separator);
  const rest = failed - failedMembers.length;
  const named = rest > 0 ? notices.andMore(names, formatNumber(rest, language)) : names;
  return { shape: 'failed', title, lines: [notices.list(outcomes.failed, named)] };
}
