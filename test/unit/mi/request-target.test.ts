import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assetsTarget,
  assetTarget,
  importStatusTarget,
  isServiceId,
  isWorkspaceName,
  projectsTarget,
  workspacesTarget,
} from '../../../main/mi/request-target.ts';

const reference = { workspace: 'my-workspace', projectId: 1234, assetId: 5678 };
const root = '/api/v1/workspaces';

describe('request targets', () => {
  it.each([
    [workspacesTarget(1, 100), `${root}?pageNum=1&pageSize=100`],
    [projectsTarget('my-workspace'), `${root}/my-workspace/projects`],
    [
      assetsTarget('my-workspace', 1234, 1, 1_000),
      `${root}/my-workspace/projects/1234/assets?pageNum=1&pageSize=1000`,
    ],
    [assetTarget(reference), `${root}/my-workspace/projects/1234/assets/5678`],
    [importStatusTarget(reference), `${root}/my-workspace/projects/1234/assets/5678/import-status`],
  ])('%j', (built, target) => {
    expect(built).toEqual({ kind: 'target', method: 'GET', target });
  });

  it.each([
    '',
    '..',
    '.',
    'a/b',
    'a\\b',
    '../x',
    'my workspace',
    'My-Workspace',
    'ab',
    'a'.repeat(64),
    'abc\n',
  ])('refuses the workspace name %j and names the field', (workspace) => {
    expect(isWorkspaceName(workspace)).toBe(false);
    for (const built of [projectsTarget(workspace), importStatusTarget({ ...reference, workspace })]) {
      expect(built).toEqual({
        kind: 'not-a-target',
        field: { path: 'workspace', fault: 'not-a-workspace-name', figure: null },
      });
    }
  });

  it.each([0, -1, 1.5, Number.NaN, Infinity, 2 ** 53])('refuses the id %s and names the field', (id) => {
    expect(isServiceId(id)).toBe(false);
    expect(assetTarget({ ...reference, assetId: id })).toMatchObject({
      field: { path: 'assetId', fault: 'not-an-id' },
    });
    expect(assetsTarget('my-workspace', id, 1, 10)).toMatchObject({
      field: { path: 'projectId', fault: 'not-an-id' },
    });
  });

  it('sends exactly what it signs: a URL parser changes nothing of a target', () => {
    const anything = fc.record({
      workspace: fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9-]{3,63}$/)),
      projectId: fc.oneof(fc.maxSafeNat(), fc.double()),
      assetId: fc.maxSafeInteger(),
    });
    fc.assert(
      fc.property(anything, (wanted) => {
        const built = importStatusTarget(wanted);
        if (built.kind === 'not-a-target') return;
        const url = new URL(`https://mi.apigw.ntruss.com${built.target}`);
        expect(url.pathname + url.search).toBe(built.target);
        expect(url.pathname.split('/')).toHaveLength(10);
      }),
    );
  });
});
