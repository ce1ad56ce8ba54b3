/** Following a project, so that new imports in it are found without being added. */
export const follow = {
  way: 'Follow a project',
  explained:
    'Import Watch finds and watches the project’s imports: those in progress, and new ones. Imports that have already finished aren’t added to the list.',
  start: 'Follow this project',
  started: (name: string) => `Following ${name}`,
  already: (name: string) => `Already following ${name}`,
  followed: 'Followed projects',
  none: 'You’re not following any projects yet.',
  looked: (age: string) => `checked ${age}`,
  looking: 'checking now',
  firstLook: 'first check in progress',
  notYet: 'not checked yet',
  importing: (count: string) => `${count} importing`,
  known: (count: string) => `${count} in project`,
  waiting: (count: string) => `${count} to check`,
  onlyCompleted:
    'This project lists imports only after they complete, so imports in progress aren’t found here.',
  onlyEnded: 'All imports found here had already finished. Imports in progress are probably not listed.',
  addByHand: 'To be notified when they finish, add them by ID.',
  lookAt: (name: string) => `Check ${name} now`,
  stop: (name: string) => `Stop following ${name}`,
  stopped: (name: string) => `Unfollowed ${name}. Its imports stay.`,
  again: (name: string) => `Following ${name} again`,
};
