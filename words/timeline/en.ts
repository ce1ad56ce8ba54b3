import type { HeldReason, PostponedReason, TimelineNotice } from '../../main/contract.ts';

/** What happened to an import, and why the person was told or was not. */
export const timeline = {
  title: 'History',
  added: 'Added',
  problem: (title: string, duration: string) => `${title}, for ${duration}`,
  problemSince: (title: string) => `${title}, not over yet`,
  unmuted: 'unmuted',
  nextCheck: (duration: string) => `Next check in ${duration}`,
  checking: 'Checking now',
  toldAt: (time: string) => `Why was I notified at ${time}?`,
  notTold: 'Why wasn’t I notified?',
  notToldYet: 'Why haven’t I been notified yet?',
  because: {
    import: 'The import finished, and notifications for that are on.',
    late: 'The import is taking longer than nearly all like it, and notifications for that are on.',
    'group-failure': 'It’s the first import of its group that failed.',
    'group-done': 'All imports in its group finished.',
  } satisfies Record<TimelineNotice['about'], string> as Record<TimelineNotice['about'], string>,
  afterwards: {
    'quiet-hours': (time: string) => `This was known at ${time}, and waited for the end of quiet hours.`,
    'do-not-disturb': (time: string) => `This was known at ${time}, and waited until Do Not Disturb was off.`,
    muted: (time: string) => `This was known at ${time}, and waited because it was muted.`,
  } satisfies Record<PostponedReason, (time: string) => string> as Record<
    PostponedReason,
    (time: string) => string
  >,
  waits: {
    'quiet-hours': 'Quiet hours hold it back; you’ll be notified when they end.',
    'do-not-disturb': 'Do Not Disturb is on; you’ll be notified when it’s off.',
    muted: 'It’s muted; you’ll be notified when that ends.',
  } satisfies Record<PostponedReason, string> as Record<PostponedReason, string>,
  held: {
    'turned-off': 'Notifications for this were turned off, in Settings or for its group.',
    'told-with-group': 'The notification about its group covers it.',
    'ended-before-found': 'It had already finished when its project was checked.',
    'no-longer-watched': 'It was muted, and left the list before that ended.',
    'over-by-then': 'When it could be shown, the import had already finished or left the list.',
  } satisfies Record<HeldReason, string> as Record<HeldReason, string>,
  notShown: (reasons: string) => `The notification couldn’t be shown: ${reasons}`,
  wasOver: 'It had already finished at the first check, so there was nothing new.',
  wasNeverThere: 'It was never found, so nothing is known of it.',
  isOnItsWay: 'The notification is being prepared.',
};
