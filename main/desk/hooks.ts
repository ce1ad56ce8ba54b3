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
import type { GroupId } from '../model/group.ts';
import {
  whereTo,
  type Delivered,
  type Delivery,
  type DeliveryResult,
  type Hook,
  type HookId,
  type HookScope,
  type HookTarget,
  type WebhookSecrets,
} from '../model/hook.ts';
import { lastDeliveryOf } from '../monitor/view/deliveries.ts';
import type { Runner } from '../runner/runner.ts';
import type { Agree, Question } from './question.ts';
import { refuse, refuseField } from './refusal.ts';
import type { WebhookVault } from './vaults.ts';

export interface HookPorts {
  readonly now: () => number;
  readonly newId: () => HookId;
  readonly language: () => Language;
  readonly vault: WebhookVault;
  /** The path that the person chose in a dialog of the system; null where they closed it. */
  readonly chooseProgram: () => Promise<string | null>;
  readonly agree: Agree;
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
  /** The person allowed of an account that its keys are written without a keyring, as far as the app's files tell. */
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

  async function secretsOf(hook: Hook): Promise<WebhookSecrets | null> {
    const known = opened.get(hook.id);
    if (known !== undefined) return known;
    const kept = await ports.vault.credentials(ownerOf(hook), { confirm: () => confirm(hook) });
    const found = kept ?? (await programAgreedOn(hook));
    // A prompt or a dialog may have stood open for hours, in which the person may have removed it.
    if (found === null || !state.hooks.has(hook.id)) return null;
    remember(hook, found);
    if (kept !== null) return kept;
    await ports.vault.keep(ownerOf(hook), found, { mayBeWeak: () => mayBeWeak(hook) });
    if (state.hooks.has(hook.id)) return found;
    await ports.vault.forget(hook.id);
    return null;
  }

  /** Without a keyring none is kept for the next run, and the person is asked for all that it needs: the path. */
  async function programAgreedOn(hook: Hook): Promise<WebhookSecrets | null> {
    if (hook.target.kind !== 'program' || !(await confirm(hook))) return null;
    return { address: hook.target.path, secret: null };
  }

  /** Whoever can write the app's files could have written what no keyring vouches for, so the person is asked, once a run. */
  async function confirm({ id, target }: Hook): Promise<boolean> {
    if (refused.has(id)) return false;
    const asked =
      asking.get(id) ?? ports.agree(questionOf(target), 'in-turn').finally(() => void asking.delete(id));
    asking.set(id, asked);
    const isAgreed = await asked;
    if (!isAgreed) refused.add(id);
    return isAgreed;
  }

  /** Of a program weak ciphertext would save no question in the next run. */
  async function mayBeWeak({ target }: Hook): Promise<boolean> {
    if (target.kind === 'program' || !ports.weakAllowed()) return false;
    return ports.agree({ kind: 'webhook-weakly', about: target.origin }, 'in-turn');
  }

  function remember({ id, target }: Hook, kept: WebhookSecrets): void {
    if (target.kind === 'webhook') ports.guardSecret(kept.address);
    if (kept.secret !== null) ports.guardSecret(kept.secret);
    opened.set(id, kept);
  }

  async function handOver(hook: Hook, facts: Facts, tries: number, signal: AbortSignal): Promise<Delivered> {
    const { target } = hook;
    const secrets = await secretsOf(hook);
    if (secrets === null) {
      const fault = refused.has(hook.id) ? 'not-agreed' : 'locked';
      return { result: { fault, figure: null, detail: null }, retryAfterMs: null };
    }
    if (target.kind === 'program') {
      const result = await ports.run(secrets.address, variablesOf(facts, tries), signal);
      return { result, retryAfterMs: null };
    }
    const body = webhookBody(facts, target.shape, ports.language());
    return ports.send(secrets, { id: facts.id, body }, signal);
  }

  /** The account or the group may be gone by the time that the keyring was given its password. */
  async function keep(hook: Hook, kept: WebhookSecrets): Promise<KeyStorage> {
    const storage = await ports.vault.keep(ownerOf(hook), kept, { mayBeWeak: () => mayBeWeak(hook) });
    try {
      checkRoom(hook);
      if (!dispatch({ kind: 'hook-kept', hook })) throw refuse('failed');
    } catch (error) {
      await ports.vault.forget(hook.id);
      throw error;
    }
    remember(hook, kept);
    return storage;
  }

  async function addProgram(draft: HookDraft): Promise<ResponseOf<'addHook'>> {
    const path = await ports.chooseProgram();
    if (path === null) return null;
    if (!(await ports.agree({ kind: 'program', about: path }))) throw refuse('not-agreed');
    const hook: Hook = { ...draft, id: ports.newId(), target: { kind: 'program', path } };
    await keep(hook, { address: path, secret: null });
    // Where no keyring took it, the person is asked again in the next run, and nothing is lost.
    return { id: hook.id, storage: 'none' };
  }

  async function addWebhook(
    draft: HookDraft,
    target: Extract<HookDraft['target'], { kind: 'webhook' }>,
  ): Promise<ResponseOf<'addHook'>> {
    const read = readWebhookAddress(target.address);
    if (read.kind === 'invalid') throw refuseField('address', read.reason);
    const { address, origin } = read;
    if (!(await ports.agree({ kind: 'webhook', about: origin }))) throw refuse('not-agreed');
    const kept = { address, secret: target.signingSecret?.trim() || null };
    const hook: Hook = {
      ...draft,
      id: ports.newId(),
      target: { kind: 'webhook', origin, shape: target.shape },
    };
    return { id: hook.id, storage: await keep(hook, kept) };
  }

  /** What was there as the window was drawn may have gone. */
  function checkRoom({ scope }: Pick<Hook, 'scope'>): void {
    if (state.hooks.size >= limits.hooks) throw refuse('hooks-full');
    if (scope.kind === 'account' && ports.accountName(scope.account) === null) throw refuse('account-gone');
    if (scope.kind === 'group' && !state.groups.has(scope.group)) throw refuse('group-gone');
  }

  function namesOf(scope: HookScope): Pick<Facts, 'account' | 'group'> {
    return scope.kind === 'account'
      ? { account: ports.accountName(scope.account), group: null }
      : { account: null, group: state.groups.get(scope.group)?.name ?? null };
  }

  function cardOf(hook: Hook): HookCard {
    const { account, group } = namesOf(hook.scope);
    return { ...hook, scopeName: account ?? group, last: lastDeliveryOf(state, hook) };
  }

  return {
    cards: (): readonly HookCard[] => [...state.hooks.values()].map(cardOf),
    /** Whether a card names one of these groups. */
    concern: (groups: readonly GroupId[]): boolean =>
      [...state.hooks.values()].some(({ scope }) => scope.kind === 'group' && groups.includes(scope.group)),
    async add(draft: HookDraft): Promise<ResponseOf<'addHook'>> {
      checkRoom(draft);
      return draft.target.kind === 'webhook' ? addWebhook(draft, draft.target) : addProgram(draft);
    },
    async remove(id: HookId): Promise<null> {
      // Where that cannot be written, the hook stays: nobody could name what is kept of it any more.
      await ports.vault.forget(id);
      if (!dispatch({ kind: 'hook-removed', hook: id })) throw refuse('failed');
      opened.delete(id);
      refused.delete(id);
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
        if (wasRefused && !refused.has(id) && state.hooks.has(id)) dispatch({ kind: 'hook-kept', hook });
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

/** Sealed together with what is kept, so that it is of use for this target alone. */
function ownerOf({ id, target }: Hook): KeyOwner {
  return { account: id, origin: target.kind === 'program' ? `program:${target.path}` : target.origin };
}

function questionOf(target: HookTarget): Question {
  return target.kind === 'program'
    ? { kind: 'program', about: target.path }
    : { kind: 'webhook', about: target.origin };
}
