import type { HeldReason, PostponedReason } from '../../main/contract.ts';

/** The view of past notices. */
export const inbox = {
  title: 'Inbox',
  empty: 'No notifications yet',
  emptyAdvice: 'When an import finishes, you’ll see it here.',
  unread: 'unread',
  markAllRead: 'Mark all as read',
  clear: 'Clear',
  clearTitle: 'Clear all notifications?',
  clearAdvice: 'Your imports stay on the watchlist. You can’t undo this.',
  clearYes: 'Clear all',
  cancel: 'Cancel',
  showMore: (count: string) => `Show older (${count})`,
  asset: (id: string) => `Asset ${id}`,
  fates: {
    recorded: 'Notification pending',
    showing: 'Showing notification',
    shown: (by: string) => `Notification shown · ${by}`,
    notShown: (reasons: string) => `Notification not shown: ${reasons}`,
  },
  postponed: {
    'quiet-hours': 'Waits for the end of quiet hours',
    'do-not-disturb': 'Waits until Do Not Disturb is off',
    muted: 'Waits until unmuted',
  } satisfies Record<PostponedReason, string> as Record<PostponedReason, string>,
  held: {
    'turned-off': 'No notification: turned off in Settings or for its group',
    'told-with-group': 'Included in the group notification',
    'ended-before-found': 'No notification: already finished when found',
    'no-longer-watched': 'No notification: muted until it left the list',
    'over-by-then': 'No notification: finished or removed by then',
  } satisfies Record<HeldReason, string> as Record<HeldReason, string>,
};
