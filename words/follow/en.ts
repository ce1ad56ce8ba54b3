/** Following a project, so that new imports in it are found without being added. */
export const follow = {
  way: 'Follow a project',
  explained:
    'New imports in the project are found and watched. What has ended when it is found is listed without a banner.',
  start: 'Follow this project',
  started: (name: string) => `${name} is followed`,
  already: (name: string) => `${name} is followed already`,
  followed: 'Followed projects',
  none: 'No project is followed yet.',
  looked: (age: string) => `looked ${age}`,
  looking: 'looking now',
  firstLook: 'first look under way',
  notYet: 'not looked at yet',
  importing: (count: string) => `${count} importing`,
  known: (count: string) => `${count} known`,
  waiting: (count: string) => `${count} still to be checked`,
  onlyCompleted:
    'This project lists an import only once it has completed, so running ones are not found here.',
  onlyEnded: 'All imports found here had ended: running ones are probably not listed.',
  addByHand: 'Add them by their id to be told when they end.',
  lookAt: (name: string) => `Look at ${name} now`,
  stop: (name: string) => `Stop following ${name}`,
  stopped: (name: string) => `${name} is no longer followed. Its imports are still watched.`,
  again: (name: string) => `${name} is followed again`,
};
