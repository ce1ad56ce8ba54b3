import type { SaveFault } from '../../contract.ts';

/** What the system's error codes mean for the person. */
const faults: Readonly<Record<string, SaveFault>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'quota-used-up',
  EROFS: 'read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOENT: 'folder-gone',
  ENOTDIR: 'in-the-way',
  EEXIST: 'in-the-way',
  EISDIR: 'in-the-way',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  EIO: 'disk-fault',
};

/** Its message is for the log: the fault and the system's code, such as `disk-full (ENOSPC)`. */
export class CannotSave extends Error {
  readonly fault: SaveFault;

  constructor(fault: SaveFault, code: string, options?: ErrorOptions) {
    super(`${fault} (${code})`, options);
    this.fault = fault;
  }
}

export function cannotSave(error: unknown): CannotSave {
  if (error instanceof CannotSave) return error;
  const code = codeOf(error);
  return new CannotSave(faults[code] ?? 'unknown', code, { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no code';
}
