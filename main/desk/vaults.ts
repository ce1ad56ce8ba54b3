import type { KeyStorage } from '../contract.ts';
import type { Keys } from '../mi/keys.ts';
import type { KeyOwner } from '../model/account.ts';
import type { AccountId } from '../model/asset.ts';
import type { HookId, WebhookSecrets } from '../model/hook.ts';

/** Where keys are kept; see main/adapters/vault. */
export interface KeyVault {
  /** Waits for a keyring that asks for a password, and says so once; asks whether to give out what no keyring vouches for. */
  readonly credentials: (
    owner: KeyOwner,
    asks: { readonly waiting: () => void; readonly confirm: () => Promise<boolean> },
  ) => Promise<Keys | null>;
  /** `mayBeWeak`: whether they may be written without a keyring; asked only where there is none. */
  readonly keep: (
    owner: KeyOwner,
    keys: Keys,
    asks: { readonly mayBeWeak: () => Promise<boolean> },
  ) => Promise<KeyStorage>;
  readonly forget: (account: AccountId) => Promise<void>;
  readonly storageOf: (owner: KeyOwner) => KeyStorage;
  readonly keyringMissing: () => boolean;
}

/** Where the addresses and secrets of webhooks are kept, and which programs the person chose; see main/adapters/vault. */
export interface WebhookVault {
  /** `confirm`: whether to give out what no keyring vouches for. */
  readonly credentials: (
    owner: KeyOwner,
    asks: { readonly confirm: () => Promise<boolean> },
  ) => Promise<WebhookSecrets | null>;
  readonly keep: (
    owner: KeyOwner,
    kept: WebhookSecrets,
    asks: { readonly mayBeWeak: () => Promise<boolean> },
  ) => Promise<KeyStorage>;
  readonly forget: (hook: HookId) => Promise<void>;
}
