/** The view of past notices. */
export const inbox = {
  title: 'Inbox',
  empty: 'No notices yet',
  emptyAdvice: 'When an import ends, its notice is kept here.',
  unread: 'unread',
  markAllRead: 'Mark all as read',
  clear: 'Clear',
  clearTitle: 'Clear all notices?',
  clearAdvice: 'The watched imports stay in the watchlist.',
  clearYes: 'Clear all',
  cancel: 'Cancel',
  showMore: (count: number) => `Show older (${count})`,
  asset: (id: number) => `Asset ${id}`,
  fates: {
    recorded: 'About to be shown',
    showing: 'Being shown',
    shown: (by: string) => `Shown by ${by}`,
    notShown: (reasons: string) => `Not shown: ${reasons}`,
  },
  held: {
    'turned-off': 'Not shown because these notices are turned off',
    'told-with-group': 'Told together with its group',
    'ended-before-found': 'Not shown because it had ended when it was found',
  },
};
