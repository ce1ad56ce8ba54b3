import type { Mutant } from './mutants.ts';

const machine = 'main/monitor/machine.ts';
const gathering = 'main/monitor/gathering.ts';
const ownNotice = 'main/monitor/groups/own-notice.ts';
const settling = 'main/monitor/groups/settling.ts';
const lateness = 'main/monitor/learning/lateness.ts';

/** Faults that leave every book of the app in order: only who looks at the screen and at the world finds them. */
export const mutantsOfTelling: readonly Mutant[] = [
  {
    name: 'watches are on disk one write before their notices',
    file: 'main/runner/saver.ts',
    find: 'await ports.save(changesOf(state, taken));',
    replacement:
      'await ports.save(changesOf(state, { ...taken, notices: [] })); await ports.save(changesOf(state, taken));',
  },
  {
    name: 'no notifier is ever asked',
    file: 'main/runner/runner.ts',
    find: '(await ports.show(notices, digest, receipt))',
    replacement: "(await Promise.resolve({ kind: 'not-shown', reasons: [] }))",
  },
  {
    name: 'no import is ever told',
    file: ownNotice,
    find: "return wanted ? 'told' : 'turned-off';",
    replacement: "return wanted && status === '' ? 'told' : 'turned-off';",
  },
  {
    name: 'failures are never told',
    file: ownNotice,
    find: "return wanted ? 'told' : 'turned-off';",
    replacement: "return wanted && !isTrouble ? 'told' : 'turned-off';",
  },
  {
    name: 'what was turned off is told',
    file: ownNotice,
    find: "return wanted ? 'told' : 'turned-off';",
    replacement: "return wanted || isTrouble ? 'told' : 'turned-off';",
  },
  {
    name: 'no digest after a wake, an outage or a pause',
    file: machine,
    find: '  const due = [...state.watches.values()].filter(',
    replacement: '  if (at > 0) return;\n  const due = [...state.watches.values()].filter(',
  },
  {
    name: 'a digest waits for nothing',
    file: gathering,
    find: 'const time = gathering.digest ? digestTime(gathering) : gathering.flushAt;',
    replacement: 'const time = gathering.digest ? 0 : gathering.flushAt;',
  },
  {
    name: 'every banner says "while you were away"',
    file: 'main/monitor/notices.ts',
    find: '  banner.digest ||= gathering.digest;\n',
    replacement: '  banner.digest = true;\n',
  },
  {
    name: 'a banner each half second',
    file: gathering,
    find: 'export const shortestPauseMs = 5_000;',
    replacement: 'export const shortestPauseMs = 500;',
  },
  {
    name: 'a group is never said to be done',
    file: settling,
    find: '  round.hasEnds = true;\n',
    replacement: '',
  },
  {
    name: 'only the first round of a group is told',
    file: settling,
    find: '  if (tellsAll) recordGroupDone',
    replacement: '  if (tellsAll && round.number === 1) recordGroupDone',
  },
  {
    name: 'the first failure of a group is not told',
    file: settling,
    find: '    recordGroupFailure(state, group, failed, moment);\n',
    replacement: '',
  },
  {
    name: 'each failure of a group is told as its first',
    file: settling,
    find: '  if (round.failureTold || watch.known === null',
    replacement: '  if (watch.known === null',
  },
  {
    name: 'a moved asset is not followed',
    file: 'main/monitor/watchlist.ts',
    find: '  moveTo(state, watch, event.projectId, moment);\n',
    replacement: '',
  },
  {
    name: 'an import is called late that nobody asked about',
    file: lateness,
    find: 'if (!state.settings.notices.late || watch.toldLate',
    replacement: 'if (watch.toldLate',
  },
  {
    name: 'an import is called late at an age that most reach',
    file: 'main/monitor/learning/outlook.ts',
    find: 'lateAfterMs: durationAt(law, quantiles.ninetyFive),',
    replacement: 'lateAfterMs: durationAt(law, quantiles.tenth),',
  },
];
