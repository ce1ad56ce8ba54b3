import { plural, type Count } from '../plural.ts';

/** The tray's tooltip and menu. */
export const tray = {
  importing: (count: string) => `${count} importing`,
  failed: (count: string) => `${count} failed`,
  inDoubt: (count: Count) =>
    plural(count, {
      one: `${count.text} file to check: was it registered?`,
      other: `${count.text} files to check: were they registered?`,
    }),
  nothing: 'No imports in progress',
  checked: (age: string) => `checked ${age}`,
  pausedUntil: (time: string) => `Paused until ${time}`,
  quietUntil: (time: string) => `quiet until ${time}`,
  systemQuiet: 'Do Not Disturb is on',
  lastAnswer: (age: string) => `last response ${age}`,
  nextTry: (duration: string) => `retrying in ${duration}`,
  tryingNow: 'retrying now',
  neverAnswered: 'No response yet',
  offline: 'This computer is offline',
  noAccount: 'Connect an account to get started',
  keyMissing: 'Can’t read the saved key',
  openAccount: 'Open Account…',
  checkNow: 'Check now',
  pauseHour: 'Pause 1 hour',
  pauseTomorrow: 'Pause until 8:00 tomorrow',
  resume: 'Resume',
  open: 'Open Import Watch',
  quit: 'Quit',
};
