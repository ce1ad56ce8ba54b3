import type { Scarcity, ViewName } from '../../main/contract.ts';
import { plural, type Count } from '../plural.ts';

/** What stands around every view. */
export const shell = {
  appName: 'Import Watch',
  views: {
    watchlist: 'Watchlist',
    inbox: 'Inbox',
    account: 'Account',
    settings: 'Settings',
    add: 'Add',
  } satisfies Record<ViewName, string> as Record<ViewName, string>,
  shortcuts: {
    title: 'Keyboard shortcuts',
    close: 'Close the window',
    move: 'Move in the list',
    select: 'Select or deselect',
    selectAll: 'Select all',
    zoom: 'Zoom in, out, or reset',
    done: 'Done',
  },
  navigation: 'Views',
  skip: 'Skip to content',
  unread: (count: string) => `${count} unread`,
  add: 'Add',
  checkNow: 'Check now',
  checking: 'Checking now…',
  pause: 'Pause',
  paused: 'Import Watch is paused',
  resumed: 'Checking resumed',
  resume: 'Resume',
  dismiss: 'Dismiss',
  listFilling: (watched: string, most: string) => `The list is filling up: ${watched} of ${most} imports`,
  makeRoom:
    'Stop watching finished imports, mark failures as handled, or choose in Settings when finished imports leave the list.',
  listFull: (most: string) => `The list is full: ${most} imports`,
  listFullAdvice: 'You can’t add any more, and new imports in followed projects wait until there is room.',
  demo: 'Demo with sample imports',
  leaveDemo: 'Exit demo',
  couldNot: 'That didn’t work',
  couldNotStart: 'Import Watch couldn’t load the watchlist. Close the window, then open it again.',
  checked: (age: string) => `Checked ${age}`,
  next: (duration: string) => `next in ${duration}`,
  /** These stand behind when it was checked, where a narrow window has room for some twenty letters. */
  slowed: 'slower: many at once',
  scarce: {
    battery: 'slower on low battery',
    line: 'slower on metered line',
  } satisfies Record<Scarcity, string> as Record<Scarcity, string>,
  idle: 'No imports in progress',
  offlineSince: (time: string) => `Offline since ${time}`,
  pausedUntil: (time: string) => `Paused until ${time}`,
  quietUntil: (time: string) => `Quiet until ${time}`,
  systemQuiet: 'Do Not Disturb is on',
  needsYou: (reason: string) => `Action needed: ${reason}`,
  noAccount: 'Connect an account to get started',
  keyMissing: 'Can’t read the saved key',
  keyMissingAdvice: 'Import Watch can’t check this account. Open Account to see why and what to do.',
  ofAccount: (account: string, title: string) => `${account}: ${title}`,
  lastAnswer: (age: string) => `Last response ${age}`,
  nextTry: (duration: string) => `retrying in ${duration}`,
  tryingNow: 'retrying now',
  fixes: {
    'open-account': 'Open Account',
    'permission-guide': 'How to grant it',
    'check-again': 'Check again',
  },
  neverAnswered: 'Waiting for the first response',
  since: (title: string, time: string) => `${title}, since ${time}`,
  warnings: {
    storeUnreadable: (file: string) => `Couldn’t read ${file}`,
    storeUnreadableAdvice: (copy: string) =>
      `Import Watch started a new file and kept the old one as ${copy}.`,
    storeInPlaceAdvice:
      'It’s still there, and nothing is saved over it. Make sure that you may read it and that no other program uses it, then restart Import Watch.',
    entriesSkipped: (count: Count) =>
      plural(count, {
        one: `Skipped ${count.text} entry of the watchlist`,
        other: `Skipped ${count.text} entries of the watchlist`,
      }),
    entriesSkippedAdvice:
      'This version of Import Watch can’t read them. They’re kept; if a newer version saved them, update Import Watch.',
    cannotSave: 'Can’t save changes',
    cannotSaveAdvice: {
      'disk-full': 'The disk is full. Free up some space; Import Watch then saves automatically.',
      'quota-used-up':
        'You’ve used all your disk space. Delete some files; Import Watch then saves automatically.',
      'read-only': 'The disk is read-only. Make it writable; Import Watch then saves automatically.',
      'no-permission':
        'Import Watch doesn’t have permission to write to its folder. Give it write access; it then saves automatically.',
      'folder-gone':
        'The Import Watch folder is missing. Import Watch creates a new one and saves again automatically.',
      'in-the-way':
        'Another file or folder is in the place where Import Watch keeps its files. Move it; Import Watch then saves automatically.',
      'in-use':
        'Another program is using the watchlist file. Close it there; Import Watch then saves automatically.',
      'not-read':
        'Import Watch couldn’t read its file when it started, and saves nothing over it. Restart Import Watch once the file can be read.',
      'too-many-files': 'Too many files are open. Close some apps; Import Watch then saves automatically.',
      'disk-fault': 'The disk reported an error. Back up your data and have the disk checked.',
      unknown:
        'Couldn’t write to the disk. Check that it’s connected and has free space; Import Watch then saves automatically.',
    },
    noTray: 'This desktop doesn’t show tray icons',
    noTrayAdvice: 'To reopen this window after closing it, start Import Watch again.',
    noSandbox: 'Import Watch runs without its sandbox',
    noSandboxAdvice:
      'This system doesn’t let an AppImage have one, so the window is less well shielded. Install the .deb package to have it.',
    noShortcut: 'Can’t use the shortcut that opens the window',
    noShortcutAdvice:
      'Another program uses these keys, or this desktop doesn’t allow shortcuts. Choose other keys in Settings.',
    notAtLogin: 'Import Watch won’t start at your next login',
    notAtLoginAdvice:
      'Start at login is on in Settings, but was turned off in the system. Turn it off and on again in Settings, or in the system’s list of startup apps.',
    noNotifier: 'Can’t show notifications',
    noNotifierAdvice: (reason: string) => `The inbox still lists every notification. ${reason}`,
    wentWrong: 'Something went wrong',
    wentWrongAdvice: (reason: string) =>
      `If checking has stopped, quit Import Watch and start it again. ${reason}`,
  },
};
