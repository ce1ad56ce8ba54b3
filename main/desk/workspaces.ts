import type { MediaIntelligenceClient } from '../mi/client.ts';
import type { Workspace } from '../mi/workspaces.ts';
import type { AccountId } from '../model/asset.ts';
import type { Listed, Reply } from '../model/reply.ts';
import type { Accounts } from './accounts.ts';

/** The workspaces of each account, and their consoles' addresses as they were last listed. */
export function createWorkspaces(accounts: Pick<Accounts, 'client' | 'rememberWorkspaces'>) {
  /** By client: an account that is saved with another key or address gets a new one, and the old addresses are gone. */
  const addresses = new WeakMap<MediaIntelligenceClient, ReadonlyMap<string, string | null>>();
  /** Nobody waits for a list that a closed window asked for; the client's own time limit ends it. */
  const neverAborted = new AbortController().signal;

  async function list(
    account: AccountId,
    client: MediaIntelligenceClient,
  ): Promise<Reply<Listed<Workspace>>> {
    const outcome = await client.listWorkspaces(neverAborted);
    if (outcome.kind !== 'answer') return outcome;
    const { entries } = outcome.value;
    addresses.set(
      client,
      new Map(entries.map(({ workspaceName, workspaceUrl }) => [workspaceName, workspaceUrl])),
    );
    accounts.rememberWorkspaces(
      account,
      client,
      entries.map(({ workspaceName }) => workspaceName),
    );
    return outcome;
  }

  return {
    list,
    /** The console's address of a workspace; asks the service only where it was not listed yet. Null where it is not known. */
    async addressOf(account: AccountId, workspace: string): Promise<string | null> {
      const client = accounts.client(account);
      if (client === null) return null;
      if (addresses.get(client)?.has(workspace) !== true) await list(account, client);
      return addresses.get(client)?.get(workspace) ?? null;
    },
  };
}

export type Workspaces = ReturnType<typeof createWorkspaces>;
