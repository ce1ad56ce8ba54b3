/** The five documented values of `uploadStatus` (import-status page, response body). */
export const importStatuses = [
  'IN_PROGRESS',
  'COMPLETED',
  'FAILED',
  'FILE_NOT_EXIST',
  'INVALID_METADATA',
] as const;

export type ImportStatus = (typeof importStatuses)[number];

/** What a status means for the person; the service's word stays visible beside it. */
export type Outcome =
  'importing' | 'completed' | 'failed' | 'file-not-there' | 'not-valid' | 'gone' | 'unknown';

/**
 * Our own word for the status of an asset that the service has no longer. The blank keeps it apart from every word of the
 * service, which has none (mi/answers/import-status.ts).
 */
export const goneStatus = 'not there';

const outcomes: Record<ImportStatus, Outcome> = {
  IN_PROGRESS: 'importing',
  COMPLETED: 'completed',
  FAILED: 'failed',
  FILE_NOT_EXIST: 'file-not-there',
  INVALID_METADATA: 'not-valid',
};

export function isKnownStatus(status: string): status is ImportStatus {
  return Object.hasOwn(outcomes, status);
}

/**
 * The outcome of a status as it came. A status the documentation does not name is `unknown`: the names of this API
 * changed three times in a year, and a guess could raise a false notice.
 */
export function outcomeOf(status: string): Outcome {
  if (status === goneStatus) return 'gone';
  return isKnownStatus(status) ? outcomes[status] : 'unknown';
}

/** Terminal: a known status that does not change again by itself. Unknown statuses are asked on. */
export function isTerminal(status: string): boolean {
  return status === goneStatus || (isKnownStatus(status) && status !== 'IN_PROGRESS');
}

/** An asset that is gone is no failed import: nobody knows how it ended. */
export function isFailure(status: string): boolean {
  return isTerminal(status) && status !== 'COMPLETED' && status !== goneStatus;
}
