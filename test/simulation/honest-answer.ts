import type { WireReply } from './faults.ts';
import { keyOf, type Asset, type Service } from './service.ts';

/** Where virtual time begins, epoch ms of a clock that is right. */
export const epoch = 1_700_000_000_000;

const tolerated = 300_000;
const target = /\/projects\/(\d+)\/assets\/(\d+)(\/import-status)?$/;

/** What the service says when nothing is wrong on the way, and which asset it was asked about. */
export function answerTo(
  service: Service,
  now: number,
  account: string,
  url: string,
  sent: unknown,
): { readonly assetId: number; readonly reply: WireReply } {
  const [, project, id, status] = target.exec(url)!;
  const asset = service.assetOf(account, Number(id));
  const headers = { date: new Date(epoch + now).toUTCString(), 'x-ncp-trace-id': account };
  const said = (httpStatus: number, body: unknown) => ({
    assetId: Number(id),
    reply: { status: httpStatus, headers, body: JSON.stringify(body) },
  });
  const refusal = refusalOf(service, now, account, sent as Readonly<Record<string, string>>);
  if (refusal !== null) return said(401, refusal);
  if (asset === null || asset.deleted || asset.projectId !== Number(project))
    return said(404, { error: { errorCode: '300', message: 'Not Found Exception' } });
  const result = status === undefined ? detailsOf(asset) : statusOf(asset);
  return said(200, { code: '0', message: 'success', result });
}

function refusalOf(
  service: Service,
  now: number,
  account: string,
  sent: Readonly<Record<string, string>>,
): unknown {
  const key = service.keyStateOf(account);
  const isRightKey = sent['x-ncp-iam-access-key'] === keyOf(key.version) && !key.revoked;
  const isInTime = Math.abs(Number(sent['x-ncp-apigw-timestamp']) - epoch - now) <= tolerated;
  if (!isRightKey || !isInTime)
    return { error: { errorCode: '200', message: 'Authentication Failed', details: 'Invalid.' } };
  return key.permitted ? null : { error: { errorCode: '210', message: 'Permission Denied' } };
}

function statusOf({ assetId, status, text }: Asset) {
  const metaData = status === 'COMPLETED' ? { resolution: '1920x1080', durationMs: 1_000 } : null;
  return { assetId, uploadStatus: status, uploadResult: text, metaData };
}

function detailsOf({ assetId, projectId }: Asset) {
  return { assetId, fileName: `film-${assetId}.mp4`, projectId, metaData: null };
}
