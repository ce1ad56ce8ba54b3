import type { NotifierName, NotShownCause, NotShownReason } from '../../model/notice.ts';
import type { Banner } from '../../wording/banner.ts';

export interface SoundingBanner extends Banner {
  readonly sound: boolean;
  /** The name under which the banner may leave a receipt; null for a banner that is not in the ledger. */
  readonly receipt: string | null;
  /** What a click can do, in the person’s language; null where nothing is to be offered. */
  readonly labels: ClickLabels | null;
}

/** A click on the banner opens the window; a failure also offers the workspace. */
export interface ClickLabels {
  readonly open: string;
  readonly workspace: string | null;
}

export type Clicked = keyof ClickLabels;

export type BannerOutcome =
  | { readonly kind: 'shown'; readonly by: NotifierName }
  | { readonly kind: 'not-shown'; readonly reasons: readonly NotShownReason[] };

/** `unsure`: nobody reported what became of the banner, and it cannot be withdrawn. It may be up or may still come up. */
export type NotifierOutcome = BannerOutcome | { readonly kind: 'unsure'; readonly by: NotifierName };

export interface Notifier {
  /** Shows a banner and says what became of it; never rejects. `onClick` is not called on systems that do not report clicks. */
  readonly show: (banner: SoundingBanner, onClick: (what: Clicked) => void) => Promise<NotifierOutcome>;
  /** Takes the banner of this receipt from the screen, where it was shown by this notifier and the system can do that. */
  readonly close: (receipt: string) => void;
}

export function notShown(by: NotifierName, reason: NotShownCause): BannerOutcome {
  return { kind: 'not-shown', reasons: [{ by, reason }] };
}
