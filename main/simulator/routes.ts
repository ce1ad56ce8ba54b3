import { gatewayError, serviceError, type SimulatedAnswer } from './answer.ts';
import { details, importStatus, listAssets, move, register, remove } from './asset-answers.ts';
import { findAsset, present, type Call, type RouteSettings, type Scene } from './scene.ts';
import {
  createProject,
  createWorkspace,
  listProjects,
  listWorkspaces,
  projectDetails,
  renameProject,
  workspaceDetails,
} from './workspace-answers.ts';
import type { World } from './world.ts';

const anyName = '([^/]+)';

type Route = readonly [
  method: string,
  path: RegExp,
  answer: (scene: Scene, match: readonly string[]) => SimulatedAnswer | null,
];

const root = '/api/v1/workspaces';
const projects = `${root}/${anyName}/projects`;
const asset = `${projects}/${anyName}/assets/${anyName}`;
const at = (path: string) => new RegExp(`^${path}$`);

/** The calls that are simulated; an answer of null stands for a thing that is not there. */
const routes: readonly Route[] = [
  ['GET', at(root), ({ world, query }) => listWorkspaces(world, query)],
  ['POST', at(root), (scene) => createWorkspace(scene)],
  ['GET', at(`${root}/${anyName}`), ({ world }, [name = '']) => workspaceDetails(world, name)],
  ['GET', at(projects), ({ world }, [workspace = '']) => listProjects(world, workspace)],
  ['POST', at(projects), (scene, [workspace = '']) => createProject(scene, workspace)],
  ['PATCH', at(`${projects}/${anyName}`), (scene, match) => renameProject(scene, match)],
  ['GET', at(`${projects}/${anyName}`), ({ world }, match) => projectDetails(world, match)],
  ['GET', at(`${projects}/${anyName}/assets`), (scene, match) => listAssets(scene, match)],
  [
    'POST',
    at(`${projects}/${anyName}/assets/import/object-storage`),
    (scene, match) => register(scene, match),
  ],
  [
    'GET',
    at(asset),
    ({ world }, match) => present(findAsset(world, match), (found) => details(world, found)),
  ],
  [
    'PATCH',
    at(asset),
    (scene, match) => present(findAsset(scene.world, match), (found) => move(scene, found)),
  ],
  [
    'DELETE',
    at(asset),
    ({ world }, match) => present(findAsset(world, match), (found) => remove(world, found)),
  ],
  [
    'GET',
    at(`${asset}/import-status`),
    ({ world }, match) => present(findAsset(world, match), (found) => importStatus(world, found)),
  ],
];

/** Answers a signed call. */
export function answerTo(world: World, call: Call, settings: RouteSettings): SimulatedAnswer {
  const url = new URL(call.target, 'http://simulator');
  const scene = { world, settings, query: url.searchParams, body: call.body };
  for (const [method, path, answer] of routes) {
    const match = method === call.method ? path.exec(url.pathname) : null;
    if (match !== null) return answer(scene, match.slice(1)) ?? unknownThing(settings);
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
