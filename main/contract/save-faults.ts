/** Why the disk did not take what was to be saved; `words/shell` says each to the person, with what to do. */
export const saveFaults = [
  'disk-full',
  'quota-used-up',
  'read-only',
  'no-permission',
  'folder-gone',
  'in-the-way',
  'too-many-files',
  'disk-fault',
  'unknown',
] as const;
export type SaveFault = (typeof saveFaults)[number];
