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

/** Shows a banner and says what became of it; never rejects. `onClick` may never be called where the system tells no clicks. */
export interface Notifier {
  readonly show: (banner: SoundingBanner, onClick: () => void) => Promise<BannerOutcome>;
}

export function notShown(by: NotifierName, reason: NotShownCause): BannerOutcome {
  return { kind: 'not-shown', reasons: [{ by, reason }] };
}
