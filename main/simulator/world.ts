import type { ImportStatus } from '../model/import-status.ts';
import { fileNameOf } from '../model/registration.ts';
import { defaultTexts, plausibleMetaData, type SimulatedMetaData } from './texts.ts';

/** How an import goes: after `endsAfterMs` of simulated time it ends as `as`; null never ends. */
export interface ImportScript {
  readonly endsAfterMs: number | null;
  readonly as: Exclude<ImportStatus, 'IN_PROGRESS'>;
  /** `uploadResult` at the end; null leaves it out, undefined takes the usual text. */
  readonly text?: string | null | undefined;
  readonly metaData?: SimulatedMetaData | undefined;
}

export interface SimulatedAsset {
  readonly assetId: number;
  readonly workspace: string;
  projectId: number;
  readonly fileName: string;
  /** The object from which it was registered. */
  readonly key: string;
  /** Simulated time. */
  readonly registeredAt: number;
  /** Simulated time at which the current import began. */
  beganAt: number;
  script: ImportScript;
}

export interface NewAsset {
  readonly workspace: string;
  readonly projectId: number;
  readonly fileName: string;
  readonly assetId?: number;
  /** Defaults to `media/` and the file's name. */
  readonly key?: string;
  /** Simulated time at which the import began, ms since the world began; defaults to now. */
  readonly beganAt?: number;
  readonly script: ImportScript;
}

/** A file in a bucket, and how its import goes where it is registered. */
export interface SimulatedObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written, epoch ms; a day before the world began where it is left out. */
  readonly changedAt?: number | undefined;
  readonly script: ImportScript;
}

/** What is not in its bucket is taken all the same, and found missing when it is to be copied. */
const missing: ImportScript = { endsAfterMs: 5_000, as: 'FILE_NOT_EXIST' };

/** The bucket that each workspace is linked to. */
export const bucketOf = (workspace: string): string => `${workspace}-media`;

export interface SimulatedProject {
  readonly projectId: number;
  readonly name: string;
  readonly isBaseProject: boolean;
}

/** `now` gives simulated milliseconds; `random` numbers in [0, 1). */
export function createWorld(now: () => number, random: () => number) {
  const workspaces = new Map<string, SimulatedProject[]>();
  const assets = new Map<number, SimulatedAsset>();
  const buckets = new Map<string, Map<string, SimulatedObject>>();
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

  function addAsset({ assetId = nextAsset, beganAt = now(), script, ...place }: NewAsset): SimulatedAsset {
    nextAsset = Math.max(nextAsset, assetId) + 1;
    const metaData = script.metaData ?? plausibleMetaData(place.fileName, random);
    const key = place.key ?? `media/${place.fileName}`;
    const asset = { assetId, beganAt, registeredAt: beganAt, ...place, key, script: { ...script, metaData } };
    assets.set(assetId, asset);
    return asset;
  }

  return {
    workspaces,
    assets,
    buckets,
    addProject,
    /** Puts a file into a bucket, in place of one of the same key. */
    putObject(bucket: string, object: SimulatedObject): void {
      const objects = buckets.get(bucket) ?? new Map<string, SimulatedObject>();
      buckets.set(bucket, objects.set(object.key, object));
    },
    /** A new asset for the object, each time anew; null where there is no such bucket. */
    register(workspace: string, projectId: number, bucket: string, key: string): SimulatedAsset | null {
      const objects = buckets.get(bucket);
      if (objects === undefined) return null;
      const fileName = fileNameOf(key);
      return addAsset({ workspace, projectId, fileName, key, script: objects.get(key)?.script ?? missing });
    },
    /** In the order in which they were registered. */
    assetsOf(workspace: string, projectId: number): SimulatedAsset[] {
      return [...assets.values()].filter(
        (asset) => asset.projectId === projectId && asset.workspace === workspace,
      );
    },
    /** Each workspace has a base project from the start. */
    addWorkspace(name: string): SimulatedProject {
      workspaces.set(name, []);
      buckets.set(bucketOf(name), new Map());
      return addProject(name, 'Base project');
    },
    addAsset,
    /** Ends a running import now. */
    end(assetId: number, as: ImportScript['as'], text?: string | null): void {
      const asset = found(assetId);
      asset.script = { ...asset.script, endsAfterMs: now() - asset.beganAt, as, text };
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
    statusOf({ beganAt, script: { endsAfterMs, as } }: SimulatedAsset): ImportStatus {
      return endsAfterMs !== null && now() - beganAt >= endsAfterMs ? as : 'IN_PROGRESS';
    },
    /** `uploadResult`; undefined where the answer has no such field. */
    textOf({ script: { text } }: SimulatedAsset, status: ImportStatus): string | undefined {
      if (status === 'IN_PROGRESS' || text === undefined) return defaultTexts[status];
      return text ?? undefined;
    },
  };
}

export type World = ReturnType<typeof createWorld>;
