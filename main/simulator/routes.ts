import { gatewayError, serviceError, success, type SimulatedAnswer } from './answer.ts';
import type { SimulatedAsset, SimulatedProject, World } from './world.ts';

/** What the list says of assets whose import is not completed: nobody knows, so both are playable. */
export type UnfinishedInList = 'absent' | 'without-metadata';

export interface RouteSettings {
  readonly unfinishedInList: UnfinishedInList;
  /** The real answer to an unknown workspace, project or asset is not known. */
  readonly unknownThing: 'not-found' | 'invalid-request';
}

const by = { createdUserName: 'demo', updatedUserName: 'demo' };
const times = { createdTime: '2026-11-24T09:00:00+09:00', updatedTime: '2026-11-24T09:00:00+09:00' };
const anyName = '([^/]+)';

type Route = readonly [
  RegExp,
  (world: World, match: readonly string[], query: URLSearchParams) => SimulatedAnswer | null,
];

/** The calls that are simulated; an answer of null stands for a thing that is not there. */
function routesOf(settings: RouteSettings): readonly Route[] {
  const root = '/api/v1/workspaces';
  const projects = `${root}/${anyName}/projects`;
  const asset = `${projects}/${anyName}/assets/${anyName}`;
  return [
    [new RegExp(`^${root}$`), (world, _match, query) => listWorkspaces(world, query)],
    [new RegExp(`^${projects}$`), (world, [workspace = '']) => listProjects(world, workspace)],
    [
      new RegExp(`^${projects}/${anyName}/assets$`),
      (world, [workspace = '', project = ''], query) =>
        listAssets(world, projectOf(world, workspace, project), workspace, query, settings),
    ],
    [
      new RegExp(`^${asset}$`),
      (world, match) => present(findAsset(world, match), (found) => details(world, found)),
    ],
    [
      new RegExp(`^${asset}/import-status$`),
      (world, match) => present(findAsset(world, match), (found) => importStatus(world, found)),
    ],
  ];
}

/** Answers a signed GET. `target` is path and query. */
export function answerTo(world: World, target: string, settings: RouteSettings): SimulatedAnswer {
  const url = new URL(target, 'http://simulator');
  for (const [pattern, answer] of routesOf(settings)) {
    const match = pattern.exec(url.pathname);
    if (match) return answer(world, match.slice(1), url.searchParams) ?? unknownThing(settings);
  }
  return gatewayError('not-found');
}

/** The asset that a request target is about, for faults that hit one asset only. */
export function assetIdOf(target: string): number | null {
  const match = /\/assets\/(\d+)/.exec(target);
  return match ? Number(match[1]) : null;
}

function unknownThing(settings: RouteSettings): SimulatedAnswer {
  return settings.unknownThing === 'not-found' ? gatewayError('not-found') : serviceError('invalid-request');
}

function listWorkspaces(world: World, query: URLSearchParams): SimulatedAnswer {
  const items = [...world.workspaces.keys()].map((workspaceName) => ({
    workspaceName,
    workspaceUrl: `https://mi.example.com/${workspaceName}`,
    bucketName: `${workspaceName}-media`,
    ...by,
    ...times,
  }));
  return paged(items, query);
}

function listProjects(world: World, workspace: string): SimulatedAnswer | null {
  const projects = world.workspaces.get(workspace);
  if (!projects) return null;
  return success({
    projects: projects.map((project) => ({ ...project, ...by, ...times })),
    totalCount: projects.length,
  });
}

function listAssets(
  world: World,
  project: SimulatedProject | null,
  workspace: string,
  query: URLSearchParams,
  settings: RouteSettings,
): SimulatedAnswer | null {
  if (project === null) return null;
  const assets = [...world.assets.values()].filter(
    (asset) =>
      asset.workspace === workspace &&
      asset.projectId === project.projectId &&
      (settings.unfinishedInList === 'without-metadata' || world.statusOf(asset) === 'COMPLETED'),
  );
  return paged(
    assets.map((asset) => detailsOf(world, asset)),
    query,
  );
}

function details(world: World, asset: SimulatedAsset): SimulatedAnswer {
  return success(detailsOf(world, asset));
}

function detailsOf(world: World, asset: SimulatedAsset) {
  const { assetId, fileName, projectId } = asset;
  const metaData = world.statusOf(asset) === 'COMPLETED' ? asset.script.metaData : null;
  const key = `media/${fileName}`;
  return {
    assetId,
    fileName,
    projectId,
    metaData,
    key,
    createUserName: 'demo',
    updateUserName: 'demo',
    ...times,
  };
}

function importStatus(world: World, asset: SimulatedAsset): SimulatedAnswer {
  const uploadStatus = world.statusOf(asset);
  const metaData = uploadStatus === 'COMPLETED' ? asset.script.metaData : null;
  return success({
    assetId: asset.assetId,
    uploadStatus,
    uploadResult: world.textOf(asset, uploadStatus),
    metaData,
  });
}

function paged(items: readonly unknown[], query: URLSearchParams): SimulatedAnswer {
  const pageNo = wholeNumber(query.get('pageNum'), null, Infinity);
  const pageSize = wholeNumber(query.get('pageSize'), 1_000, 1_000);
  if (pageNo === null || pageSize === null) return serviceError('invalid-request');
  const content = items.slice((pageNo - 1) * pageSize, pageNo * pageSize);
  const totalPage = Math.ceil(items.length / pageSize);
  return success({ content, totalCount: items.length, totalPage, pageNo, pageSize });
}

function wholeNumber(text: string | null, missing: number | null, most: number): number | null {
  if (text === null) return missing;
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

function projectOf(world: World, workspace: string, project: string): SimulatedProject | null {
  return world.workspaces.get(workspace)?.find(({ projectId }) => String(projectId) === project) ?? null;
}

function findAsset(
  world: World,
  [workspace = '', project = '', id = '']: readonly string[],
): SimulatedAsset | null {
  const asset = world.assets.get(Number(id));
  return asset?.workspace === workspace && String(asset.projectId) === project ? asset : null;
}

function present<Value>(
  value: Value | null,
  answer: (value: Value) => SimulatedAnswer,
): SimulatedAnswer | null {
  return value === null ? null : answer(value);
}
