/** What stands around every view. */
export const shell = {
  appName: 'Import Watch',
  views: { watchlist: 'Watchlist', inbox: 'Inbox', account: 'Account', settings: 'Settings', add: 'Add' },
  navigation: 'Views',
  unread: (count: string) => `${count} unread`,
  add: 'Add',
  checkNow: 'Check now',
  pause: 'Pause for 1 hour',
  resume: 'Resume',
  dismiss: 'Dismiss',
  demo: 'These are sample imports',
  leaveDemo: 'Leave the demo',
  couldNot: 'This could not be done',
  couldNotStart: 'Import Watch could not load the watchlist. Close the window and open it again.',
  checked: (age: string) => `Checked ${age}`,
  next: (duration: string) => `next in ${duration}`,
  idle: 'Nothing is importing',
  offlineSince: (time: string) => `Offline since ${time}`,
  pausedUntil: (time: string) => `Paused until ${time}`,
  needsYou: (reason: string) => `Waiting for you: ${reason}`,
  noAccount: 'Connect an account to begin',
  keyMissing: 'The key must be entered again',
  neverAnswered: 'Waiting for the first answer',
  since: (title: string, time: string) => `${title}, since ${time}`,
  warnings: {
    storeUnreadable: (file: string) => `${file} could not be read`,
    storeUnreadableAdvice: (copy: string) =>
      `Import Watch began a new one. The old file was kept as ${copy}.`,
    cannotSave: 'Changes cannot be saved',
    cannotSaveAdvice: {
      'disk-full': 'The disk is full. Free some space; Import Watch tries again by itself.',
      'quota-used-up':
        'Your share of the disk is used up. Delete something; Import Watch tries again by itself.',
      'read-only': 'The disk can only be read. Make it writable; Import Watch tries again by itself.',
      'no-permission':
        'Import Watch may not write to its folder. Give yourself permission to write there; it tries again by itself.',
      'folder-gone': 'The folder of Import Watch is gone. It makes a new one and tries again by itself.',
      'in-the-way':
        'Something else stands where Import Watch keeps its files. Move it away; Import Watch tries again by itself.',
      'too-many-files': 'Too many files are open. Close some programs; Import Watch tries again by itself.',
      'disk-fault': 'The disk reported a fault. Back up what is on it, and have it checked.',
      unknown:
        'The disk did not take it. Check that it is connected and has space; Import Watch tries again by itself.',
    },
    noTray: 'This desktop shows no tray icon',
    noTrayAdvice: 'Start Import Watch again to open this window once it is closed.',
    noNotifier: 'Notifications cannot be shown',
    noNotifierAdvice: (reason: string) => `Past notices are kept in the inbox. ${reason}`,
    wentWrong: 'Something went wrong',
    wentWrongAdvice: (reason: string) =>
      `If checking has stopped, quit Import Watch and start it again. ${reason}`,
  },
};
