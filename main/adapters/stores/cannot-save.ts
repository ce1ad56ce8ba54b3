/** What the system's error codes mean for the person. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'the folder may not be written to',
  EPERM: 'the folder may not be written to',
  ENOENT: 'the folder is gone',
  ENOTDIR: 'a file stands where the folder should be',
  EEXIST: 'a file stands where the folder should be',
  EISDIR: 'a folder stands where the file should be',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk reported a fault',
};

/** Its message is a plain reason with the system's code, such as `the disk is full (ENOSPC)`. */
export class CannotSave extends Error {}

export function cannotSave(error: unknown): CannotSave {
  if (error instanceof CannotSave) return error;
  const code = codeOf(error);
  const reason =
    code === null
      ? 'the file could not be written'
      : `${reasons[code] ?? 'the file could not be written'} (${code})`;
  return new CannotSave(reason, { cause: error });
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
