/** Why something could not be saved; `words/shell` says each to the person, with what to do about it. */
export const saveFaults = [
  'disk-full',
  'quota-used-up',
  'read-only',
  'no-permission',
  'folder-gone',
  'in-the-way',
  'in-use',
  /** The file could not be read at the start, so that nothing is to be written over it in this run. */
  'not-read',
  'too-many-files',
  'disk-fault',
  'unknown',
] as const;
export type SaveFault = (typeof saveFaults)[number];
