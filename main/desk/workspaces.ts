import type { MediaIntelligenceClient } from '../mi/client.ts';
import type { Workspace } from '../mi/workspaces.ts';
import type { AccountId } from '../model/asset.ts';
import type { Listed, Reply } from '../model/reply.ts';
import type { Accounts } from './accounts.ts';

/** The workspaces of each account, with their consoles' addresses and their buckets, as they were last listed. */
export function createWorkspaces(accounts: Pick<Accounts, 'client' | 'rememberWorkspaces'>) {
  /** By client: an account that is saved with another key or address gets a new one, and the old addresses are gone. */
  const listed = new WeakMap<MediaIntelligenceClient, ReadonlyMap<string, Workspace>>();
  /** Nobody waits for a list that a closed window asked for; the client's own time limit ends it. */
  const neverAborted = new AbortController().signal;

  async function list(
    account: AccountId,
    client: MediaIntelligenceClient,
  ): Promise<Reply<Listed<Workspace>>> {
    const outcome = await client.listWorkspaces(neverAborted);
    if (outcome.kind !== 'answer') return outcome;
    const { entries } = outcome.value;
    listed.set(client, new Map(entries.map((entry) => [entry.workspaceName, entry])));
    accounts.rememberWorkspaces(
      account,
      client,
      entries.map(({ workspaceName }) => workspaceName),
    );
    return outcome;
  }

  /** Asks the service only where the workspace was not listed yet. */
  async function known(account: AccountId, workspace: string): Promise<Workspace | null> {
    const client = accounts.client(account);
    if (client === null) return null;
    if (listed.get(client)?.has(workspace) !== true) await list(account, client);
    return listed.get(client)?.get(workspace) ?? null;
  }

  return {
    list,
    /** The console's address of a workspace; null where it is not known. */
    addressOf: async (account: AccountId, workspace: string): Promise<string | null> =>
      (await known(account, workspace))?.workspaceUrl ?? null,
    /** The bucket that it is linked to; null where it is not known. */
    bucketOf: async (account: AccountId, workspace: string): Promise<string | null> =>
      (await known(account, workspace))?.bucketName ?? null,
  };
}

export type Workspaces = ReturnType<typeof createWorkspaces>;
