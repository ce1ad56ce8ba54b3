import type { AssetPage, Asked, ProjectChoice, RequestOf, WorkspaceChoice } from '../contract.ts';
import type { MediaIntelligenceClient } from '../mi/client.ts';
import type { AccountId } from '../model/asset.ts';
import type { Listed, Reply } from '../model/reply.ts';
import { isWatched } from '../monitor/view/rows.ts';
import type { MonitorView } from '../monitor/state.ts';
import type { Accounts } from './accounts.ts';
import { refuse } from './refusal.ts';
import type { Workspaces } from './workspaces.ts';

/** The live lists from which a person picks what to watch. */
export function createPicks(accounts: Accounts, workspaces: Workspaces, state: MonitorView) {
  /** Nobody waits for a list that a closed window asked for; the client's own time limit ends it. */
  const neverAborted = new AbortController().signal;

  function clientOf(account: AccountId): MediaIntelligenceClient {
    const client = accounts.client(account);
    if (client === null) throw refuse('no-usable-key');
    return client;
  }

  return {
    async listWorkspaces({ account }: RequestOf<'listWorkspaces'>): Promise<Asked<Listed<WorkspaceChoice>>> {
      const asked = answered(await workspaces.list(account, clientOf(account)));
      if (asked.kind === 'problem') return asked;
      const { entries, skipped } = asked.value;
      const choices = entries.map(({ workspaceName, bucketName }) => ({
        name: workspaceName,
        bucket: bucketName,
      }));
      return { kind: 'answer', value: { entries: choices, skipped } };
    },
    async listProjects(request: RequestOf<'listProjects'>): Promise<Asked<Listed<ProjectChoice>>> {
      const asked = answered(await clientOf(request.account).listProjects(request.workspace, neverAborted));
      if (asked.kind === 'problem') return asked;
      const { entries, skipped } = asked.value;
      return {
        kind: 'answer',
        value: { entries: entries.map(({ projectId, name }) => ({ id: projectId, name })), skipped },
      };
    },
    async listAssets({
      account,
      workspace,
      projectId,
      page,
    }: RequestOf<'listAssets'>): Promise<Asked<AssetPage>> {
      const asked = answered(await clientOf(account).listAssets(workspace, projectId, page, neverAborted));
      if (asked.kind === 'problem') return asked;
      const { pages, skipped, totalCount: total } = asked.value;
      const assets = asked.value.assets.map(({ assetId, fileName, size }) => ({
        id: assetId,
        fileName,
        size,
        watched: isWatched(state, { account, reference: { workspace, projectId, assetId } }),
      }));
      return { kind: 'answer', value: { assets, skipped, page, pages, total } };
    },
  };
}

function answered<Value>(outcome: Reply<Value>): Asked<Value> {
  if (outcome.kind === 'aborted') throw refuse('called-back');
  return outcome;
}
