import type { AccountId, WatchId } from '../model/asset.ts';
import type { RowOutcome } from '../model/import-status.ts';
import type { BucketPage, ListedObject, PageMark } from '../model/bucket.ts';
import type { UnfitReason } from '../model/media-file.ts';
import type { Problem } from '../model/problem.ts';
import type { WishId } from '../model/wish.ts';
import type { Asked } from './adding.ts';

/** A failed import as it would be registered again. */
export interface PlannedFile {
  readonly watch: WatchId;
  /** What the person calls it, or its file's name. */
  readonly name: string | null;
  readonly outcome: RowOutcome;
  /** Null where it is not known, and the import is left out. */
  readonly source: { readonly bucket: string; readonly key: string } | null;
  /** Why it is not known, where the service said so. */
  readonly problem: Problem | null;
  /** Why it is left out although its source is known. `same-key`: a file before it comes from the same object. */
  readonly fault: Extract<ObjectFault, 'same-key' | 'underway'> | null;
  /** What the bucket says of the object now; null where it says nothing that matters, or cannot be asked. */
  readonly object: ObjectNews | null;
}

/**
 * `unchanged`: it was not written again since the import that failed was registered. That this came from it is known only of what was
 * registered here: of others the service tells no bucket.
 */
export type ObjectNews =
  { readonly kind: 'gone' | 'there' } | { readonly kind: 'unchanged'; readonly changedAt: number };

/** An object to pick, as it is listed. */
export interface BucketObject extends ListedObject {
  /** What it is called in its folder, fit to be shown. */
  readonly name: string;
  /** Why it would surely not be imported, or could not be named in a line. */
  readonly unfit: UnfitReason | 'unprintable' | null;
}

export interface PickPage extends Omit<BucketPage<BucketObject>, 'folders'> {
  readonly folders: readonly { readonly prefix: string; readonly name: string }[];
}

/** Why a line names no file that could be registered. The last three depend on more than the line itself. */
export const objectFaults = [
  ...['folder', 'extension', 'unprintable', 'too-long', 'bucket-name', 'no-key', 'ambiguous', 'not-text'],
  ...['same-key', 'no-bucket', 'underway'],
] as const;
export type ObjectFault = (typeof objectFaults)[number];

/** An object of Object Storage, as a line names it. Lines count from 1. */
export interface FoundObject {
  /** Null where the line names none, and none was chosen. */
  readonly bucket: string | null;
  readonly key: string;
  readonly line: number;
  /** Nothing in its name says what kind of file it is: whether the service takes it is not known. */
  readonly isUnknownKind: boolean;
}

/** `text`: the line as it was pasted, at most 200 characters, and without a signature. */
export interface FaultyLine {
  readonly text: string;
  readonly line: number;
  readonly fault: ObjectFault;
}

/** What a list of object keys was understood to be, before anything is sent. */
export interface FoundObjects {
  /** Each once, in the order in which they stand there. */
  readonly found: readonly FoundObject[];
  readonly faulty: readonly FaultyLine[];
  /** Lines that name what a line before them names. */
  readonly repeated: number;
  /** Lines that were not read, because too many stand before them. */
  readonly left: number;
}

export interface PlannedObjects extends FoundObjects {
  /** Registers what was found, as `register` takes it. */
  readonly plan: number;
  readonly found: readonly (FoundObject & { readonly bucket: string })[];
}

export interface RegisterRequests {
  /** Turning it on asks the person in a dialog of the system, which no page can answer. */
  allowRegistering: { request: { account: AccountId; isAllowed: boolean }; response: null };
  /** Looks up from which objects these failed imports came; nothing is sent. Only what a plan names can be registered. */
  planRegisterAgain: {
    request: { watches: readonly WatchId[] };
    response: { plan: number; files: readonly PlannedFile[] };
  };
  /** Reads which files are to be registered; nothing is sent. Lines without a bucket are of `bucket`; null where none is chosen. */
  planRegister: {
    request: {
      account: AccountId;
      workspace: string;
      projectId: number;
      bucket: string | null;
      /** The bytes of a file are read in whatever encoding they are. */
      text: string | Uint8Array<ArrayBuffer>;
    };
    response: PlannedObjects;
  };
  /** Registers what the newest plan names, once. What is under way by now is left out, and not counted. */
  register: { request: { plan: number }; response: { wished: number } };
  /** `look` looks through the project's list once more; `send` registers them after all. */
  answerWishes: { request: { wishes: readonly WishId[]; how: 'look' | 'send' }; response: null };
  /** A page of what begins with `prefix` in a bucket, up to the next `/`. */
  listBucket: {
    request: { account: AccountId; bucket: string; prefix: string; after: PageMark | null };
    response: Asked<PickPage>;
  };
  dropWishes: { request: { wishes: readonly WishId[] }; response: null };
}

/** The managed policy by which a sub account may look into buckets (Object Storage guide, managing permissions). */
export const bucketPolicy = 'NCP_OBJECT_STORAGE_VIEWER';

/** Imports registered again in one go: each costs a request before. */
export const mostRegisteredAgain = 100;

/** Files registered in one go. Of so many it is remembered what became of each. */
export const mostRegistered = 1_000;

/** The managed policy that registering takes (guide, sub account permissions). */
export const registerPolicy = 'NCP_VPC_MEDIA_INTELLIGENCE_MANAGER';
