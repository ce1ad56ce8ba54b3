/** Identifies one account of this app, not of the service. Never a key. */
export type AccountId = string;

/** Where an asset stands in the service. Ids are positive safe integers. */
export interface AssetReference {
  readonly workspace: string;
  readonly projectId: number;
  readonly assetId: number;
}

/** `account:workspace/assetId`. The project is left out: an asset keeps its id when it is moved to another one. */
export type WatchId = string;

export function watchIdOf(account: AccountId, reference: AssetReference): WatchId {
  return `${account}:${reference.workspace}/${reference.assetId}`;
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
  /** `result.uploadStatus` as it came, also when it is none of the documented five. */
  readonly status: string;
  /** `result.uploadResult`: free text in any language, shown and never matched. */
  readonly text: string | null;
  readonly metaData: MetaData | null;
  /** Epoch milliseconds of this computer at which the reply was complete. */
  readonly receivedAt: number;
}
