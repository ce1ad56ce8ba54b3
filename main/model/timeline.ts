import type { DeliveryCard } from './hook.ts';
import type { Outcome } from './import-status.ts';
import type { Mute, MuteSubject } from './mute.ts';
import type { Notice, NoticeFate, NoticeKey } from './notice.ts';
import type { ProblemKind } from './problem.ts';

/** Of which the app keeps what happened. A watch's timeline is made of its own, its group's, its project's, its account's, and the machine's. */
export const timelineSubjects = ['watch', 'group', 'project', 'account', 'machine'] as const;
export type TimelineSubject = (typeof timelineSubjects)[number];

/** `group g1`; the machine has no id. */
export type TimelineKey = `${TimelineSubject} ${string}`;

/** A notice of which a watch's timeline tells. */
export type TimelineNotice = Extract<Notice, { readonly watch: unknown } | { readonly group: unknown }>;

/** What became of a notice so far, where that stays: a banner on its way is in the ledger alone. */
export type LastingFate = Exclude<NoticeFate, { readonly kind: 'recorded' | 'showing' }>;

/** Something that happened, in the order of time. `at`: epoch ms by this computer's clock. */
export type TimelineEntry = { readonly at: number } & (
  | { readonly kind: 'added' }
  /** An answer that said something new. */
  | { readonly kind: 'status'; readonly status: string; readonly text: string | null }
  /** Nothing fresh was known. `until`: null while that goes on. */
  | { readonly kind: 'problem'; readonly problem: ProblemKind; readonly until: number | null }
  | {
      readonly kind: 'notice';
      readonly notice: NoticeKey;
      readonly about: TimelineNotice['about'];
      readonly fate: LastingFate;
    }
  /** Null: heard again. */
  | { readonly kind: 'muted'; readonly of: MuteSubject; readonly mute: Mute | null }
);

/** An entry of a timeline as the window shows it; one of an answer says what its status means. */
export type TimelineLine =
  /** Of the end of an import, to a program or a webhook. */
  | { readonly kind: 'delivery'; readonly at: number; readonly delivery: DeliveryCard }
  | Exclude<TimelineEntry, { readonly kind: 'status' }>
  | (Extract<TimelineEntry, { readonly kind: 'status' }> & { readonly outcome: Outcome });

export interface Timeline {
  readonly key: TimelineKey;
  /** Oldest first; bounded. */
  readonly entries: readonly TimelineEntry[];
}
