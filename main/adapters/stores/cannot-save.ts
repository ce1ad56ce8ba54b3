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
  EBUSY: 'in-use',
};

/** The same for SQLite's primary result codes (sqlite.org/rescode.html), which is all that node:sqlite reports. */
const sqliteFaults: Readonly<Record<number, SaveFault>> = {
  3: 'no-permission',
  5: 'in-use',
  8: 'read-only',
  10: 'disk-fault',
  11: 'disk-fault',
  13: 'disk-full',
  26: 'disk-fault',
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
  const sqlite = sqliteCodeOf(error);
  const code = sqlite === null ? codeOf(error) : `SQLite ${sqlite}`;
  const fault = sqlite === null ? faults[code] : sqliteFaults[sqlite];
  return new CannotSave(fault ?? 'unknown', code, { cause: error });
}

/** Whether SQLite found the file damaged (11) or not a database at all (26). */
export function isSqliteDamage(error: unknown): boolean {
  return [11, 26].includes(sqliteCodeOf(error) ?? 0);
}

/** Whether another program holds SQLite's file. */
export function isSqliteBusy(error: unknown): boolean {
  return sqliteCodeOf(error) === 5;
}

/** Whether SQLite has no code of its own for what is wrong. */
export function isSqliteError(error: unknown): boolean {
  return sqliteCodeOf(error) === 1;
}

/** The primary code is the lowest byte of the extended one. Null if the error is not SQLite's. */
function sqliteCodeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : null;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no code';
}
