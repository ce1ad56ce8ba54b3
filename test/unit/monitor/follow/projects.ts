import type { Effect } from '../../../../main/monitor/effect.ts';
import { followIdOf } from '../../../../main/monitor/follow/follow.ts';
import type { Beginning } from '../../../../main/monitor/initial-state.ts';
import type { Problem } from '../../../../main/monitor/problem.ts';
import type { Asking } from '../../../../main/monitor/state.ts';
import { createDisk } from './disk.ts';
import { answerOf, createStage, idOf, ofKind, problemOf } from '../stage.ts';

export interface SimulatedAsset {
  projectId: number;
  status: string;
}

export interface ProjectsOptions {
  /** Whether imports that have not completed are in the list, without metadata. */
  readonly listsRunning?: boolean;
  readonly pageSize?: number;
}

const notFound: Problem = { ...problemOf('not-found'), code: '300' };

/** A monitor and the projects that it may follow; requests are answered within a tenth of a second of virtual time. */
export function createProjects({ listsRunning = true, pageSize = 10 }: ProjectsOptions = {}) {
  const assets = new Map<number, SimulatedAsset>();
  const disk = createDisk();
  let stage = createStage({}, { saves: false });
  const world = {
    assets,
    /** What the service says of watches that are not there. */
    absence: notFound,
    listsRunning,
    /** Assets are listed with complete metadata whatever their status. */
    listsWhole: false,
    /** What the list says of the bytes of an asset. */
    sizes: new Map<number, number>(),
    /** Listed without metadata, whatever their status. */
    losesMetaData: new Set<number>(),
    /** What the service says of every asset that is not watched, while set. */
    refuses: null as Problem | null,
    /** What it says of these projects' lists. */
    unlisted: new Map<number, Problem>(),
    /** Takes the place of an answer, while set. */
    trouble: null as Problem | null,
    get stage() {
      return stage;
    },
    get follow() {
      return world.followOf(1);
    },
    followOf: (projectId: number) => stage.state.follows.get(followIdOf('a1', 'w', projectId))!,
    put(status: string, ...ids: readonly number[]): void {
      for (const id of ids) assets.set(id, { projectId: assets.get(id)?.projectId ?? 1, status });
    },
    follows(projectId = 1): void {
      stage.send({ kind: 'followed', account: 'a1', workspace: 'w', projectId, projectName: 'Autumn' });
    },
    /** Lets the time pass, and answers whatever is asked; what was sent meanwhile. */
    play(ms: number): readonly Effect[] {
      const before = stage.effects.length;
      for (const end = stage.now + ms; stage.now < end;) {
        stage.pass(Math.min(100, end - stage.now));
        for (const [request, asking] of [...stage.state.asking]) reply(request, asking);
        disk.write(stage);
      }
      return stage.effects.slice(before);
    },
    /** The app is killed: what was not written yet is lost, in one piece. */
    crash(): void {
      start({ at: stage.now, ...disk.content() });
    },
    /** The app ends and starts again, with all that it knew. */
    restart(part: Partial<Beginning> = {}): void {
      disk.writeAll(stage.state);
      start({ at: stage.now, ...disk.content(), ...part });
    },
    told: () =>
      [...stage.state.notices.values()].flatMap((notice) =>
        notice.about === 'import' ? [[notice.watch, notice.status]] : [],
      ),
    watched: () => [...stage.state.watches.keys()],
  };

  function start(beginning: Partial<Beginning> & { at: number }): void {
    stage = createStage(beginning, { saves: false });
    stage.now = beginning.at;
    stage.ready();
  }

  function reply(request: number, asking: Asking): void {
    if (!stage.state.asking.has(request)) return;
    if (asking.for === 'page') return replyPage(request, asking.follow, asking.page);
    const assetId =
      asking.for === 'newcomer' ? asking.reference.assetId : Number(asking.watch.split('/').at(-1));
    const watch = idOf(assetId);
    const asset = assets.get(assetId);
    const projectId =
      asking.for === 'newcomer' ? asking.reference.projectId : stage.watch(assetId).reference.projectId;
    const refusal = asking.for === 'newcomer' ? world.refuses : null;
    const problem = world.trouble ?? refusal ?? (asset?.projectId === projectId ? null : world.absence);
    if (problem !== null) stage.send({ kind: 'problem', watch, request, problem });
    else if (asking.for === 'name')
      stage.send({ kind: 'named', watch, request, fileName: 'film.mp4', projectId, metaData: null });
    else
      stage.send({ kind: 'answered', watch, request, answer: answerOf(assetId, asset!.status, stage.now) });
  }

  function replyPage(request: number, follow: string, page: number): void {
    const projectId = Number(follow.split('/').at(-1));
    const problem = world.trouble ?? world.unlisted.get(projectId);
    if (problem !== undefined) return void stage.send({ kind: 'page-problem', request, problem });
    const listed = [...assets]
      .filter(([, asset]) => asset.projectId === projectId)
      .filter(([, { status }]) => world.listsRunning || status === 'COMPLETED');
    const content = listed.slice((page - 1) * pageSize, page * pageSize).map(([assetId, { status }]) => ({
      assetId,
      fileName: `film-${assetId}.mp4`,
      size: world.sizes.get(assetId) ?? null,
      complete: (status === 'COMPLETED' || world.listsWhole) && !world.losesMetaData.has(assetId),
    }));
    const pages = Math.ceil(listed.length / pageSize);
    stage.send({ kind: 'page-read', request, page: { assets: content, totalCount: listed.length, pages } });
  }

  return world;
}

export type Projects = ReturnType<typeof createProjects>;

/** A followed project whose first look is over; `fill` puts into it what was there before. */
export function createFollowed(options: ProjectsOptions = {}, fill?: (world: Projects) => void): Projects {
  const world = createProjects(options);
  fill?.(world);
  world.stage.ready();
  world.follows();
  world.play(10_000);
  return world;
}

/** The assets that were asked for, in order. */
export function asked(effects: readonly Effect[]): number[] {
  return ofKind(effects, 'ask').map(({ reference }) => reference.assetId);
}

export function pagesRead(effects: readonly Effect[]): number[] {
  return ofKind(effects, 'read-page').map(({ page }) => page);
}

/** So many ids in a row. */
export function ids(count: number, from = 1): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
