import { plural } from '../plural.ts';

/** The view of what is being watched. */
export const watchlist = {
  search: 'Name, id or project',
  filters: 'Show',
  filter: { all: 'All', importing: 'Importing', 'needs-you': 'Needs you', done: 'Done' },
  sort: 'Sort by',
  sorts: { newest: 'Newest', name: 'Name', status: 'Status' },
  list: 'Watched imports',
  asset: (id: number) => `Asset ${id}`,
  empty: 'Nothing is watched yet',
  emptyAdvice: 'Add the imports that you are waiting for.',
  addFirst: 'Add imports',
  noMatch: 'Nothing matches',
  noMatchAdvice: 'Change the search or the filter.',
  showAll: 'Show all',
  selected: (count: number) => plural('en', count, { one: `${count} selected`, other: `${count} selected` }),
  checkNow: 'Check now',
  rename: 'Rename',
  newName: 'New name',
  save: 'Save',
  cancel: 'Cancel',
  stopWatching: 'Stop watching',
  stopped: (count: number) =>
    plural('en', count, { one: 'No longer watching 1 import', other: `No longer watching ${count} imports` }),
  undo: 'Undo',
  copyId: 'Copy id',
  copied: (text: string) => `Copied: ${text}`,
  openWorkspace: 'Open workspace',
  known: (age: string) => `as of ${age}`,
  usually: (range: string) => `usually ${range}`,
  late: 'longer than usual',
};
