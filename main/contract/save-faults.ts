/** Why something could not be saved; `words/shell` says each to the person, with what to do about it. */
export const saveFaults = [
  'disk-full',
  'quota-used-up',
  'read-only',
  'no-permission',
  'folder-gone',
  'in-the-way',
  'in-use',
  'too-many-files',
  'disk-fault',
  'unknown',
] as const;
export type SaveFault = (typeof saveFaults)[number];
