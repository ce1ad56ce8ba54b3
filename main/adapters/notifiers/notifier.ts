import type { NotifierName, NotShownCause, NotShownReason } from '../../monitor/notice.ts';
import type { Banner } from '../../wording/banner.ts';

export interface SoundingBanner extends Banner {
  readonly sound: boolean;
  /** Under which name the banner may leave a receipt; null for what no ledger knows. */
  readonly receipt: string | null;
}

export type BannerOutcome =
  | { readonly kind: 'shown'; readonly by: NotifierName }
  | { readonly kind: 'not-shown'; readonly reasons: readonly NotShownReason[] };

/** `unsure`: nobody said what became of it, and it cannot be taken back. It may be up, or may come up later. */
export type NotifierOutcome = BannerOutcome | { readonly kind: 'unsure'; readonly by: NotifierName };

/** Shows a banner and says what became of it; never rejects. `onClick` may never be called where the system tells no clicks. */
export interface Notifier {
  readonly show: (banner: SoundingBanner, onClick: () => void) => Promise<NotifierOutcome>;
}

export function notShown(by: NotifierName, reason: NotShownCause): BannerOutcome {
  return { kind: 'not-shown', reasons: [{ by, reason }] };
}
