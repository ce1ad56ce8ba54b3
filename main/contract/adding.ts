import type { AssetReference } from '../model/asset.ts';
import type { Reply } from '../model/reply.ts';

export type NotUnderstoodReason =
  | 'not-an-id'
  | 'id-not-positive'
  | 'id-too-large'
  | 'range-backwards'
  | 'range-too-long'
  | 'workspace-name'
  | 'workspace-missing'
  | 'project-missing'
  | 'too-many'
  | 'too-long';

/** How a pasted text was understood, before anything is added. */
export interface Understanding {
  readonly found: readonly {
    readonly reference: AssetReference;
    /** The person's own name for it. */
    readonly label: string | null;
    /** The service's name for it, if the text says that it is one. */
    readonly fileName: string | null;
    readonly watched: boolean;
  }[];
  /** `text`: the piece as it was pasted, at most 80 characters; `line` counts from 1. */
  readonly notUnderstood: readonly {
    readonly text: string;
    readonly line: number;
    readonly reason: NotUnderstoodReason;
  }[];
  /** How many references the text names more than once. */
  readonly repeated: number;
}

export interface WorkspaceChoice {
  readonly name: string;
}
export interface ProjectChoice {
  readonly id: number;
  readonly name: string;
}
export interface AssetChoice {
  readonly id: number;
  readonly fileName: string | null;
  /** Bytes; null if the list does not tell. */
  readonly size: number | null;
  readonly watched: boolean;
}
export interface AssetPage {
  readonly assets: readonly AssetChoice[];
  /** Entries of the page that could not be read. */
  readonly skipped: number;
  /** Pages count from 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** What came of a list that the window waits for. */
export type Asked<Value> = Exclude<Reply<Value>, { kind: 'aborted' }>;
