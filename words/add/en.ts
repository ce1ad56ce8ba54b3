import { plural } from '../plural.ts';

/** The view that adds imports to the watchlist. */
export const add = {
  title: 'Add imports',
  account: 'Account',
  ways: 'How to add',
  byPaste: 'Paste',
  byPicking: 'Pick from the list',
  needsAccount: 'Connect an account first. Its key is used to ask how the imports are doing.',
  toAccount: 'Connect an account',
  paste: 'Asset ids, addresses or a table',
  pasteHint: '5678-5690, workspace/1234/5678, an API address or a curl command',
  openFile: 'Open a file…',
  closeFile: 'Close',
  fileNotOpened: 'The file was not opened',
  fileFaults: {
    'too-large': (most: string) => `It is longer than ${most} characters. Split it and open its parts.`,
    'not-text': () => 'It is not a text file. Save the table as CSV in the spreadsheet, and open that.',
    unreadable: () => 'It could not be read. Check that it is still there, and that you may read it.',
  },
  workspace: 'Workspace for ids that come alone',
  project: 'Project id for ids that come alone',
  projectInvalid: 'A project id is a whole number greater than 0.',
  reading: 'Reading the text…',
  foundTitle: (count: number) =>
    plural('en', count, { one: `${count} asset understood`, other: `${count} assets understood` }),
  foundNone: 'No asset was understood yet.',
  alreadyWatched: 'already watched',
  watchedCount: (count: number) =>
    plural('en', count, { one: `${count} is already watched`, other: `${count} are already watched` }),
  repeated: (count: number) =>
    plural('en', count, {
      one: `${count} was named more than once and is added once`,
      other: `${count} were named more than once and are added once`,
    }),
  andMore: (count: number) => `and ${count} more`,
  notUnderstoodTitle: (count: number) =>
    plural('en', count, { one: `${count} piece not understood`, other: `${count} pieces not understood` }),
  line: (line: number) => `Line ${line}`,
  reasons: {
    'not-an-id': 'This is not an asset id. An id is a whole number such as 5678.',
    'id-not-positive': 'An id must be greater than 0.',
    'id-too-large': 'This id is larger than any id of the service can be.',
    'range-backwards': 'The range runs backwards. Write the smaller id first.',
    'range-too-long': 'The range is too long. Split it into shorter ones.',
    'workspace-name': 'A workspace name cannot look like this. Copy the name from the console.',
    'workspace-missing': 'The workspace is missing. Fill it in below.',
    'project-missing': 'The project id is missing. Fill it in below.',
    'too-many': 'These are more assets than can be added at once. Add the rest afterwards.',
    'too-long': 'The text is too long to be read to its end. Paste it in parts.',
  },
  addCount: (count: number) =>
    plural('en', count, { one: `Watch ${count} import`, other: `Watch ${count} imports` }),
  addNone: 'Watch imports',
  added: (count: number) =>
    plural('en', count, { one: `${count} import is now watched`, other: `${count} imports are now watched` }),
  couldNot: 'This could not be done',
  pickWorkspace: 'Workspace',
  pickProject: 'Project',
  choose: 'Choose…',
  loading: 'Loading…',
  noWorkspaces: 'This account has no workspace. Create one in the console.',
  noProjects: 'This workspace has no project.',
  noAssets: 'This project has no asset.',
  assets: 'Assets',
  selectPage: 'Select all on this page',
  selected: (count: number) => `${count} selected`,
  pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  tryAgain: 'Try again',
};
