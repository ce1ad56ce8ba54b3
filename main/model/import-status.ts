/** The five documented values of `uploadStatus` (import-status page, response body). */
export const importStatuses = [
  'IN_PROGRESS',
  'COMPLETED',
  'FAILED',
  'FILE_NOT_EXIST',
  'INVALID_METADATA',
] as const;

export type ImportStatus = (typeof importStatuses)[number];

/**
 * What a status means for the person; the service's word stays visible beside it. In the order in which a banner names them:
 * failures first, because they are what the person must know if the rest is cut.
 */
export const outcomes = [
  'failed',
  'file-not-there',
  'not-valid',
  'gone',
  'unknown',
  'completed',
  'importing',
] as const;

export type Outcome = (typeof outcomes)[number];

/** `waiting`: added, and nothing was heard yet. */
export type RowOutcome = Outcome | 'waiting';

/**
 * The figure under which an import is counted. What counts as importing is asked for on; everything else has ended. An asset that is
 * gone is no failed import: nobody knows how it ended.
 */
export const buckets = ['importing', 'completed', 'failed', 'gone'] as const;
export type Bucket = (typeof buckets)[number];

/** The colour in which it is said, in the window and in a terminal. */
export type Tone = 'busy' | 'good' | 'bad' | 'muted';

export type GlyphName =
  'ring' | 'ring-with-arrow' | 'check' | 'warning-sign' | 'dashed-page' | 'dash' | 'struck-film' | 'question';

export interface OutcomeRule {
  readonly bucket: Bucket;
  readonly tone: Tone;
  readonly glyph: GlyphName;
  /**
   * What becomes of the service's own text beside our sentence. It is free text in any language, so it is placed and never matched.
   * `left-out`: of a banner, which has little room; the window shows it below.
   */
  readonly serviceText: 'instead' | 'after' | 'left-out';
}

/** All that the app makes of an outcome, but its words (words/outcomes). */
export const outcomeRules: Readonly<Record<RowOutcome, OutcomeRule>> = {
  waiting: { bucket: 'importing', tone: 'muted', glyph: 'ring', serviceText: 'left-out' },
  importing: { bucket: 'importing', tone: 'busy', glyph: 'ring-with-arrow', serviceText: 'left-out' },
  completed: { bucket: 'completed', tone: 'good', glyph: 'check', serviceText: 'left-out' },
  failed: { bucket: 'failed', tone: 'bad', glyph: 'warning-sign', serviceText: 'after' },
  'file-not-there': { bucket: 'failed', tone: 'bad', glyph: 'dashed-page', serviceText: 'left-out' },
  // The service says exactly which limit was not kept; no sentence of ours can.
  'not-valid': { bucket: 'failed', tone: 'bad', glyph: 'struck-film', serviceText: 'instead' },
  gone: { bucket: 'gone', tone: 'muted', glyph: 'dash', serviceText: 'left-out' },
  // Asked for on: it may be a new word for an import that still runs.
  unknown: { bucket: 'importing', tone: 'muted', glyph: 'question', serviceText: 'after' },
};

/**
 * Our own word for the status of an asset that the service has no longer. The blank keeps it apart from every word of the
 * service, which has none (mi/import-status.ts).
 */
export const goneStatus = 'not there';

/** The same where the service answers about an asset with no status, or with none that is a word. */
export const unreadableStatus = 'not readable';

export const ownWords: readonly string[] = [goneStatus, unreadableStatus];

const outcomesOfStatuses: Readonly<Record<ImportStatus, Outcome>> = {
  IN_PROGRESS: 'importing',
  COMPLETED: 'completed',
  FAILED: 'failed',
  FILE_NOT_EXIST: 'file-not-there',
  INVALID_METADATA: 'not-valid',
};

function isKnownStatus(status: string): status is ImportStatus {
  return Object.hasOwn(outcomesOfStatuses, status);
}

/**
 * The outcome of a status as it came. A status the documentation does not name is `unknown`: the names of this API
 * changed three times in a year, and a guess could raise a false notice.
 */
export function outcomeOf(status: string): Outcome {
  if (status === goneStatus) return 'gone';
  return isKnownStatus(status) ? outcomesOfStatuses[status] : 'unknown';
}

export function ruleOf(status: string): OutcomeRule {
  return outcomeRules[outcomeOf(status)];
}

/** Terminal: a known status that does not change again by itself. Unknown statuses are asked on. */
export function isTerminal(status: string): boolean {
  return ruleOf(status).bucket !== 'importing';
}

export function isFailure(status: string): boolean {
  return ruleOf(status).bucket === 'failed';
}
