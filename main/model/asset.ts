/** Identifies one account of this app, not of the service. Never a key. */
export type AccountId = string;

/** Where an asset stands in the service. Ids are positive safe integers. */
export interface AssetReference {
  readonly workspace: string;
  readonly projectId: number;
  readonly assetId: number;
}

/** A project in its workspace. */
export type ProjectPlace = Pick<AssetReference, 'workspace' | 'projectId'>;

/** `workspace/project/asset`, or of a project `workspace/project`: as people read it, and as the app reads it again. */
export function referenceText({
  workspace,
  projectId,
  assetId,
}: ProjectPlace & Partial<AssetReference>): string {
  const project = `${workspace}/${projectId}`;
  return assetId === undefined ? project : `${project}/${assetId}`;
}

/** `workspace/assetId`: the project is left out, because an asset keeps its id when it is moved to another one. */
export function assetIdentity({ workspace, assetId }: AssetReference): string {
  return `${workspace}/${assetId}`;
}

/** `account:workspace/assetId`. */
export type WatchId = string;

export function watchIdOf(account: AccountId, reference: AssetReference): WatchId {
  return `${account}:${assetIdentity(reference)}`;
}

/** `result.metaData` of import-status; each field is optional there, so each may be null here. */
export interface MetaData {
  readonly resolution: string | null;
  /** Milliseconds. Images have none. */
  readonly durationMs: number | null;
  /** Bytes. */
  readonly size: number | null;
  readonly format: string | null;
}

/** One parsed reply of import-status. */
export interface Answer {
  readonly assetId: number;
  /** `result.uploadStatus` as it came, also when it is none of the documented five; else a word of our own. */
  readonly status: string;
  /** `result.uploadResult`: free text in any language, shown and never matched. */
  readonly text: string | null;
  readonly metaData: MetaData | null;
  /** Epoch milliseconds of this computer at which the reply was complete. */
  readonly receivedAt: number;
}

/** What the asset's details tell that the import status does not. */
export interface AssetDetails {
  /** The object in the bucket from which it was registered. */
  readonly key: string | null;
  readonly fileName: string | null;
  /** Where the asset stands now: assets can be moved. */
  readonly projectId: number | null;
  /** Documented as always there; whether it is while the import runs is not known. */
  readonly metaData: MetaData | null;
  /** When it was registered, epoch ms of the service; null where it does not say so, or not in which time zone. */
  readonly registeredAt: number | null;
}

/** What is taken of an asset in the list of its project. */
export interface ListedAsset {
  readonly assetId: number;
  readonly fileName: string | null;
  /** Its metadata is there, as of an import that has completed. */
  readonly complete: boolean;
  /** Bytes, where the list tells them. */
  readonly size: number | null;
  /** Its entry names another project than the one whose list it stands in. */
  readonly isElsewhere?: true;
}

/** One page of the list of a project's assets. */
export interface ListedPage {
  readonly assets: readonly ListedAsset[];
  /** Entries that could not be read, or went beyond the size of a page: what is not among the assets may still be there. */
  readonly skipped: number;
  /** Of all pages. */
  readonly totalCount: number;
  readonly pages: number;
}
