import { isOpen } from './asking.ts';
import { outcomeOf } from './import-status.ts';
import { isLate, outlookOf } from './learning/history.ts';
import type { Notice } from './notice.ts';
import { accountGone, type Problem } from './problem.ts';
import type { State, Watch } from './state.ts';
import { importingNow } from './tally.ts';
import { troubleOf } from './trouble.ts';
import type { Counts, InboxEntry, Row } from './view.ts';

/** A watch as the window shows it. */
export function rowOf(state: State, watch: Watch): Row {
  const outlook = outlookOf(state, watch);
  return {
    id: watch.id,
    account: watch.account,
    reference: watch.reference,
    label: watch.label,
    fileName: watch.fileName,
    group: watch.group?.id ?? null,
    outcome: watch.known === null ? 'waiting' : outcomeOf(watch.known.status),
    status: watch.known?.status ?? null,
    text: watch.known?.text ?? null,
    metaData: watch.known?.metaData ?? null,
    addedAt: watch.addedAt,
    startedAt: watch.startedAt,
    endedAt: watch.endedAt,
    knownAt: watch.known?.receivedAt ?? null,
    problem: problemOf(state, watch),
    asking: watch.inFlight !== null,
    nextAskAt: watch.dueAt,
    usual: outlook?.usual ?? null,
    isLate: outlook !== null && isLate(watch, outlook),
  };
}

function problemOf(state: State, watch: Watch): Problem | null {
  if (!isOpen(watch)) return null;
  if (!state.owned.has(watch.account)) return accountGone(watch.known?.receivedAt ?? watch.addedAt);
  const account = state.accounts.get(watch.account);
  return watch.problem ?? (account ? troubleOf(account) : null);
}

/** Whether nothing will be learned of it: it is not over, and there is no account that could ask. */
export function isLeftAlone(state: State, watch: Watch): boolean {
  return isOpen(watch) && !state.owned.has(watch.account);
}

export function inboxEntryOf(notice: Notice): InboxEntry {
  return notice.about === 'group-done' ? { ...notice } : { ...notice, outcome: outcomeOf(notice.status) };
}

export function countsOf(state: State): Counts {
  const { completed, failed } = state.tally;
  const { all: unread, failures: unreadFailures } = state.unread;
  return {
    all: state.watches.size,
    importing: importingNow(state),
    completed,
    failed,
    unread,
    unreadFailures,
  };
}
