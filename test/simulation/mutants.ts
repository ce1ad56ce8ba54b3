import { mutantsOfTelling } from './mutants-of-telling.ts';

/** A fault that is built into the product on purpose, to show that the laws find it. */
export interface Mutant {
  readonly name: string;
  /** From the project's root. */
  readonly file: string;
  /** The exact text that is there once. */
  readonly find: string;
  readonly replacement: string;
}

const notices = 'main/monitor/notices.ts';
const ledger = 'main/monitor/ledger.ts';
const gathering = 'main/monitor/gathering.ts';
const problems = 'main/monitor/problems.ts';
const disturbances = 'main/monitor/disturbances.ts';
const answers = 'main/monitor/answers.ts';
const asking = 'main/monitor/asking.ts';
const sending = 'main/monitor/sending.ts';
const machine = 'main/monitor/machine.ts';
const initialState = 'main/monitor/initial-state.ts';
const saver = 'main/runner/saver.ts';
const replies = 'main/monitor/replies.ts';

export const mutants: readonly Mutant[] = [
  {
    name: 'mark before show',
    file: notices,
    find: "for (const key of notices) setFate(state, key, { kind: 'showing', receipt }, moment);",
    replacement:
      "for (const key of notices) setFate(state, key, { kind: 'shown', by: 'electron', at: moment.at }, moment);",
  },
  {
    name: 'show before save',
    file: notices,
    find: 'if (banner.handedOver || banner.afterSave > state.savedRevision) continue;',
    replacement: 'if (banner.handedOver) continue;',
  },
  {
    name: 'a banner is handed over again after each save',
    file: notices,
    find: '    banner.handedOver = true;\n',
    replacement: '',
  },
  {
    name: 'a problem counts as failed',
    file: problems,
    find: '  watch.problemsInRow += 1;\n  // A look at',
    replacement:
      "  watch.problemsInRow += 1;\n  if (watch.known !== null) watch.known = { ...watch.known, status: 'FAILED' };\n  // A look at",
  },
  {
    name: 'an answer to a request that was called back is taken',
    file: replies,
    find: '  if (!asking || !account) return;\n',
    replacement:
      "  if (!asking || !account) { if (state.watches.has(event.watch)) watchAnswered(state, { account: '', watch: event.watch, since: 0, for: 'status' }, event.answer, moment); return; }\n",
  },
  {
    name: 'a baseline gives a banner',
    file: answers,
    find: "unknown: { open: 'none', ended: 'baseline' },",
    replacement: "unknown: { open: 'none', ended: 'ended' },",
  },
  {
    name: 'an import that starts again is no new attempt',
    file: answers,
    find: '      watch.attempt += 1;\n',
    replacement: '',
  },
  {
    name: 'a notice for each answer that says ended',
    file: answers,
    find: "ended: { open: 'again', ended: 'none' },",
    replacement: "ended: { open: 'again', ended: 'again' },",
  },
  {
    name: 'Retry-After is ignored',
    file: problems,
    find: '  const present = account.slowdown;\n',
    replacement: '  const present = account.slowdown;\n  problem = { ...problem, retryAfterMs: null };\n',
  },
  {
    name: 'asks while suspended',
    file: asking,
    find: 'return !suspended && online && at >= askFrom && state.pausedUntil === null;',
    replacement: 'return online && at >= askFrom && state.pausedUntil === null;',
  },
  {
    name: 'asks while paused',
    file: asking,
    find: 'return !suspended && online && at >= askFrom && state.pausedUntil === null;',
    replacement: 'return !suspended && online && at >= askFrom;',
  },
  {
    name: 'no grace time after a wake',
    file: machine,
    find: 'state.machine.askFrom = at + graceMs;',
    replacement: 'state.machine.askFrom = at;',
  },
  {
    name: 'a network error right after a wake is a problem',
    file: problems,
    find: "return problem.kind === 'offline' && at < state.machine.lenientUntil;",
    replacement: 'return problem.at < 0 && at < state.machine.lenientUntil;',
  },
  {
    name: 'asks on with a refused key',
    file: sending,
    find: 'if (!account.ready || account.stopped !== null || at < account.sendFrom) return false;',
    replacement: 'if (!account.ready || at < account.sendFrom) return false;',
  },
  {
    name: 'a key that is refused again on Check now is said again',
    file: problems,
    find: '  if (account.said === problem.kind) return;\n',
    replacement: '',
  },
  {
    name: 'a refused key is not said',
    file: problems,
    find: "  moment.effects.push({ kind: 'tell-problem', account: account.id, problem });\n",
    replacement: '',
  },
  {
    name: 'no digest after a crash',
    file: initialState,
    find: '  for (const notice of caught) gather(state, notice.key, at);\n',
    replacement: '',
  },
  {
    name: 'a notice that a crash caught is told as a banner',
    file: initialState,
    find: '  beginDigest(state, open, at);\n',
    replacement: '',
  },
  {
    name: 'a banner that is known to have been shown is told again in a digest',
    file: notices,
    find: '    if (at !== undefined) setFate(',
    replacement: '    if (at !== undefined && at < 0) setFate(',
  },
  {
    name: 'a digest waits for ever',
    file: gathering,
    find: '  if (askableFrom === null) return since + patienceMs;\n',
    replacement: '  if (since > 0) return Infinity;\n',
  },
  {
    name: 'five requests at once',
    file: sending,
    find: 'const atOnce = 4;',
    replacement: 'const atOnce = 5;',
  },
  {
    name: 'ten requests a second',
    file: sending,
    find: 'const spacingMs = 200;',
    replacement: 'const spacingMs = 100;',
  },
  {
    name: 'an account in trouble is asked as always',
    file: sending,
    find: '  if (account.slowdown !== null) return account.inFlight === 0 && at >= account.slowdown.probeAt;\n',
    replacement: '',
  },
  {
    name: 'what one asset alone meets again and again slows the account',
    file: disturbances,
    find: 'const isOwn = isCalm && (wasOwn || othersAnswered);',
    replacement: 'const isOwn = isCalm && at < 0;',
  },
  {
    name: 'each disturbance counts as that of one asset',
    file: disturbances,
    find: 'const isOwn = isCalm && (wasOwn || othersAnswered);',
    replacement: 'const isOwn = isCalm;',
  },
  {
    name: 'an asset with trouble of its own is asked as always',
    file: 'main/monitor/schedule.ts',
    find: 'const doubled = plainInterval(at - watch.startedAt) * 2 ** Math.min(watch.problemsInRow, 10);',
    replacement: 'const doubled = plainInterval(at - watch.startedAt);',
  },
  {
    name: "one account's trouble slows the others down",
    file: problems,
    find: 'function slowAccount(state: State, account: Account, asking: Asking, problem: Problem, moment: Moment): void {\n',
    replacement:
      'function slowAccount(state: State, account: Account, asking: Asking, problem: Problem, moment: Moment): void {\n  for (const other of state.accounts.values()) if (other !== account && other.slowdown === null) setTrouble(state, other, { stopped: other.stopped, slowdown: { problem, since: moment.at, failures: 1, probeAt: moment.at + 60_000, notBefore: 0 } }, moment);\n',
  },
  {
    name: 'a clock that is set back stalls the plans',
    file: 'main/monitor/clock-set-back.ts',
    find: '  if (back < noticedMs) return;\n',
    replacement: '  if (back >= 0 || back < 0) return;\n',
  },
  {
    name: 'a pause never ends by itself',
    file: machine,
    find: 'if (state.pausedUntil !== null && moment.at >= state.pausedUntil) {',
    replacement: 'if (state.pausedUntil !== null && moment.at >= state.pausedUntil + 3_600_000 * 24 * 365) {',
  },
  {
    name: 'what was called back is not asked again',
    file: asking,
    find: '  else schedule(state, watch, dueAt);\n}',
    replacement: '}',
  },
  {
    name: 'what could not be written is forgotten',
    file: saver,
    find: '        for (const notice of taken.notices) notices.add(notice);\n',
    replacement: '',
  },
  {
    name: 'a save that failed is not tried again',
    file: 'main/monitor/saving.ts',
    find: 'const retry = state.saveProblem !== null && moment.at >= state.saveProblem.retryAt;',
    replacement: 'const retry = state.saveProblem !== null && moment.at < 0;',
  },
  {
    name: 'two writes at once',
    file: saver,
    find: '    if (!isWriting) {\n',
    replacement: '    {\n',
  },
  {
    name: 'a removed watch stays on the disk',
    file: saver,
    find: 'removedWatches: watches.filter((id) => !state.watches.has(id)),',
    replacement: 'removedWatches: [],',
  },
  {
    name: 'a removed watch is asked on',
    file: 'main/monitor/watchlist.ts',
    find: '    schedule(state, watch, null);\n    state.accounts.get(watch.account)?.unnamed.delete(id);\n',
    replacement: '',
  },
  {
    name: 'the inbox grows without bound',
    file: ledger,
    find: 'export const inboxLimit = 20_000;',
    replacement: 'export const inboxLimit = Infinity;',
  },
  {
    name: 'an unknown status counts as ended',
    file: 'main/monitor/import-status.ts',
    find: "return status === goneStatus || (isKnownStatus(status) && status !== 'IN_PROGRESS');",
    replacement: "return status !== 'IN_PROGRESS';",
  },
  ...mutantsOfTelling,
];
