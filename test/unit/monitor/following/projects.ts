import { followIdOf } from '../../../../main/model/follow.ts';
import type { ListedAsset, ListedPage } from '../../../../main/model/asset.ts';
import type { Problem } from '../../../../main/model/problem.ts';
import { inProject, watchesIn } from '../../../../main/monitor/imports/tally.ts';
import { countFound } from '../../../../main/monitor/following/follows.ts';
import type { Effect } from '../../../../main/monitor/kernel/effects.ts';
import type { QuestionFor, Request } from '../../../../main/monitor/service/service.ts';
import type { Beginning } from '../../../../main/monitor/state.ts';
import { answerOf, asksFor, createStage, problemOf, type Stage } from '../stage.ts';
import { createDisk } from './disk.ts';

export interface SimulatedAsset {
  projectId: number;
  status: string;
}

export interface ProjectsOptions {
  /** Whether imports that have not completed are in the list, without metadata. */
  readonly listsRunning?: boolean;
  readonly pageSize?: number;
  /** Whether the list begins with the newest. */
  readonly newestFirst?: boolean;
}

const tenthMs = 100;

const notFound: Problem = { ...problemOf('not-found'), code: '300' };

/** A monitor and the projects that it may follow; requests are answered within a tenth of a second of virtual time. */
export function createProjects({
  listsRunning = true,
  pageSize = 10,
  newestFirst = false,
}: ProjectsOptions = {}) {
  const assets = new Map<number, SimulatedAsset>();
  const disk = createDisk();
  let stage = createStage({}, { saves: false });
  const world = {
    assets,
    /** What the service says of watches that are not there. */
    absence: notFound,
    listsRunning,
    newestFirst,
    /** Each list shows the assets of all projects, and names the project of each. */
    listsOthers: false,
    /** Assets are listed with complete metadata whatever their status. */
    listsWhole: false,
    /** What the list says of the bytes of an asset. */
    sizes: new Map<number, number>(),
    /** Listed without metadata, whatever their status. */
    losesMetaData: new Set<number>(),
    /** Listed once more on the same page, with the metadata that they have not. */
    standsTwice: new Set<number>(),
    /** What the service says of every asset that is not watched, while set. */
    refuses: null as Problem | null,
    /** What it says of these projects' lists. */
    unlisted: new Map<number, Problem>(),
    /** Listed, and not found by whoever asks for them. */
    unfound: new Set<number>(),
    /** Nothing comes back to whoever asks how their imports stand. */
    unanswered: new Set<number>(),
    /** What the service says of the details of every asset, while set. */
    hidesDetails: null as Problem | null,
    /** The details of an asset that was moved are found at its old place too, and say where it stands. */
    tellsPlace: false,
    /** Takes the place of an answer, while set. */
    trouble: null as Problem | null,
    get stage() {
      return stage;
    },
    get follow() {
      return world.followOf(1);
    },
    /** All that the monitor knows of a followed project. */
    followOf(projectId: number) {
      const id = followIdOf('a1', 'w', projectId);
      const { follows, lists, seen, waitingNewcomers, refusedNewcomers } = stage.state;
      const { complete, unfinished } = seen.get(id)!;
      return {
        ...follows.get(id)!,
        ...lists.get(id)!,
        complete,
        unfinished,
        known: countFound(stage.state, id),
        waiting: waitingNewcomers.of(id),
        refused: refusedNewcomers.of(id),
        open: watchesIn(stage.state, inProject(id), 'importing'),
      };
    },
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
        stage.pass(Math.min(untilNextDeed(), end - stage.now));
        for (const request of stage.onTheWire()) reply(request);
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

  /** Whole tenths of a second; those in which nothing would happen are not gone through one by one. */
  function untilNextDeed(): number {
    if (stage.state.requests.size > 0 || disk.isBusy(stage)) return tenthMs;
    const idleMs = (stage.wakeAt() ?? Infinity) - stage.now;
    return Math.max(1, Math.ceil(idleMs / tenthMs)) * tenthMs;
  }

  function start(beginning: Partial<Beginning> & { at: number }): void {
    stage = createStage(beginning, { saves: false });
    stage.now = beginning.at;
    stage.ready();
  }

  function reply({ request, question }: Request): void {
    if (!stage.state.requests.has(request)) return;
    if (question.for === 'page') return replyPage(request, question);
    if (!('reference' in question)) throw new Error('nothing is registered here');
    const { assetId, projectId } = question.reference;
    if (question.for !== 'details' && world.unanswered.has(assetId)) return;
    const asset = assets.get(assetId);
    const refusals: Partial<Record<typeof question.for, Problem | null>> = {
      newcomer: world.refuses,
      details: world.hidesDetails,
    };
    const refusal = refusals[question.for] ?? null;
    const isHere =
      asset?.projectId === projectId ||
      (asset !== undefined && question.for === 'details' && world.tellsPlace);
    const isFound = isHere && !world.unfound.has(assetId);
    const problem = world.trouble ?? refusal ?? (isFound ? null : world.absence);
    if (problem !== null) stage.meet(request, problem);
    else if (question.for === 'details') stage.name(request, { projectId: asset!.projectId });
    else stage.say(request, answerOf(assetId, asset!.status, stage.now));
  }

  function replyPage(request: number, { page, projectId }: QuestionFor<'page'>): void {
    const problem = world.trouble ?? world.unlisted.get(projectId);
    if (problem !== undefined) return void stage.meet(request, problem);
    const content: ListedAsset[] = [];
    let totalCount = 0;
    const ordered = world.newestFirst ? [...assets].toReversed() : [...assets];
    for (const [assetId, asset] of ordered) {
      const isElsewhere = asset.projectId !== projectId;
      if (isElsewhere && !world.listsOthers) continue;
      if (!world.listsRunning && asset.status !== 'COMPLETED') continue;
      if (Math.floor(totalCount / pageSize) === page - 1)
        content.push({ ...listedAs(assetId, asset), ...(isElsewhere && { isElsewhere }) });
      totalCount += 1;
    }
    const twice = content.filter(({ assetId }) => world.standsTwice.has(assetId));
    content.push(...twice.map((asset) => ({ ...asset, complete: !asset.complete })));
    sendPage(stage, request, {
      assets: content,
      skipped: 0,
      totalCount,
      pages: Math.ceil(totalCount / pageSize),
    });
  }

  function listedAs(assetId: number, { status }: SimulatedAsset): ListedAsset {
    return {
      assetId,
      fileName: `film-${assetId}.mp4`,
      size: world.sizes.get(assetId) ?? null,
      complete: (status === 'COMPLETED' || world.listsWhole) && !world.losesMetaData.has(assetId),
    };
  }

  return world;
}

export type Projects = ReturnType<typeof createProjects>;

/** The list's page as the reply to a request. */
export function sendPage(stage: Stage, request: number, value: ListedPage): void {
  stage.send({ kind: 'replied', request, reply: { kind: 'answer', for: 'page', value } });
}

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
  return asksFor(effects, 'status').map(({ reference }) => reference.assetId);
}

export function pagesRead(effects: readonly Effect[]): number[] {
  return asksFor(effects, 'page').map(({ page }) => page);
}

/** So many ids in a row. */
export function ids(count: number, from = 1): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}
