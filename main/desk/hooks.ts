import {
  limits,
  type DeliveryCard,
  type HookCard,
  type HookDraft,
  type KeyStorage,
  type Language,
  type ResponseOf,
} from '../contract.ts';
import { factsOf, sampleFacts, variablesOf, type Facts } from '../hooks/facts.ts';
import { readWebhookAddress } from '../hooks/webhook-address.ts';
import { webhookBody } from '../hooks/webhook-body.ts';
import type { KeyOwner } from '../model/account.ts';
import type { AccountId } from '../model/asset.ts';
import {
  whereTo,
  type Delivered,
  type Delivery,
  type DeliveryResult,
  type Hook,
  type HookId,
  type HookScope,
  type WebhookSecrets,
} from '../model/hook.ts';
import { lastDeliveryOf } from '../monitor/view/deliveries.ts';
import type { Runner } from '../runner/runner.ts';
import type { AccountPorts, Question } from './accounts.ts';
import { refuse, refuseField } from './refusal.ts';

/** Where the addresses and secrets of webhooks are kept; see main/adapters/vault. */
export interface WebhookVault {
  /** `confirm`: whether to give out what no keyring vouches for. */
  readonly credentials: (
    owner: KeyOwner,
    asks: { readonly confirm: () => Promise<boolean> },
  ) => Promise<WebhookSecrets | null>;
  readonly keep: (
    owner: KeyOwner,
    kept: WebhookSecrets,
    options: { readonly weakAllowed: boolean },
  ) => Promise<KeyStorage>;
  readonly forget: (hook: HookId) => Promise<void>;
}

export interface HookPorts {
  readonly now: () => number;
  readonly newId: () => HookId;
  readonly language: () => Language;
  readonly vault: WebhookVault;
  /** The path that the person chose in a dialog of the system; null where they closed it. */
  readonly chooseProgram: () => Promise<string | null>;
  readonly agree: AccountPorts['agree'];
  readonly guardSecret: (secret: string) => void;
  readonly run: (
    path: string,
    variables: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) => Promise<DeliveryResult>;
  readonly send: (
    secrets: WebhookSecrets,
    message: { readonly id: string; readonly body: string },
    signal: AbortSignal,
  ) => Promise<Delivered>;
  /** The person allowed once that keys are written without a keyring. */
  readonly weakAllowed: () => boolean;
  /** Null for one that is not connected. */
  readonly accountName: (account: AccountId) => string | null;
  readonly runner: Pick<Runner, 'state' | 'dispatch'>;
}

/** Nothing is said of another try. */
const untold = { kind: 'waiting', nextAt: null } as const;

/** What the person wants done after imports end. Which program and which address, only a dialog of the system can make true. */
export function createHooks(ports: HookPorts) {
  const { state, dispatch } = ports.runner;
  const opened = new Map<HookId, WebhookSecrets>();
  /** One try at a time: a page that was taken over could else start a program a thousand times. */
  const trying = new Set<HookId>();
  /** The questions that stand open: one a hook, however many deliveries wait for it. */
  const asking = new Map<HookId, Promise<boolean>>();
  /** To which the person said no in this run. */
  const refused = new Set<HookId>();
  const quitting = new AbortController();

  async function secretsOf({ id, target }: Hook): Promise<WebhookSecrets | null> {
    const known = opened.get(id);
    if (known !== undefined || target.kind !== 'webhook') return known ?? null;
    const owner = { account: id, origin: target.origin };
    const kept = await ports.vault.credentials(owner, {
      confirm: () => confirm(id, { kind: 'webhook', origin: target.origin }),
    });
    // A prompt or a dialog may have stood open for hours, in which the person may have removed it.
    if (kept === null || !state.hooks.has(id)) return null;
    remember(id, kept);
    return kept;
  }

  /** Whoever can write the app's files could have written what no keyring vouches for, so the person is asked, once a run. */
  async function confirm(id: HookId, question: Question): Promise<boolean> {
    if (refused.has(id)) return false;
    const asked = asking.get(id) ?? ports.agree(question, 'in-turn').finally(() => void asking.delete(id));
    asking.set(id, asked);
    const isAgreed = await asked;
    if (!isAgreed) refused.add(id);
    return isAgreed;
  }

  function remember(id: HookId, kept: WebhookSecrets): void {
    ports.guardSecret(kept.address);
    if (kept.secret !== null) ports.guardSecret(kept.secret);
    opened.set(id, kept);
  }

  async function handOver(hook: Hook, facts: Facts, tries: number, signal: AbortSignal): Promise<Delivered> {
    const { target } = hook;
    if (target.kind === 'program')
      return { result: await ports.run(target.path, variablesOf(facts, tries), signal), retryAfterMs: null };
    const secrets = await secretsOf(hook);
    if (secrets === null) {
      const fault = refused.has(hook.id) ? 'not-agreed' : 'locked';
      return { result: { fault, figure: null, detail: null }, retryAfterMs: null };
    }
    const body = webhookBody(facts, target.shape, ports.language());
    return ports.send(secrets, { id: facts.id, body }, signal);
  }

  function keep(hook: Hook): void {
    dispatch({ kind: 'hook-kept', hook });
    if (!state.hooks.has(hook.id)) throw refuse('failed');
  }

  async function programOf(draft: HookDraft): Promise<Hook | null> {
    const path = await ports.chooseProgram();
    if (path === null) return null;
    if (!(await ports.agree({ kind: 'program', path }))) throw refuse('not-agreed');
    return { ...draft, id: ports.newId(), target: { kind: 'program', path } };
  }

  async function addWebhook(
    draft: HookDraft,
    target: Extract<HookDraft['target'], { kind: 'webhook' }>,
  ): Promise<ResponseOf<'addHook'>> {
    const read = readWebhookAddress(target.address);
    if (read.kind === 'invalid') throw refuseField('address', read.reason);
    const { address, origin } = read;
    if (!(await ports.agree({ kind: 'webhook', origin }))) throw refuse('not-agreed');
    const kept = { address, secret: target.signingSecret?.trim() || null };
    const hook: Hook = {
      ...draft,
      id: ports.newId(),
      target: { kind: 'webhook', origin, shape: target.shape },
    };
    const owner = { account: hook.id, origin };
    const storage = await ports.vault.keep(owner, kept, { weakAllowed: ports.weakAllowed() });
    remember(hook.id, kept);
    keep(hook);
    return { id: hook.id, storage };
  }

  /** What was there as the window was drawn may have gone. */
  function checkRoom({ scope }: HookDraft): void {
    if (state.hooks.size >= limits.hooks) throw refuse('hooks-full');
    if (scope.kind === 'account' && ports.accountName(scope.account) === null) throw refuse('account-gone');
    if (scope.kind === 'group' && !state.groups.has(scope.group)) throw refuse('group-gone');
  }

  function namesOf(scope: HookScope): Pick<Facts, 'account' | 'group'> {
    return scope.kind === 'account'
      ? { account: ports.accountName(scope.account), group: null }
      : { account: null, group: state.groups.get(scope.group)?.name ?? null };
  }

  return {
    cards: (): readonly HookCard[] =>
      [...state.hooks.values()].map((hook) => ({ ...hook, last: lastDeliveryOf(state, hook) })),
    async add(draft: HookDraft): Promise<ResponseOf<'addHook'>> {
      checkRoom(draft);
      if (draft.target.kind === 'webhook') return addWebhook(draft, draft.target);
      const hook = await programOf(draft);
      if (hook === null) return null;
      keep(hook);
      return { id: hook.id, storage: 'none' };
    },
    async remove(id: HookId): Promise<null> {
      dispatch({ kind: 'hook-removed', hook: id });
      opened.delete(id);
      refused.delete(id);
      await ports.vault.forget(id);
      return null;
    },
    async tryOut(id: HookId): Promise<DeliveryCard> {
      const hook = state.hooks.get(id);
      if (hook === undefined) throw refuse('hook-gone');
      if (trying.has(id)) throw refuse('hook-busy');
      trying.add(id);
      // Who tries it wants it to work, and may have said no by mistake.
      const wasRefused = refused.delete(id);
      try {
        const [at, sampleId] = [ports.now(), `${id}:sample:${ports.now()}`];
        const facts = sampleFacts(sampleId, at, namesOf(hook.scope));
        const { result } = await handOver(hook, facts, 1, quitting.signal);
        // What waits for it is then tried at once.
        if (wasRefused && !refused.has(id) && state.hooks.has(id)) keep(hook);
        const fate = result.fault === null ? ({ kind: 'done' } as const) : untold;
        const told = { id: sampleId, event: facts.event, to: whereTo(hook), at, tries: 1, fate };
        return { ...told, last: { ...result, at: ports.now() } };
      } finally {
        trying.delete(id);
      }
    },
    deliver: (delivery: Delivery, hook: Hook, signal: AbortSignal): Promise<Delivered> =>
      handOver(hook, factsOf(delivery, ports.accountName), delivery.tries + 1, signal),
    /** Ends what is being tried out. */
    stop: (): void => quitting.abort(),
  };
}
