import type { ImportStatus } from '../monitor/import-status.ts';
import { defaultTexts, plausibleMetaData, unfitTexts } from './texts.ts';

export interface SimulatedMetaData {
  readonly resolution?: string;
  readonly durationMs?: number;
  readonly size?: number;
  readonly format?: string;
}

/** What keeps a file from being taken; each has its own text. */
export const unfitNames = ['resolution', 'length', 'format'] as const;
export type Unfit = (typeof unfitNames)[number];

/** How an import goes: after `endsAfterMs` of simulated time it ends as `as`; null never ends. */
export interface ImportScript {
  readonly endsAfterMs: number | null;
  readonly as: Exclude<ImportStatus, 'IN_PROGRESS'>;
  /** `uploadResult` at the end; null leaves it out, undefined takes the usual text. */
  readonly text?: string | null | undefined;
  /** What `INVALID_METADATA` is about, where it has the usual text; the resolution where it is absent. */
  readonly unfit?: Unfit | undefined;
  readonly metaData?: SimulatedMetaData | undefined;
}

export interface SimulatedAsset {
  readonly assetId: number;
  readonly workspace: string;
  projectId: number;
  readonly fileName: string;
  /** Simulated time at which the present import began. */
  beganAt: number;
  script: ImportScript;
}

export interface AssetWish {
  readonly workspace: string;
  readonly projectId: number;
  readonly fileName: string;
  readonly assetId?: number;
  /** Simulated time at which the import began, ms since the world began; now where it is absent. */
  readonly beganAt?: number;
  readonly script: ImportScript;
}

export interface SimulatedProject {
  readonly projectId: number;
  name: string;
  readonly isBaseProject: boolean;
}

/** `now` gives simulated milliseconds; `random` numbers in [0, 1). */
export function createWorld(now: () => number, random: () => number) {
  const workspaces = new Map<string, SimulatedProject[]>();
  /** The buckets that were named; a workspace that has none here has no bucket. */
  const buckets = new Map<string, string>();
  const assets = new Map<number, SimulatedAsset>();
  let nextProject = 1_200 + Math.floor(random() * 100);
  let nextAsset = 5_600 + Math.floor(random() * 100);

  function addProject(workspace: string, name: string, projectId = nextProject): SimulatedProject {
    nextProject = Math.max(nextProject, projectId) + 1;
    const projects = workspaces.get(workspace);
    if (!projects) throw new Error(`no workspace ${workspace}`);
    const project = { projectId, name, isBaseProject: projects.length === 0 };
    projects.push(project);
    return project;
  }

  const found = (assetId: number): SimulatedAsset => {
    const asset = assets.get(assetId);
    if (!asset) throw new Error(`no asset ${assetId}`);
    return asset;
  };

  return {
    workspaces,
    buckets,
    assets,
    addProject,
    /** Its assets go with it. */
    removeProject(workspace: string, projectId: number): void {
      const projects = workspaces.get(workspace) ?? [];
      const removed = projects.find((project) => project.projectId === projectId);
      if (!removed) throw new Error(`no project ${projectId} in ${workspace}`);
      if (removed.isBaseProject) throw new Error('the base project cannot be removed');
      projects.splice(projects.indexOf(removed), 1);
      for (const asset of assets.values())
        if (asset.workspace === workspace && asset.projectId === projectId) assets.delete(asset.assetId);
    },
    /** In the order in which they were registered. */
    assetsOf(workspace: string, projectId: number): SimulatedAsset[] {
      return [...assets.values()].filter(
        (asset) => asset.projectId === projectId && asset.workspace === workspace,
      );
    },
    /** Each workspace has a base project from the start. */
    addWorkspace(name: string, bucket: string | null = `${name}-media`): SimulatedProject {
      workspaces.set(name, []);
      if (bucket !== null) buckets.set(name, bucket);
      return addProject(name, 'Base project');
    },
    addAsset(wish: AssetWish): SimulatedAsset {
      const assetId = wish.assetId ?? nextAsset;
      nextAsset = Math.max(nextAsset, assetId) + 1;
      const { workspace, projectId, fileName, script } = wish;
      const beganAt = wish.beganAt ?? now();
      const metaData = script.metaData ?? plausibleMetaData(fileName, random);
      const asset = { assetId, workspace, projectId, fileName, beganAt, script: { ...script, metaData } };
      assets.set(assetId, asset);
      return asset;
    },
    /** Ends a running import now. */
    end(assetId: number, as: ImportScript['as'], text?: string | null, unfit?: Unfit): void {
      const asset = found(assetId);
      asset.script = { ...asset.script, endsAfterMs: now() - asset.beganAt, as, text, unfit };
    },
    /** The asset is registered anew under its id: back in progress. */
    importAgain(assetId: number, script: ImportScript): void {
      const asset = found(assetId);
      asset.script = { metaData: asset.script.metaData, ...script };
      asset.beganAt = now();
    },
    move(assetId: number, projectId: number): void {
      found(assetId).projectId = projectId;
    },
    remove(assetId: number): void {
      assets.delete(assetId);
    },
    statusOf(asset: SimulatedAsset): ImportStatus {
      const { endsAfterMs, as } = asset.script;
      return endsAfterMs !== null && now() - asset.beganAt >= endsAfterMs ? as : 'IN_PROGRESS';
    },
    /** `uploadResult`; undefined where the answer has no such field. */
    textOf(asset: SimulatedAsset, status: ImportStatus): string | undefined {
      if (status === 'IN_PROGRESS') return defaultTexts.IN_PROGRESS;
      const { text, unfit } = asset.script;
      if (text !== undefined) return text ?? undefined;
      return status === 'INVALID_METADATA' && unfit ? unfitTexts[unfit] : defaultTexts[status];
    },
  };
}

export type World = ReturnType<typeof createWorld>;
