import type { NotShownCause } from '../../main/contract.ts';
import { plural, type Count } from '../plural.ts';

const imports = (count: Count) =>
  plural(count, { one: `${count.text} import`, other: `${count.text} imports` });

/** What a banner says beside the words of `outcomes` and `advice`. */
export const notices = {
  asset: (id: string) => `Asset ${id}`,
  one: (outcome: string, name: string) => `${outcome}: ${name}`,
  allCompleted: (count: Count) => `${imports(count)} completed`,
  allFailed: (count: Count) => `${imports(count)} failed`,
  someFailed: (count: Count, failed: string) => `${failed} of ${imports(count)} failed`,
  allGone: (count: Count) => `${imports(count)} no longer found`,
  andGone: (summary: string, count: string) => `${summary}, ${count} no longer found`,
  withServiceText: (sentence: string, said: string) => `${sentence} Message from the service: ${said}`,
  /** Of an asset that was there before: nothing else is told. */
  gone: {
    happened: 'The asset was deleted or moved to another project.',
    next: 'Look for it in the workspace. If it was moved, add it again from its new project.',
  },
  late: (name: string) => `Taking longer than usual: ${name}`,
  usually: (range: string) => `Usually ${range}`,
  lateAdvice: 'It is still in progress. If it doesn’t finish, check the asset in the workspace.',
  allLate: (count: Count) =>
    plural(count, {
      one: `${count.text} import is taking longer than usual`,
      other: `${count.text} imports are taking longer than usual`,
    }),
  andLate: (summary: string, count: string) => `${summary}, ${count} slower than usual`,
  whileAway: (summary: string) => `While you were away: ${summary}`,
  list: (outcome: string, names: string) => `${outcome}: ${names}`,
  separator: ', ',
  andMore: (names: string, count: string) => `${names} and ${count} more`,
  onlyMore: (count: string) => `${count} more`,
  /** Of a group: how many of its imports succeeded, out of all that have ended. */
  groupDone: (group: string, completed: string, all: string) =>
    `${group}: all done, ${completed} of ${all} imported`,
  groupPartlyFailed: (group: string, completed: string, all: string, failed: string) =>
    `${group}: ${failed} of ${all} failed (${completed} imported)`,
  groupPartlyGone: (group: string, completed: string, all: string, gone: string) =>
    `${group}: ${gone} of ${all} not found (${completed} imported)`,
  groups: (count: string) => `${count} groups`,
  groupAllEnded: 'All imports in the group have finished.',
  groupFirstFailure: (group: string, name: string) => `First failure: ${name} (${group})`,
  groupSoFar: (group: string, ended: string, all: string) => `${group}: ${ended} of ${all} finished so far`,
  /** Why a notifier could not show a banner, and what can be done about it. */
  notShown: {
    'not-supported': 'this system doesn’t support notifications from this app',
    'no-session-bus': 'no desktop session (D-Bus) was found',
    'no-notification-service': 'no notification service is running on this desktop',
    'notify-send-missing': 'notify-send is not installed (package libnotify-bin)',
    'wrong-processor': 'its helper program doesn’t run on this processor',
    'no-answer': 'the system didn’t respond',
    refused: 'the system blocked it; allow notifications from Import Watch in the system settings',
    'program-failed': 'its helper program failed',
  } satisfies Record<NotShownCause, string> as Record<NotShownCause, string>,
  sample: (title: string) => `Sample: ${title}`,
  nothingInProgress: 'Nothing is in progress any more',
  nothingInProgressOf: (name: string) => `${name}: nothing is in progress any more`,
  ends: (completed: string, failed: string) => `${completed} completed, ${failed} failed`,
  show: 'Show',
  openWorkspace: 'Open workspace',
};
