import type { AccountId } from './asset.ts';
import type { NoticeKey } from './notice.ts';

/** What is known of an import before it ends, and so all that its estimate may rest on. */
export interface Traits {
  readonly account: AccountId;
  readonly workspace: string;
  readonly projectId: number;
  /** The file name's extension in lower case. */
  readonly format: string | null;
  /**
   * Bytes. Known before the end where a list, the asset's details or an answer of the running import told them. The length of the
   * film is told in the same object, so it is known where the size is, and the two grow together: a slope of its own would split
   * the few imports that were seen between two traits that say the same, and images have none.
   */
  readonly size: number | null;
}

/**
 * How long one import took, as far as it was seen. The service tells neither start nor end. The time is counted from when the
 * person added it, which is also what the row counts from; the end lies between the last look that saw it in progress and the
 * first that saw it ended.
 */
export interface Observation extends Traits {
  /** Of the attempt, the key of its notice. */
  readonly key: NoticeKey;
  readonly completed: boolean;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  /** Milliseconds from `startedAt`. */
  readonly atLeastMs: number;
  readonly atMostMs: number;
}

/** The extension as it is compared; a reference in the place of a name has none. */
export function formatOf(fileName: string | null): string | null {
  return /\.([a-z0-9]{2,5})$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? null;
}

/** A size or length as the estimate takes it: one of nothing, which a service may say of a file it has not read, tells nothing. */
export function positiveOrNull(extent: number | null): number | null {
  return extent !== null && extent > 0 && Number.isFinite(extent) ? extent : null;
}
