import * as v from 'valibot';
import { gatewayError, serviceError, success, type SimulatedAnswer } from './answer.ts';
import { bucketOf, type SimulatedAsset, type World } from './world.ts';

/**
 * What the list of a project says of assets whose import has not completed. The documentation does not tell, so the simulator can
 * do each of the three.
 */
export type UnfinishedInList = 'absent' | 'without-metadata' | 'with-metadata';

interface Scene {
  readonly world: World;
  readonly unfinishedInList: UnfinishedInList;
  readonly query: URLSearchParams;
  /** The parts of the path that name something; empty where the path has no such part. */
  readonly workspace: string;
  readonly project: string;
  readonly asset: string;
  /** Of a POST, parsed; null of any other. */
  readonly body: unknown;
  readonly epochOf: (simulatedMs: number) => number;
}

const workspaces = '/api/v1/workspaces';
const projects = `${workspaces}/(?<workspace>[^/]+)/projects`;
const assets = `${projects}/(?<project>[^/]+)/assets`;
const asset = `${assets}/(?<asset>[^/]+)`;
const at = (path: string) => new RegExp(`^${path}$`);

const registration = at(`${assets}/import/object-storage`);

/** The calls that Import Watch makes. An answer of null means that the service has no such thing. */
const routes: readonly (readonly [
  method: string,
  path: RegExp,
  answer: (scene: Scene) => SimulatedAnswer | null,
])[] = [
  ['GET', at(workspaces), ({ world, query }) => pageOf([...world.workspaces.keys()], query, workspaceItem)],
  ['GET', at(projects), listProjects],
  ['GET', at(assets), listAssets],
  ['GET', at(asset), ofAsset(assetItem)],
  ['GET', at(`${asset}/import-status`), ofAsset(importStatus)],
  ['POST', registration, register],
];

export interface SimulatedCall {
  readonly method: string;
  /** Path and query, as they came. */
  readonly target: string;
  readonly body: unknown;
  /** Epoch ms of a moment of simulated time. */
  readonly epochOf: (simulatedMs: number) => number;
}

/** Answers a signed call. */
export function answerTo(
  world: World,
  { method, target, body, epochOf }: SimulatedCall,
  unfinishedInList: UnfinishedInList,
): SimulatedAnswer {
  const { pathname, searchParams: query } = new URL(target, 'http://simulator');
  for (const [taken, path, answer] of routes) {
    const match = taken === method ? path.exec(pathname) : null;
    if (match === null) continue;
    const { workspace = '', project = '', asset = '' } = match.groups ?? {};
    const scene = { world, unfinishedInList, query, workspace, project, asset, body, epochOf };
    return answer(scene) ?? gatewayError('not-found');
  }
  return gatewayError('not-found');
}

/** Whether the call registers a file, for faults that hit registrations only. */
export function isRegistration({ method, target }: Pick<SimulatedCall, 'method' | 'target'>): boolean {
  return method === 'POST' && registration.test(target);
}

/** The asset that a request target is about, for faults that hit one asset only. */
export function assetIdOf(target: string): number | null {
  const match = /\/assets\/(\d+)/.exec(target);
  return match ? Number(match[1]) : null;
}

const times = { createdTime: '2026-11-24T09:00:00+09:00', updatedTime: '2026-11-24T09:00:00+09:00' };
const made = { createdUserName: 'demo', updatedUserName: 'demo', ...times };

function workspaceItem(workspaceName: string) {
  const workspaceUrl = `https://mi.example.com/${workspaceName}`;
  return { workspaceName, workspaceUrl, bucketName: bucketOf(workspaceName), ...made };
}

function listProjects({ world, workspace }: Scene): SimulatedAnswer | null {
  const found = world.workspaces.get(workspace);
  if (!found) return null;
  return success({ projects: found.map((project) => ({ ...project, ...made })), totalCount: found.length });
}

function listAssets({
  world,
  unfinishedInList,
  query,
  workspace,
  project,
  epochOf,
}: Scene): SimulatedAnswer | null {
  const found = world.workspaces.get(workspace)?.find(({ projectId }) => String(projectId) === project);
  if (!found) return null;
  const listed = world
    .assetsOf(workspace, found.projectId)
    .filter((each) => unfinishedInList !== 'absent' || world.statusOf(each) === 'COMPLETED');
  const isWhole = unfinishedInList === 'with-metadata';
  return pageOf(listed, query, (each) => ({
    ...assetItem(world, each, epochOf),
    ...(isWhole && { metaData: each.script.metaData }),
  }));
}

const registrationBody = v.object({
  key: v.pipe(v.string(), v.minLength(1)),
  bucketName: v.pipe(v.string(), v.minLength(1)),
});

function register({ world, workspace, project, body, epochOf }: Scene): SimulatedAnswer | null {
  const found = world.workspaces.get(workspace)?.find(({ projectId }) => String(projectId) === project);
  if (!found) return null;
  const read = v.safeParse(registrationBody, body);
  if (!read.success) return serviceError('invalid-request');
  const { key, bucketName } = read.output;
  if (key.endsWith('/')) return serviceError('folder-selected');
  const asset = world.register(workspace, found.projectId, bucketName, key);
  if (asset === null) return serviceError('invalid-request');
  return success({ assetId: asset.assetId, ...makersOf(asset, epochOf) });
}

function ofAsset(describe: (world: World, asset: SimulatedAsset, epochOf: Scene['epochOf']) => unknown) {
  return ({ world, workspace, project, asset, epochOf }: Scene): SimulatedAnswer | null => {
    const found = world.assets.get(Number(asset));
    const isThere = found?.workspace === workspace && String(found.projectId) === project;
    return isThere ? success(describe(world, found, epochOf)) : null;
  };
}

function assetItem(world: World, asset: SimulatedAsset, epochOf: Scene['epochOf']) {
  const { assetId, fileName, key, projectId } = asset;
  const metaData = metaDataOf(world, asset);
  return { assetId, fileName, projectId, metaData, key, ...makersOf(asset, epochOf) };
}

/** The API spells these names differently in assets, which have no `d`. */
function makersOf({ registeredAt }: SimulatedAsset, epochOf: Scene['epochOf']) {
  const time = new Date(epochOf(registeredAt)).toISOString();
  return { createUserName: 'demo', createdTime: time, updateUserName: 'demo', updatedTime: time };
}

function importStatus(world: World, asset: SimulatedAsset) {
  const uploadStatus = world.statusOf(asset);
  const uploadResult = world.textOf(asset, uploadStatus);
  return { assetId: asset.assetId, uploadStatus, uploadResult, metaData: metaDataOf(world, asset) };
}

function metaDataOf(world: World, asset: SimulatedAsset) {
  return world.statusOf(asset) === 'COMPLETED' ? asset.script.metaData : null;
}

/** One page, as `pageNum` and `pageSize` ask for it. Only the items on it are described: a project may hold 100,000 assets. */
function pageOf<Item>(
  items: readonly Item[],
  query: URLSearchParams,
  describe: (item: Item) => unknown,
): SimulatedAnswer {
  const pageNo = wholeNumber(query.get('pageNum'), null, Infinity);
  const pageSize = wholeNumber(query.get('pageSize'), 1_000, 1_000);
  if (pageNo === null || pageSize === null) return serviceError('invalid-request');
  const content = items.slice((pageNo - 1) * pageSize, pageNo * pageSize).map(describe);
  const totalPage = Math.ceil(items.length / pageSize);
  return success({ content, totalCount: items.length, totalPage, pageNo, pageSize });
}

function wholeNumber(text: string | null, missing: number | null, most: number): number | null {
  if (text === null) return missing;
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}
