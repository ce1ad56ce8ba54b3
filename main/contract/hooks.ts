import type { Hook, HookEvent, HookId, HookScope, WebhookShape } from '../model/hook.ts';
import type { DeliveryCard } from '../model/hook.ts';
import type { KeyStorage } from './accounts.ts';

export type { DeliveryCard } from '../model/hook.ts';

/** A hook as the window shows it. The address of a webhook is write-only, but for its origin. */
export interface HookCard extends Hook {
  /** Of its account or its group, also while nothing of that is in the list; null once it is gone. */
  readonly scopeName: string | null;
  /** The newest delivery of which something came. */
  readonly last: DeliveryCard | null;
}

export interface HookDraft {
  readonly scope: HookScope;
  readonly events: readonly HookEvent[];
  readonly target:
    /** Which one, the person chooses in a dialog of the system. */
    | { readonly kind: 'program' }
    | {
        readonly kind: 'webhook';
        readonly address: string;
        readonly shape: WebhookShape;
        /** Null where requests are not to be signed. */
        readonly signingSecret: string | null;
      };
}

export interface HookRequests {
  /** Null where the person closed the dialog; `storage` is that of a webhook's address. */
  addHook: { request: HookDraft; response: { id: HookId; storage: KeyStorage } | null };
  removeHook: { request: { hook: HookId }; response: null };
  /** Hands a sample on, once, and says what came of it. */
  tryHook: { request: { hook: HookId }; response: DeliveryCard };
}
