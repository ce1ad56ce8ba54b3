/** One line of the pasted text. */
export interface SourceLine {
  /** As it was pasted. */
  readonly line: string;
  /** With full-width forms turned into plain ones; each character stands where it stood in `line`. */
  readonly plain: string;
  /** Counts from 1. */
  readonly number: number;
}

/** What bare ids belong to. */
export interface Place {
  readonly workspace: string | null;
  readonly projectId: number | null;
}
