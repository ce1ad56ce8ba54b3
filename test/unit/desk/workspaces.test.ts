import { expect, it, vi } from 'vitest';
import { createWorkspaces } from '../../../main/desk/workspaces.ts';
import type { MediaIntelligenceClient } from '../../../main/mi/client.ts';

const listed = { workspaceUrl: 'https://console.ncloud.com/drama' };

function clientWith(names: readonly string[]) {
  const value = { entries: names.map((workspaceName) => ({ workspaceName, ...listed })), skipped: 0 };
  const listWorkspaces = vi.fn(() => Promise.resolve({ kind: 'answer' as const, value }));
  return { listWorkspaces } as unknown as MediaIntelligenceClient & { listWorkspaces: typeof listWorkspaces };
}

function deskOf(client: MediaIntelligenceClient | null) {
  const accounts = { client: () => client, rememberWorkspaces: vi.fn() };
  return { accounts, workspaces: createWorkspaces(accounts) };
}

it('asks for the address of a workspace once, and not at all after a list was shown', async () => {
  const client = clientWith(['drama', 'news']);
  const { accounts, workspaces } = deskOf(client);
  await workspaces.list('a1', client);
  expect(await workspaces.addressOf('a1', 'drama')).toBe(listed.workspaceUrl);
  expect(await workspaces.addressOf('a1', 'news')).toBe(listed.workspaceUrl);
  expect(client.listWorkspaces).toHaveBeenCalledOnce();
  expect(accounts.rememberWorkspaces).toHaveBeenCalledWith('a1', client, ['drama', 'news']);
});

it('asks where the workspace was not listed yet', async () => {
  const client = clientWith(['drama']);
  const { workspaces } = deskOf(client);
  expect(await workspaces.addressOf('a1', 'drama')).toBe(listed.workspaceUrl);
  expect(await workspaces.addressOf('a1', 'made-later')).toBeNull();
  expect(client.listWorkspaces).toHaveBeenCalledTimes(2);
});

it('knows nothing of an account whose key cannot be used', async () => {
  expect(await deskOf(null).workspaces.addressOf('a1', 'drama')).toBeNull();
});
