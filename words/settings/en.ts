import type { Language, NamedChoiceSetting, SettingName, Settings } from '../../main/contract.ts';

/** A language is not named here but in itself, in `words/language.ts`. */
type ChoiceNames = { [Name in NamedChoiceSetting]: Record<Exclude<Settings[Name], Language>, string> };

/** The view of everything a person can set. */
export const settings = {
  title: 'Settings',
  labels: {
    floorMs: 'Minimum time between checks',
    noticeCompleted: 'When an import completes',
    noticeFailed: 'When an import fails',
    noticeLate: 'When an import takes longer than usual',
    sound: 'Play a sound',
    notifier: 'Show notifications with',
    quietHours: 'Hold notifications back',
    quietDays: 'On these days',
    quietFrom: 'From',
    quietUntil: 'To',
    quietLetsFailuresPass: 'Let failures through',
    tidyAfterDays: 'Remove finished imports from the list',
    language: 'Language',
    theme: 'Theme',
    zoom: 'Zoom',
    openShortcut: 'Shortcut to open the window',
    startAtLogin: 'Start at login',
    lookForUpdates: 'Check for updates daily',
  } satisfies Record<SettingName, string>,
  choices: {
    floorMs: { 5000: '5 seconds', 10000: '10 seconds', 30000: '30 seconds', 60000: '60 seconds' },
    notifier: {
      automatic: 'Automatic',
      'node-notifier': 'System program (node-notifier)',
      electron: 'Built in (Electron)',
    },
    tidyAfterDays: { 0: 'Never', 1: 'After 1 day', 7: 'After 7 days', 30: 'After 30 days' },
    language: { system: 'System' },
    theme: { system: 'System', light: 'Light', dark: 'Dark' },
    zoom: {
      0.8: '80%',
      0.9: '90%',
      1: '100%',
      1.1: '110%',
      1.25: '125%',
      1.5: '150%',
      1.75: '175%',
      2: '200%',
    },
  } satisfies ChoiceNames,
  checking: 'Checking',
  floorHint: 'Long-running imports are checked less often.',
  pausing: 'Pause',
  running: 'Import Watch is checking your imports.',
  pausedUntil: (time: string) => `Paused until ${time}.`,
  pauseHour: 'Pause 1 hour',
  pauseTomorrow: 'Pause until 8:00 tomorrow',
  resume: 'Resume',
  notices: 'Notifications',
  lastNotifier: (name: string) => `Last shown with: ${name}`,
  quiet: 'Quiet hours',
  quietHint: 'Nothing is lost: they wait in the inbox and come as one summary.',
  nextDay: (time: string) => `${time}, next day`,
  list: 'Watchlist',
  tidyHint:
    'Their notifications stay in the inbox. A failed import leaves only after you mark it as handled.',
  appearance: 'Appearance',
  keyboard: 'Keyboard',
  shortcut: {
    none: 'None',
    press: 'Press the keys…',
    clear: 'Clear the shortcut',
    tooFew: (modifiers: string) =>
      `Press at least two of ${modifiers}, with a letter, a digit, a function key, or Space.`,
    ofSystem: 'The system needs these keys. Press others.',
    onWayland:
      'On Wayland, the desktop may ask you to allow the shortcut, and you can change its keys in the desktop’s settings.',
  },
  starting: 'Startup',
  startAtLoginHint: 'Starts in the tray, without a window.',
  about: 'About',
  version: (version: string) => `Version ${version}`,
  apiGuide: 'Media Intelligence API guide',
};
