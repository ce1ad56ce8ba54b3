import { createHash } from 'node:crypto';
import type { AccountId } from '../model/asset.ts';
import type { Delivery, HookEvent } from '../model/hook.ts';

/** What is handed on, with all that a receiver may want to know. Text is as remote as the service’s; whoever shows it escapes it. */
export interface Facts {
  /** Of the delivery, and so the same at each try; letters, digits and `_`. */
  readonly id: string;
  readonly event: HookEvent;
  /** ISO 8601: when it was learned. */
  readonly at: string;
  readonly isSample: boolean;
  /** As the person called it; null for an account that is no longer connected, and for a group. */
  readonly account: string | null;
  readonly group: string | null;
  readonly import: {
    readonly workspace: string;
    readonly projectId: number;
    readonly assetId: number;
    readonly name: string | null;
    readonly status: string;
    readonly message: string | null;
  } | null;
  readonly ends: { readonly completed: number; readonly failed: number } | null;
}

type Told = Pick<Delivery, 'id' | 'event' | 'what' | 'at'>;

export function factsOf({ id, event, what, at }: Told, accountName: (id: AccountId) => string | null): Facts {
  const told = { id: nameOfDelivery(id), event, at: new Date(at).toISOString(), isSample: false };
  const account = what.account === null ? null : accountName(what.account);
  if (what.about === 'all') {
    const { completed, failed, groupName } = what;
    return { ...told, account, group: groupName, import: null, ends: { completed, failed } };
  }
  const { reference, name, status, text, groupName } = what;
  const { workspace, projectId, assetId } = reference;
  const ended = { workspace, projectId, assetId, name, status, message: text };
  return { ...told, account, group: groupName, import: ended, ends: null };
}

/** A digest, because the id itself names a workspace, and a signature sets it off by a `.`, which it may hold. */
function nameOfDelivery(id: string): string {
  return `iw_${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}

/** What the person tries a hook with. */
export function sampleFacts(
  id: string,
  now: number,
  { account, group }: Pick<Facts, 'account' | 'group'>,
): Facts {
  return {
    ...{ id: nameOfDelivery(id), event: 'completed', at: new Date(now).toISOString(), isSample: true },
    ...{ account, group, ends: null },
    import: {
      ...{ workspace: 'sample-workspace', projectId: 1, assetId: 1, name: 'sample.mp4' },
      ...{ status: 'COMPLETED', message: null },
    },
  };
}

/** For a program: facts stand in variables alone and never in the text of a command, which a file name could then be a part of. */
export function variablesOf(facts: Facts, tries: number): Readonly<Record<string, string>> {
  const { id, event, at, account, group, import: ended, ends } = facts;
  const all = {
    EVENT: event,
    DELIVERY: id,
    TRY: tries,
    TIME: at,
    ACCOUNT: account,
    GROUP: group,
    WORKSPACE: ended?.workspace,
    PROJECT_ID: ended?.projectId,
    ASSET_ID: ended?.assetId,
    NAME: ended?.name,
    STATUS: ended?.status,
    MESSAGE: ended?.message,
    COMPLETED: ends?.completed,
    FAILED: ends?.failed,
    SAMPLE: facts.isSample ? 1 : null,
  };
  // A variable of an earlier fact must not be left where this one has none; no system takes a NUL in it.
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [
      `IMPORT_WATCH_${name}`,
      String(value ?? '').replaceAll('\0', ''),
    ]),
  );
}
