import type { DownloadFailure } from '../../contract.ts';

export type Download =
  | { readonly kind: 'done'; readonly version: string }
  | { readonly kind: 'failed'; readonly failure: DownloadFailure };

/** A newer version, where there is one, and how it comes onto this computer. */
export interface Updater {
  /** Whether this package can replace itself; else `page` has the new one. */
  readonly canInstall: boolean;
  /** The version in the feed, if it is newer than this one; rejects where the feed could not be read. */
  readonly look: () => Promise<string | null>;
  /** Of the version that is in the feed by now. Resolves once it is there, and is what was published. */
  readonly download: () => Promise<Download>;
  /** Where a person finds the new version. */
  readonly page: () => Promise<string>;
  /**
   * Replaces the app by what was downloaded and has the new one started. To be called last, when all is on disk: on Windows the installer
   * ends what still runs. Resolves when this run may end: true where the new one starts. `moved`: the AppImage's file has another name now.
   */
  readonly install: (moved: (file: string) => void) => Promise<boolean>;
}
