import type { AccountId, AssetReference } from '../model/asset.ts';
import type { Listed, Reply } from '../model/reply.ts';
import type { GroupChoice } from './groups.ts';

export type NotUnderstoodReason =
  | 'not-an-id'
  | 'number-in-text'
  | 'which-column'
  | 'thousands'
  | 'cut-off'
  | 'may-be-secret'
  | 'id-not-positive'
  | 'id-too-large'
  | 'range-backwards'
  | 'range-too-long'
  | 'workspace-name'
  | 'workspace-missing'
  | 'project-missing'
  | 'project-named'
  | 'too-many'
  | 'too-long'
  | 'not-text';

/**
 * A way to use what was not understood: all numbers of a line as ids, a column or a field of JSON as the asset's id, or the chosen workspace
 * and project for the rows of a table that leave them open. `line` is the first of a table; a `column` counts from 0.
 */
export type Use =
  | { readonly kind: 'numbers' | 'place'; readonly line: number }
  | { readonly kind: 'column'; readonly line: number; readonly column: number }
  | { readonly kind: 'field'; readonly line: number; readonly field: string };

export interface Offer {
  readonly use: Use;
  /** The name of the column or field, its first cell where it has none, or the numbers. */
  readonly text: string;
}

/** What a pasted text was understood to be, before anything is added. Lines count from 1. */
export interface Understanding {
  readonly found: readonly {
    readonly reference: AssetReference;
    /** The person's own name for it. */
    readonly label: string | null;
    /** The service's name for it, if the text says that it is one. */
    readonly fileName: string | null;
    readonly watched: boolean;
  }[];
  /** `text`: the piece as it was pasted, at most 80 characters, and without what may be a key. */
  readonly notUnderstood: readonly {
    readonly text: string;
    readonly line: number;
    readonly reason: NotUnderstoodReason;
    readonly offers: readonly Offer[];
  }[];
  /** How many references the text names more than once. */
  readonly repeated: number;
  /** How many have a name that was too long and was cut. */
  readonly shortened: number;
}

export interface WorkspaceChoice {
  readonly name: string;
  /** The one that it is linked to; null where the service names none. */
  readonly bucket: string | null;
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

/** From a text to watches. */
export interface AddRequests {
  understand: {
    request: {
      account: AccountId;
      /** The bytes of a file are read in whatever encoding they are. */
      text: string | Uint8Array<ArrayBuffer>;
      workspace: string | null;
      projectId: number | null;
      uses: readonly Use[];
    };
    response: Understanding;
  };
  add: {
    request: {
      account: AccountId;
      assets: readonly {
        reference: AssetReference;
        label: string | null;
        fileName: string | null;
        /** Bytes, where a list told them. */
        size?: number | null;
      }[];
      /** The group that the new watches form; null for none. */
      group: GroupChoice | null;
    };
    response: { added: number; alreadyWatched: number };
  };
}

/** The live lists from which a person picks. */
export interface PickRequests {
  listWorkspaces: { request: { account: AccountId }; response: Asked<Listed<WorkspaceChoice>> };
  listProjects: {
    request: { account: AccountId; workspace: string };
    response: Asked<Listed<ProjectChoice>>;
  };
  listAssets: {
    request: { account: AccountId; workspace: string; projectId: number; page: number };
    response: Asked<AssetPage>;
  };
}
