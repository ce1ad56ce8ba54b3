import type { WireReply } from './faults.ts';
import { keyOf, noProject, type Asset, type End, type Lists, type Service } from './service.ts';

/** Where virtual time begins, epoch ms of a clock that is right. */
export const epoch = 1_700_000_000_000;

const tolerated = 300_000;
/** How a file is registered. */
export const registration = /\/assets\/import\/object-storage$/;

/** The project, the asset, and the page. */
export const target = /\/projects\/(\d+)\/assets(?:\/(\d+)(\/import-status)?|\?pageNum=(\d+)&.*)$/;

/** What an answer tells, from the side of the service. */
export interface Told {
  /** The import has come to this end. */
  readonly end: End | null;
  /** It is so no longer: whoever answered is behind. */
  readonly isStale: boolean;
  /** The gateway let it through no more, as it does with a part of all requests while the service limits them. */
  readonly isBeyondLimit?: boolean;
}

/** What the service says when nothing is wrong on the way, and which asset it was asked about. */
export function answerTo(
  service: Service,
  now: number,
  account: string,
  url: string,
  sent: unknown,
): Answered {
  const [, project, id = '0', status, page] = target.exec(url)!;
  const assetId = Number(id);
  const headers = headersOf(service, now, account);
  const said = (httpStatus: number, body: unknown, told = nothingTold): Answered => ({
    ...{ assetId, told, list: null },
    reply: { status: httpStatus, headers, body: JSON.stringify(body) },
  });
  const refusal = refusalOf(service, now, account, sent as Readonly<Record<string, string>>);
  if (refusal !== null) return said(401, refusal);
  const notFound = { error: { errorCode: '300', message: 'Not Found Exception' } };
  if (page !== undefined && Number(project) === noProject) return said(404, notFound);
  if (page !== undefined) {
    const seen = service.seenFor('lists');
    const list = listOf(service, account, +project!, seen);
    const result = pageOf(list, service.lists, +page);
    const told = { end: null, isStale: seen !== service.assets };
    return { ...said(200, { code: '0', message: 'success', result }, told), list };
  }
  const seen = service.seenFor(status === undefined ? 'details' : 'imports');
  const asset = seen.get(service.idOf(account, assetId)) ?? null;
  const isHere = asset?.projectId === Number(project) || (status === undefined && asset?.tellsPlace);
  if (asset === null || asset.deleted || !isHere) return said(404, notFound);
  const truth = service.assetOf(account, assetId)!;
  const isStale = asset.end !== truth.end || asset.status !== truth.status || truth.deleted;
  const isMisplaced = service.misplaced.has(truth);
  const details = () => ({ ...detailsOf(asset), projectId: asset.projectId + (isMisplaced ? 1 : 0) });
  const result = status === undefined ? details() : statusOf(service, asset, now);
  return said(200, { code: '0', message: 'success', result }, { end: asset.end, isStale });
}

export interface Answered {
  readonly assetId: number;
  readonly reply: WireReply;
  readonly told: Told;
  /** All of the list of which it is a page. */
  readonly list: readonly ListEntry[] | null;
}

export const nothingTold: Told = { end: null, isStale: false };

const minute = 60_000;
const seoulMs = 9 * 60 * minute;

function headersOf({ date }: Service, now: number, account: string): Record<string, string> {
  const utc = (offMs: number) => new Date(epoch + now + offMs).toUTCString();
  const said = {
    right: utc(0),
    'minutes ahead': utc(4 * minute),
    'minutes back': utc(-4 * minute),
    none: null,
    'of another zone': utc(seoulMs).replace('GMT', '+0900'),
    'in local time': utc(seoulMs),
  }[date ?? 'right'];
  return { ...(said !== null && { date: said }), 'x-ncp-trace-id': account };
}

/** What the service makes of a file that it is asked to register; `isSeen`: the request reaches it. */
export function answerToRegistration(
  service: Service,
  now: number,
  account: string,
  { headers: sent, body }: { readonly headers: unknown; readonly body: unknown },
  isSeen: boolean,
): { readonly taken: Asset | null; readonly reply: WireReply } {
  const headers = headersOf(service, now, account);
  const said = (status: number, what: unknown, taken: Asset | null = null) => ({
    taken,
    reply: { status, headers, body: JSON.stringify(what) },
  });
  if (!isSeen) return said(503, { error: { errorCode: '500', message: 'Endpoint Error' } });
  const refusal = refusalOf(service, now, account, sent as Readonly<Record<string, string>>);
  if (refusal !== null) return said(401, refusal);
  const { key, bucketName } = JSON.parse(String(body)) as Readonly<Record<string, string>>;
  if (!service.buckets.has(bucketName!)) return said(400, { code: '10001', message: 'Invalid Request.' });
  const taken = service.take(account, bucketName!, key!);
  return said(200, { code: '0', message: 'success', result: { assetId: taken.assetId } }, taken);
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

function statusOf({ manner }: Service, { assetId, status, end, ends }: Asset, now: number) {
  if (end === null) {
    const uploadResult = manner.progress === 'a text' ? 'Upload in progress' : null;
    return {
      assetId,
      uploadStatus: status,
      uploadResult,
      metaData: manner.progress === 'metadata' ? file(1) : null,
    };
  }
  const isTold = status === 'COMPLETED' && now >= end.at + manner.metaDataAfterMs;
  const metaData = isTold ? file(manner.isSameFile ? 1 : ends.indexOf(end) + 1) : null;
  return { assetId, uploadStatus: status, uploadResult: manner.texts === 'empty' ? '' : end.text, metaData };
}

const file = (number: number) => ({ resolution: '1920x1080', durationMs: 1_000 * number });

function pageOf(listed: readonly ListEntry[], { onPage, lie }: Lists, page: number) {
  const content = listed.slice((page - 1) * onPage, page * onPage);
  const counted = (few: boolean, many: boolean) => (few ? -1 : many ? 1 : 0);
  const more = counted(lie === 'too few are counted', lie === 'too many are counted');
  const morePages = counted(lie === 'too few pages are counted', lie === 'too many pages are counted');
  const totalCount = Math.max(0, listed.length + more * miscounted);
  return { content, totalCount, totalPage: Math.ceil(listed.length / onPage) + morePages, pageNo: page };
}

/** By so many assets, where they are miscounted. */
const miscounted = 3;

export type ListEntry = ReturnType<typeof listOf>[number];

/** All pages of it. */
export function listOf(
  { lists, hasEnded, isListed }: Service,
  account: string,
  project: number,
  assets: ReadonlyMap<string, Asset>,
) {
  const { unfinished, showsFailed, newestFirst, byId, lie } = lists;
  if (lie === 'nothing is listed') return [];
  const isFinished = (asset: Asset) => asset.status === 'COMPLETED' || (showsFailed && hasEnded(asset));
  const isWhole = (asset: Asset) =>
    (isFinished(asset) || unfinished === 'whole') !== (lie === 'old metadata');
  const listed = [...assets.values()]
    .filter((asset) => asset.account === account && !asset.deleted)
    .filter(({ projectId, lingersIn }) => projectId === project || lingersIn === project)
    .filter((asset) => !asset.isHidden && isListed(asset) && (unfinished !== 'absent' || isFinished(asset)))
    .map((asset) => ({ ...detailsOf(asset), projectId: project, metaData: isWhole(asset) ? whole : null }));
  if (byId) listed.sort((one, other) => one.assetId - other.assetId);
  if (newestFirst) listed.reverse();
  if (lie === 'the order is another each time')
    return listed.toSorted((one, other) => placeOf(one, lists.shuffles) - placeOf(other, lists.shuffles));
  if (lie === 'what is listed stands elsewhere')
    return listed.map((each) => ({ ...each, projectId: each.projectId + 1 }));
  if (lie === 'a page is missing') return listed.slice(Math.min(lists.onPage, Math.ceil(listed.length / 2)));
  if (lie === 'an asset stands there twice')
    return [
      ...listed,
      ...listed.slice(0, 1).map((each) => ({ ...each, metaData: each.metaData ? null : whole })),
    ];
  return listed;
}

const placeOf = ({ assetId }: { readonly assetId: number }, shuffles: number) =>
  ((assetId % 101) * (7 + shuffles)) % 101;

const whole = { resolution: '1920x1080', size: 1, format: 'mp4' };

function detailsOf({ assetId, projectId, key }: Asset) {
  const fileName = key === null ? `film-${assetId}.mp4` : key.slice(key.lastIndexOf('/') + 1);
  return { assetId, fileName, projectId, metaData: null, key: key ?? `other/${fileName}` };
}
