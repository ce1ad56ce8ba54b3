import type { AssetPage, Asked, ProjectChoice, RequestOf, WorkspaceChoice } from '../contract.ts';
import type { MediaIntelligenceClient } from '../mi/client.ts';
import type { Outcome } from '../mi/outcome.ts';
import { watchIdOf, type AccountId } from '../monitor/asset.ts';
import type { State } from '../monitor/state.ts';
import type { Accounts } from './accounts.ts';
import { refuse } from './refusal.ts';
import type { Workspaces } from './workspaces.ts';

/** The live lists from which a person picks what to watch. */
export function createPicks(accounts: Accounts, workspaces: Workspaces, state: State) {
  /** Nobody waits for a list that a closed window asked for; the client's own time limit ends it. */
  const unhurried = new AbortController().signal;

  function clientOf(account: AccountId): MediaIntelligenceClient {
    const client = accounts.client(account);
    if (client === null) throw refuse('no-usable-key');
    return client;
  }

  return {
    async listWorkspaces({
      account,
    }: RequestOf<'listWorkspaces'>): Promise<Asked<readonly WorkspaceChoice[]>> {
      const asked = answered(await workspaces.list(account, clientOf(account)));
      if (asked.kind === 'problem') return asked;
      return { kind: 'answer', value: asked.value.map(({ workspaceName }) => ({ name: workspaceName })) };
    },
    async listProjects(request: RequestOf<'listProjects'>): Promise<Asked<readonly ProjectChoice[]>> {
      const asked = answered(await clientOf(request.account).listProjects(request.workspace, unhurried));
      if (asked.kind === 'problem') return asked;
      return { kind: 'answer', value: asked.value.map(({ projectId, name }) => ({ id: projectId, name })) };
    },
    async listAssets({
      account,
      workspace,
      projectId,
      page,
    }: RequestOf<'listAssets'>): Promise<Asked<AssetPage>> {
      const asked = answered(await clientOf(account).listAssets(workspace, projectId, page, unhurried));
      if (asked.kind === 'problem') return asked;
      const { content, pageNo, totalPage, totalCount } = asked.value;
      const assets = content.map(({ assetId, fileName, metaData }) => ({
        id: assetId,
        fileName,
        size: metaData?.size ?? null,
        watched: state.watches.has(watchIdOf(account, { workspace, projectId, assetId })),
      }));
      return { kind: 'answer', value: { assets, page: pageNo, pages: totalPage, total: totalCount } };
    },
  };
}

function answered<Value>(outcome: Outcome<Value>): Asked<Value> {
  if (outcome.kind === 'aborted') throw refuse('called-back');
  return outcome;
}
