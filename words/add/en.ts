import { plural, type Count } from '../plural.ts';

/** The view that adds imports to the watchlist. */
export const add = {
  title: 'Add imports',
  account: 'Account',
  ways: 'How to add',
  byPaste: 'Paste',
  byPicking: 'Pick from a list',
  needsAccount: 'Connect an account first',
  needsAccountAdvice: 'Import Watch uses its key to check imports.',
  toAccount: 'Connect an account',
  paste: 'Asset IDs, URLs, or a table',
  pasteHint: '5678-5690, workspace/1234/5678, an API URL, or a curl command',
  openFile: 'Open a file…',
  closeFile: 'Close',
  fileNotOpened: 'Couldn’t open the file',
  fileFaults: {
    'too-large': (most: string) => `The file is larger than ${most}. Split it, then open each part.`,
    unreadable: () =>
      'Couldn’t read the file. Check that it still exists and that you have permission to read it.',
  },
  alone: 'For IDs without a workspace and project',
  workspace: 'Workspace',
  project: 'Project ID',
  reading: 'Reading the text…',
  foundTitle: (count: Count) =>
    plural(count, { one: `${count.text} asset recognized`, other: `${count.text} assets recognized` }),
  foundNone: 'No assets recognized yet.',
  alreadyWatched: 'already watched',
  watchedCount: (count: Count) =>
    plural(count, {
      one: `${count.text} is already watched`,
      other: `${count.text} are already watched`,
    }),
  repeated: (count: Count) =>
    plural(count, {
      one: `${count.text} is listed more than once; added once`,
      other: `${count.text} are listed more than once; each is added once`,
    }),
  shortened: (count: Count) => `Names shortened because they’re too long: ${count.text}`,
  andMore: (count: string) => `and ${count} more`,
  notUnderstoodTitle: (count: Count) =>
    plural(count, {
      one: `${count.text} item not recognized`,
      other: `${count.text} items not recognized`,
    }),
  line: (line: string) => `Line ${line}`,
  reasons: {
    'not-an-id': 'Not an asset ID. An ID is a whole number such as 5678.',
    'number-in-text': 'Nothing here says that a number is an asset ID.',
    'which-column': 'No column or field here is labeled as the asset ID.',
    thousands: 'This could be one number or several.',
    'cut-off': 'The text ends here, and the number may be incomplete.',
    'may-be-secret': 'Not shown, because it may contain a key or password.',
    'id-not-positive': 'The ID must be greater than 0.',
    'id-too-large': 'This ID is too large.',
    'range-backwards': 'The range is reversed. Enter the smaller ID first.',
    'range-too-long': 'The range is too long. Split it into shorter ranges.',
    'workspace-name': 'Not a valid workspace name. Copy it from the console.',
    'workspace-missing': 'No workspace given. Enter it above.',
    'project-missing': 'No project ID given. Enter it above.',
    'project-named': 'The project is given by its name. Enter its ID above.',
    'too-many': 'Too many assets to add at once. Add the rest afterwards.',
    'too-long': 'The text is too long. Paste it in parts.',
    'not-text':
      'This isn’t a text file. Save the table as CSV in your spreadsheet app, then open the CSV file.',
  },
  offers: {
    numbers: (numbers: string) => `Use as asset IDs: ${numbers}`,
    column: (name: string) => `“${name}” is the asset ID`,
    field: (name: string) => `“${name}” is the asset ID`,
    place: () => 'Use the workspace and project above',
  },
  takeBack: 'Undo these choices',
  addCount: (count: Count) =>
    plural(count, { one: `Watch ${count.text} import`, other: `Watch ${count.text} imports` }),
  addNone: 'Watch imports',
  added: (count: Count) =>
    plural(count, {
      one: `Now watching ${count.text} import`,
      other: `Now watching ${count.text} imports`,
    }),
  addedSome: (added: string, watched: string) => `${added} added, ${watched} already watched`,
  noRoom: 'Not enough room in the list',
  roomFor: (room: string, most: string) =>
    `The list holds ${most} imports and has room for ${room} more. Add fewer, or stop watching some that have finished first.`,
  couldNot: 'That didn’t work',
  pickWorkspace: 'Workspace',
  pickProject: 'Project',
  choose: 'Choose…',
  loading: 'Loading…',
  noWorkspaces: 'This account has no workspaces. Create one in the console.',
  noProjects: 'This workspace has no projects. Create one in the workspace.',
  noAssets: 'This project has no assets. Import a file in the workspace first.',
  assets: 'Assets',
  selectPage: 'Select all on this page',
  selected: (count: string) => `${count} selected`,
  skipped: (count: Count) =>
    plural(count, {
      one: `${count.text} entry couldn’t be read and is left out`,
      other: `${count.text} entries couldn’t be read and are left out`,
    }),
  pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  tryAgain: 'Try again',
};
