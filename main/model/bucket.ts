/** An object as the list of its bucket shows it. */
export interface ListedObject {
  /** Its whole name, byte for byte. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written, epoch ms of the service; null where the list does not say it. */
  readonly changedAt: number | null;
}

/** Where the next page of a bucket begins, as the answer before it said. Means nothing to anybody else. */
export interface PageMark {
  /** A token of version 2 of the list, or a name of version 1. */
  readonly by: 'token' | 'marker';
  readonly value: string;
}

/** A part of what is in a folder of a bucket; the order is not promised. */
export interface BucketPage<Entry extends ListedObject = ListedObject> {
  /** Whole prefixes, each with `/` at its end. */
  readonly folders: readonly string[];
  readonly objects: readonly Entry[];
  /** Entries that could not be read. */
  readonly skipped: number;
  /** Null after the last page. */
  readonly next: PageMark | null;
}

/** What Object Storage says of one name in a bucket. */
export type ObjectState =
  | { readonly isThere: false }
  /** `changedAt`: epoch ms of the service, in whole seconds; null where it is not said. */
  | { readonly isThere: true; readonly changedAt: number | null };
