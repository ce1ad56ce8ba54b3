import type { AccountId, Answer, AssetReference, WatchId } from './asset.ts';
import type { Membership } from './group.ts';
import { isTerminal } from './import-status.ts';
import type { UnfinishedAppearance } from './listing.ts';
import type { Mute } from './mute.ts';

/** An asset being watched: its reference, label, and what is known of it. All times are epoch milliseconds. */
export interface Watch {
  readonly id: WatchId;
  readonly account: AccountId;
  readonly reference: AssetReference;
  /** The person's own name for it. */
  readonly label: string | null;
  readonly fileName: string | null;
  /** Bytes, where a list or the asset's details told them before the import ended. */
  readonly size: number | null;
  readonly group: Membership | null;
  readonly addedAt: number;
  /** The assets that its file was before, registered again since; oldest first. */
  readonly formerIds?: readonly number[];
  /** Counts the imports of this asset: a terminal one that goes back to IN_PROGRESS is the next attempt. */
  readonly attempt: number;
  /** The newest answer that said anything new; a problem never touches it. */
  readonly known: Answer | null;
  /**
   * As long as no answer came: how the list of its project showed it first, other than with metadata, in a reading that was asked for
   * after it was added. That may prove that it ended only later.
   */
  readonly shownAs: UnfinishedAppearance | null;
  /** The end of this attempt, where an answer with a status that nobody knows came after it. */
  readonly lastEnd: Answer | null;
  /** The person was told that it takes longer than usual. */
  readonly toldLate: boolean;
  /** The clock was set while this attempt was in progress, or seems to have been. */
  readonly isAgeDoubtful: boolean;
  /** When this attempt was first seen or added. */
  readonly startedAt: number;
  /** When the end was learned, null while it is not terminal. */
  readonly endedAt: number | null;
  /** The person has seen to the failure of this attempt, which needs them no longer. */
  readonly isHandled: boolean;
  readonly mute: Mute | null;
}

/** What to watch; the name is known where the person picked it from a list. */
export interface NewWatch extends Pick<Watch, 'account' | 'reference' | 'label' | 'fileName'> {
  /** Bytes, where a list told them. */
  readonly size?: number | null;
}

/** What a watch is called in a notice. */
export function nameOf(watch: Pick<Watch, 'label' | 'fileName'>): string | null {
  return watch.label ?? watch.fileName;
}

/** Still to be asked for: in progress, or not heard of yet. */
export function isOpen({ known }: Pick<Watch, 'known'>): boolean {
  return known === null || !isTerminal(known.status);
}
