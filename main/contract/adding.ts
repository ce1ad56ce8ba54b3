import type { AssetReference } from '../monitor/asset.ts';
import type { Problem } from '../monitor/problem.ts';

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

/** What a pasted text was understood to be, before anything is added. */
export interface Understanding {
  readonly found: readonly {
    readonly reference: AssetReference;
    /** The name that the person gives it. */
    readonly label: string | null;
    /** The name of the service, where the text says that it is one. */
    readonly fileName: string | null;
    readonly watched: boolean;
  }[];
  /** `text`: the piece as it was pasted, at most 80 characters; `line` counts from 1. */
  readonly notUnderstood: readonly {
    readonly text: string;
    readonly line: number;
    readonly reason: NotUnderstoodReason;
  }[];
  /** How many references were named more than once in the text. */
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
  readonly fileName: string;
  /** Bytes, where the list tells them. */
  readonly size: number | null;
  readonly watched: boolean;
}
export interface AssetPage {
  readonly assets: readonly AssetChoice[];
  /** Pages count from 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** An answer of the service that may be a problem instead; errors cross as data. */
export type Asked<Value> =
  | { readonly kind: 'answer'; readonly value: Value }
  | { readonly kind: 'problem'; readonly problem: Problem };
