import { expect, it, vi } from 'vitest';
import { createRequests, type RequestPorts } from '../../../main/desk/requests.ts';
import { asset, deskWith, draft } from './desk-in-memory.ts';

async function open(workspaceUrl: string) {
  const { desk } = deskWith();
  await desk.accounts.save(draft);
  Object.assign(desk.accounts.client('a1')!, {
    listWorkspaces: () =>
      Promise.resolve({
        kind: 'answer',
        value: { entries: [{ workspaceName: asset.reference.workspace, workspaceUrl }], skipped: 0 },
      }),
  });
  const openExternal = vi.fn(() => Promise.resolve());
  const requests = createRequests(desk, { openExternal } as unknown as RequestPorts);
  await requests.add({ account: 'a1', assets: [asset], group: null });
  const watch = desk.projection.rows()[0]!.id;
  const answer = await requests.openWorkspace({ watch });
  return { answer, opened: openExternal.mock.calls.flat() };
}

it('opens the workspace that the service names', async () => {
  const address = 'https://console.ncloud.com/my-space';
  expect(await open(address)).toEqual({ answer: { opened: true }, opened: [address] });
});

it.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'smb://attacker.example/share',
  'https://attacker.example/',
  'https://somebodys-bucket.ntruss.com/',
])('opens nothing where the service names %s', async (address) => {
  expect(await open(address)).toEqual({ answer: { opened: false }, opened: [] });
});
