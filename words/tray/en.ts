/** The tray's tooltip and menu. */
export const tray = {
  importing: (count: string) => `${count} importing`,
  failed: (count: string) => `${count} failed`,
  nothing: 'Nothing is importing',
  checked: (age: string) => `checked ${age}`,
  pausedUntil: (time: string) => `Paused until ${time}`,
  cannotTell: (age: string) => `Nothing fresh is known, last answer ${age}`,
  neverAnswered: 'Nothing is known yet',
  offline: 'This computer is offline',
  noAccount: 'Connect an account to begin',
  keyMissing: 'The key must be entered again',
  checkNow: 'Check now',
  pauseHour: 'Pause for 1 hour',
  pauseTomorrow: 'Pause until tomorrow',
  resume: 'Resume',
  open: 'Open Import Watch',
  quit: 'Quit',
};
