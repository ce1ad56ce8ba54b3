import type { SimulatedAnswer } from './answer.ts';
import type { SimulatedAsset, SimulatedProject, World } from './world.ts';

/** What the list says of assets whose import is not completed: nobody knows, so all three are playable. */
export type UnfinishedInList = 'absent' | 'without-metadata' | 'with-metadata';

/** The real answer to an unknown workspace, project or asset is not known, so both are playable. */
export const unknownThings = ['not-found', 'invalid-request'] as const;
export type UnknownThing = (typeof unknownThings)[number];

export interface RouteSettings {
  readonly unfinishedInList: UnfinishedInList;
  unknownThing: UnknownThing;
}

/** A call as it came. `target` is path and query. */
export interface Call {
  readonly method: string;
  readonly target: string;
  /** Parsed JSON of the body; null where there is none. */
  readonly body: unknown;
}

/** What a route's answer is made from. */
export interface Scene {
  readonly world: World;
  readonly settings: RouteSettings;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export function projectOf(
  world: World,
  [workspace = '', project = '']: readonly string[],
): SimulatedProject | null {
  return world.workspaces.get(workspace)?.find(({ projectId }) => String(projectId) === project) ?? null;
}

export function findAsset(
  world: World,
  [workspace = '', project = '', id = '']: readonly string[],
): SimulatedAsset | null {
  const asset = world.assets.get(Number(id));
  return asset?.workspace === workspace && String(asset.projectId) === project ? asset : null;
}

export function present<Value>(
  value: Value | null,
  answer: (value: Value) => SimulatedAnswer,
): SimulatedAnswer | null {
  return value === null ? null : answer(value);
}
