import fc from 'fast-check';
import { limits } from '../../main/contract.ts';
import { understand } from '../../main/paste/understand.ts';
import { isServiceId, isWorkspaceName } from '../../main/mi/request-target.ts';
import { anyJson, anyText, ensure, fuzzTarget } from './target.ts';

const piece = fc.oneof(
  anyText,
  anyJson.map((value) => JSON.stringify(value)),
  fc.nat().map(String),
  fc.constantFrom(
    'films/1234/5678',
    'https://mi.apigw.ntruss.com/api/v1/workspaces/films/projects/1/assets/2',
    'asset_id,name\n',
    '5678-5690',
    '5678∼',
    '||project||asset||\n',
    '| 5678 | a |\n|---|---|\n',
    '[{"assetId":5678}]',
    "curl -H 'x-ncp-apigw-signature-v2: c2ln' ",
    'export NCLOUD_SECRET_KEY=',
    '\t',
    ',',
    '"',
    '\r\n',
    '\ufeff',
    '9007199254740993',
  ),
);

/** Texts that a person pastes, and what somebody wants them to paste. */
export const paste = fuzzTarget(
  'paste',
  fc.record({
    text: fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    workspace: fc.constantFrom(null, 'films'),
    projectId: fc.constantFrom(null, 1),
  }),
  async ({ text, workspace, projectId }) => {
    const { found, notUnderstood } = understand({
      text,
      workspace,
      projectId,
      uses: [],
      watched: new Set(),
    });
    for (const { reference, label, fileName } of found) {
      ensure(isWorkspaceName(reference.workspace), 'no name of a workspace');
      ensure(isServiceId(reference.projectId) && isServiceId(reference.assetId), 'no id');
      ensure((label?.length ?? 0) <= limits.labelLength, 'a label that is too long');
      ensure((fileName?.length ?? 0) <= limits.fileNameLength, 'a file name that is too long');
    }
    for (const refused of notUnderstood) ensure(refused.text.length <= 80, 'a piece that is too long');
  },
);
