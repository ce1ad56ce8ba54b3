import { createHmac } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

/**
 * What a person would write on the spot: a signed request, an answer, the next, and nothing else. No parsing but JSON.parse, no
 * errors, no clock, no limits. `node plain-loop.ts ADDRESS WORKSPACE/PROJECT/ASSET … [--pace MS]`, keys from the environment.
 */
const [address = '', ...words] = process.argv.slice(2);
const pace = words.indexOf('--pace');
const paceMs = pace < 0 ? 0 : Number(words[pace + 1]);
const assets = pace < 0 ? words : words.slice(0, pace);
const accessKey = process.env['NCLOUD_ACCESS_KEY'] ?? '';
const secretKey = process.env['NCLOUD_SECRET_KEY'] ?? '';

let ended = 0;
for (const asset of assets) {
  const [workspace, project, id] = asset.split('/');
  const target = `/api/v1/workspaces/${workspace}/projects/${project}/assets/${id}/import-status`;
  const timestamp = String(Date.now());
  const signature = createHmac('sha256', secretKey)
    .update(`GET ${target}\n${timestamp}\n${accessKey}`)
    .digest('base64');
  const answer = await fetch(address + target, {
    headers: {
      'x-ncp-apigw-timestamp': timestamp,
      'x-ncp-iam-access-key': accessKey,
      'x-ncp-apigw-signature-v2': signature,
    },
  });
  const { result } = JSON.parse(await answer.text()) as { result: { uploadStatus: string } };
  if (result.uploadStatus !== 'IN_PROGRESS') ended += 1;
  if (paceMs > 0) await setTimeout(paceMs);
}
process.stdout.write(`${ended} ended\n`);
