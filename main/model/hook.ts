import type { AccountId, AssetReference, WatchId } from './asset.ts';
import type { GroupId } from './group.ts';
import type { NoticeKey } from './notice.ts';

export type HookId = string;

/** What is handed on: an import that completed, one that ended otherwise, or that nothing is in progress any more. */
export const hookEvents = ['completed', 'failed', 'all-done'] as const;
export type HookEvent = (typeof hookEvents)[number];

/** Whose imports it hears of. */
export type HookScope =
  | { readonly kind: 'account'; readonly account: AccountId }
  | { readonly kind: 'group'; readonly group: GroupId };

/** How the JSON of a webhook is made up: the app's own facts, or a message as one of these services takes it. */
export const webhookShapes = ['facts', 'slack', 'teams', 'naver-works'] as const;
export type WebhookShape = (typeof webhookShapes)[number];

export type HookTarget =
  /** `path` is absolute, and was chosen in a dialog of the system; it is run only where the vault has it, too. */
  | { readonly kind: 'program'; readonly path: string }
  /** Its address, which lets anybody who has it post there, is in the vault; `origin` is what may be shown of it. */
  | { readonly kind: 'webhook'; readonly origin: string; readonly shape: WebhookShape };

/** What is kept of a hook in the vault. */
export interface WebhookSecrets {
  /** Of a program its path, which is no secret: anybody who can write the watchlist could have put it there, but not into the vault. */
  readonly address: string;
  /** Null where the person wants no signature. */
  readonly secret: string | null;
}

/** What the person wants done after imports end. */
export interface Hook {
  /** Never the same twice, in no run: it is part of what a receiver knows a repeat by. */
  readonly id: HookId;
  readonly scope: HookScope;
  readonly events: readonly HookEvent[];
  readonly target: HookTarget;
}

/** What the person knows the target by. */
export function whereTo({ target }: Pick<Hook, 'target'>): string {
  return target.kind === 'program' ? (target.path.split(/[\\/]/).at(-1) ?? '') : target.origin;
}

/** The same at each try, so that who receives it twice can tell. */
export type DeliveryId = string;

/** The program that runs, or the address that is called, may do the same thing twice: this is all that it is told. */
export type HandedOn =
  | {
      readonly about: 'import';
      /** The key of the notice that tells of it. */
      readonly notice: string;
      readonly watch: WatchId;
      readonly account: AccountId;
      readonly reference: AssetReference;
      /** The person's label, else the file name, else null. */
      readonly name: string | null;
      readonly status: string;
      readonly text: string | null;
      readonly groupName: string | null;
    }
  /** `groupName` is null where it is an account of which nothing is in progress any more. */
  | {
      readonly about: 'all';
      readonly account: AccountId | null;
      readonly groupName: string | null;
      /** Of the round, or of the account's imports in the list. */
      readonly completed: number;
      readonly failed: number;
    };

/** Why a try did not succeed; `words/hooks` says each to the person. */
export const deliveryFaults = [
  'program-failed',
  'program-too-long',
  'program-not-started',
  'refused',
  'busy',
  'redirected',
  'not-trusted',
  'no-answer',
  'locked',
  'not-agreed',
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

/** What came of one try. */
export interface DeliveryResult {
  /** Null where it succeeded. */
  readonly fault: DeliveryFault | null;
  /** The HTTP status or the exit code; null where there is none. */
  readonly figure: number | null;
  /** The last that a program printed, or the network's own code. */
  readonly detail: string | null;
}

/** The same with what the receiver asks for: how long to wait before the next try, ms; null where it does not. */
export interface Delivered {
  readonly result: DeliveryResult;
  readonly retryAfterMs: number | null;
}

/**
 * What became of a delivery. `waiting` also while it is on its way; `nextAt`: when it may be tried again, epoch ms, null before its first
 * try; on a card when it is, null also where others are tried before it.
 */
export type DeliveryFate =
  | { readonly kind: 'waiting'; readonly nextAt: number | null }
  | { readonly kind: 'done' }
  | { readonly kind: 'given-up' };

/** The wish to hand one thing on to one hook, kept until it is done and for a while after. */
export interface Delivery {
  readonly id: DeliveryId;
  readonly hook: HookId;
  /** Where it goes, as the person reads it, also after the hook was removed: a file name, or an origin. */
  readonly to: string;
  readonly event: HookEvent;
  readonly what: HandedOn;
  /** Epoch milliseconds at which it was learned. */
  readonly at: number;
  readonly tries: number;
  readonly fate: DeliveryFate;
  /** Of the last try; `at` is epoch ms. */
  readonly last: (DeliveryResult & { readonly at: number }) | null;
}

/** The newest end in an account of which more was in progress by then: that all is over is still to be handed on, in its name. */
export interface LastEnd {
  readonly account: AccountId;
  readonly notice: NoticeKey;
}

/** A delivery as the window shows it. */
export type DeliveryCard = Pick<Delivery, 'id' | 'event' | 'to' | 'at' | 'tries' | 'fate' | 'last'>;
