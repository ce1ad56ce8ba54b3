/** What is known of a newer version. The app has it only where its package names a feed; else there is nothing to show or to ask. */
export type UpdateState =
  /** `lookedAt`: epoch ms; null before the first look. `hasFailed`: the last look, and nothing newer is known. */
  | { readonly kind: 'none'; readonly lookedAt: number | null; readonly hasFailed: boolean }
  | { readonly kind: 'looking' }
  /** `failure`: of the last attempt to download it. */
  | { readonly kind: 'found'; readonly version: string; readonly failure: DownloadFailure | null }
  /** The package cannot replace itself: its page has the new one. */
  | { readonly kind: 'elsewhere'; readonly version: string }
  | { readonly kind: 'downloading'; readonly version: string }
  | { readonly kind: 'ready'; readonly version: string };

/** `not-genuine`: what came is not what was published. */
export type DownloadFailure = 'interrupted' | 'not-genuine';

export const updateActs = ['look', 'download', 'open-page', 'install'] as const;
export type UpdateAct = (typeof updateActs)[number];

/** What Settings › About asks for. Nothing is downloaded or installed that the person did not ask for. */
export interface UpdateRequests {
  /** `install` restarts the app. */
  update: { request: { act: UpdateAct }; response: null };
}
