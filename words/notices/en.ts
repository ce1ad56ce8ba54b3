import type { NotShownCause } from '../../main/monitor/notice.ts';
import { plural } from '../plural.ts';

const imports = (count: number) => plural('en', count, { one: '1 import', other: `${count} imports` });

/** What a banner says beside the words of `outcomes` and `advice`. */
export const notices = {
  asset: (id: number) => `Asset ${id}`,
  one: (outcome: string, name: string) => `${outcome}: ${name}`,
  allCompleted: (count: number) => `${imports(count)} completed`,
  allFailed: (count: number) => `${imports(count)} failed`,
  someFailed: (count: number, failed: number) => `${imports(count)} finished, ${failed} failed`,
  allGone: (count: number) => `${imports(count)} no longer there`,
  andGone: (summary: string, count: number) => `${summary}, ${count} no longer there`,
  late: (name: string) => `Longer than usual: ${name}`,
  usually: (range: string) => `Usually ${range}`,
  allLate: (count: number) =>
    plural('en', count, {
      one: '1 import takes longer than usual',
      other: `${count} imports take longer than usual`,
    }),
  andLate: (summary: string, count: number) => `${summary}, ${count} longer than usual`,
  whileAway: (summary: string) => `While you were away: ${summary}`,
  list: (outcome: string, names: string) => `${outcome}: ${names}`,
  separator: ', ',
  andMore: (names: string, count: number) => `${names} and ${count} more`,
  onlyMore: (count: number) => `${count} more`,
  /** Of a group: how many of its imports succeeded, out of all that have ended. */
  groupDone: (group: string, completed: string, all: string) => `${group}: ${completed} of ${all} imported`,
  groupPartlyFailed: (group: string, completed: string, all: string, failed: string) =>
    `${group}: ${completed} of ${all} imported, ${failed} failed`,
  groups: (count: string) => `${count} groups`,
  groupAllEnded: 'All imports of the group have ended.',
  groupFirstFailure: (group: string, name: string) => `${group}, first failure: ${name}`,
  groupSoFar: (group: string, ended: string, all: string) => `${group}: ${ended} of ${all} have ended so far`,
  /** Why a notifier could not show a banner, and what can be done about it. */
  notShown: {
    'not-supported': 'this system shows no notifications to the app',
    'no-session-bus': 'there is no desktop session (D-Bus)',
    'no-notification-service': 'no notification service is running on this desktop',
    'notify-send-missing': 'notify-send is not installed (package libnotify-bin)',
    'wrong-processor': 'its program does not run on this processor',
    'no-answer': 'the system gave no answer',
    refused: 'the system refused it; allow notifications of Import Watch in its settings',
    'program-failed': 'its program failed',
  } satisfies Record<NotShownCause, string> as Record<NotShownCause, string>,
};
