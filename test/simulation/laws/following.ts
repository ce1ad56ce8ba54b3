import { watchIdOf, type ListedPage, type WatchId } from '../../../main/model/asset.ts';
import { followIdOf, projectOf, type Follow, type FollowId } from '../../../main/model/follow.ts';
import type { Notice } from '../../../main/model/notice.ts';
import type { Stored } from '../../../main/model/stored.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { EffectOf } from '../../../main/monitor/kernel/effects.ts';
import type { Happening, Reply } from '../../../main/monitor/kernel/events.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import { listOf } from '../honest-answer.ts';
import { noProject, workspace, type Asset, type End, type Lie, type Service } from '../service.ts';
import type { Flight } from './account-record.ts';
import type { Court } from './court.ts';
import { hasEnded } from './knowing.ts';
import { answerMs } from './promptness.ts';

export interface FollowingPorts {
  readonly court: Court;
  readonly service: Service;
  /** True time, ms. */
  readonly now: () => number;
  /** The laptop's clock, epoch ms. */
  readonly clock: () => number;
  readonly endOf: (notice: Readonly<Notice>) => End | null;
  readonly isLearned: (end: End) => boolean;
  readonly isCleared: (end: End) => boolean;
  readonly isTold: (end: End) => boolean;
  readonly isUnwanted: (watch: WatchId) => boolean;
  /** When all that had changed was on the disk last, true time, ms. */
  readonly writtenAt: () => number;
}

export type FollowingLaw = ReturnType<typeof createFollowingLaw>;

/** A project from its following to its unfollowing. */
interface Following {
  /** True time, ms. */
  readonly since: number;
  /** True time at which the first looks and what they found were done with, ms. */
  baselineOver: number | null;
  /** What reached the process of the list until then. */
  readonly listedBefore: Set<number>;
}

/** What the person stopped watching. */
interface Left {
  /** True time, ms. */
  readonly at: number;
  readonly imports: number;
}

const windowMs = 600_000;
/** Half a request a second, with jitter; a list of one page is read every five seconds at the most. */
const pagesInWindow = 340;
/** Three first looks, and one that was under way. */
const looksAtOnce = 4;
const answersInWindow = 10;

/** Laws 1 and 6 of followed projects, by what truly stood there and what came over the wire. */
export function createFollowingLaw(ports: FollowingPorts) {
  const { court, service, now, clock, endOf, isLearned, isCleared, isTold, isUnwanted, writtenAt } = ports;
  const followings = new Map<string, Following>();
  const left = new Map<WatchId, Left>();
  const told = new Set<string>();
  const pages = new Map<string, number[]>();
  const answers = new Map<WatchId, number[]>();
  /** Whatever has all lists read at once, or newcomers asked for anew; true times. */
  const calls: number[] = [];
  /** How lists showed what is in progress and what is not, as each was last asked for. */
  const manners = new Map<FollowId, string>();
  let listsDoubtfulAt = -Infinity;

  const nameOf = ({ id, since }: Pick<Follow, 'id' | 'since'>) => `${id}@${since}`;
  const followingOf = (state: MonitorView, project: FollowId): Following | null => {
    const follow = state.follows.get(project);
    return follow === undefined ? null : (followings.get(nameOf(follow)) ?? null);
  };
  const projectOfAsset = ({ account, projectId }: Asset) => followIdOf(account, workspace, projectId);
  const idOf = ({ account, projectId, assetId }: Asset) =>
    watchIdOf(account, { workspace, projectId, assetId });
  /** With the one that is in progress. */
  const importsOf = (asset: Asset) => asset.ends.length + (service.hasEnded(asset) ? 0 : 1);
  const inWindow = (times: readonly number[]) => times.filter((at) => at > now() - windowMs);

  function begin(name: string): void {
    if (!followings.has(name))
      followings.set(name, { since: now(), baselineOver: null, listedBefore: new Set() });
  }

  /** What had ended when its project was followed, where it stood then or stands by now, is told to nobody. */
  function checkFound(state: MonitorView, { asset, at, id }: End): void {
    for (const follow of state.follows.values()) {
      const following = followings.get(nameOf(follow));
      if (follow.account !== asset.account || !following?.listedBefore.has(asset.assetId)) continue;
      const cameLater = follow.projectId === asset.projectId && asset.arrivedAt > following.since;
      if (!cameLater && at <= following.since)
        court.breach(1, `${id} of ${asset.assetId} is told, and was before ${follow.id} was followed`);
    }
  }

  /** It begins again, or stands elsewhere by now. */
  function checkAway(watch: Watch, { at, imports }: Left): void {
    const asset = service.assetOf(watch.account, watch.reference.assetId)!;
    // A page that had left the service before counts too.
    const isDoubtful = listsDoubtfulAt >= at - answerMs;
    const isAnother = importsOf(asset) > imports || asset.arrivedAt > at || isDoubtful;
    if (!isAnother) court.breach(1, `${watch.id} is back, and the person had stopped watching it`);
  }

  function checkStorm(account: string): void {
    const times = inWindow([...(pages.get(account) ?? []), now()]);
    pages.set(account, times);
    const assets = [...service.assets.values()].filter((each) => each.account === account).length;
    const inLists = Math.ceil(assets / service.lists.onPage) + 4;
    const most = pagesInWindow + (inWindow(calls).length + 1) * looksAtOnce * inLists;
    if (times.length > most) court.breach(6, `${times.length} pages were read in ten minutes`);
  }

  /** Of those that appeared when all that was there before was known. */
  function checkKnown(state: MonitorView, asset: Asset, { baselineOver }: Following): void {
    const id = idOf(asset);
    // Ids rise with time: one below those that were there is taken for one that no list had shown.
    const isNewest = ![...service.assets.values()].some(
      (each) =>
        each.account === asset.account && each.assetId > asset.assetId && each.appearedAt < asset.appearedAt,
    );
    const isNew = isNewest && asset.appearedAt > baselineOver! && asset.arrivedAt === asset.appearedAt;
    const isListed = listOf(service, asset.account, asset.projectId, service.assets).some(
      ({ assetId }) => assetId === asset.assetId,
    );
    if (!isNew || !isListed || !service.hasEnded(asset) || isUnwanted(id) || state.watches.has(id)) return;
    if (!asset.ends.some((end) => isTold(end) || isCleared(end)))
      court.breach(1, `${id} began and ended in a followed project, and nobody was told`);
  }

  return {
    told(event: Happening): void {
      if (event.kind === 'followed')
        begin(nameOf({ id: followIdOf(event.account, event.workspace, event.projectId), since: clock() }));
      // Who follows anew has forgotten what was seen there.
      if (event.kind === 'followed') left.clear();
      if (calling.has(event.kind)) calls.push(now());
    },
    asked({ for: purpose, account, project }: Flight): void {
      if (purpose !== 'page') return;
      checkStorm(account);
      // What is shown otherwise seems to be imported again.
      const { unfinished, lie } = service.lists;
      const manner = `${unfinished} ${lie !== null && confusing.includes(lie) ? lie : ''}`;
      if (manners.has(project) && manners.get(project) !== manner) listsDoubtfulAt = now();
      manners.set(project, manner);
    },
    heard({ for: purpose, watch }: Flight, outcome: Reply): void {
      if (purpose !== 'newcomer' || outcome.kind !== 'answer') return;
      const times = inWindow([...(answers.get(watch) ?? []), now()]);
      answers.set(watch, times);
      if (times.length > answersInWindow + inWindow(calls).length)
        court.breach(6, `${watch} was asked for ${times.length} times in ten minutes as a newcomer`);
    },
    /** A page reached the process. */
    listed(state: MonitorView, { project, sentAt }: Flight, { assets }: ListedPage): void {
      const following = followingOf(state, project);
      // What a later look is the first to list, while what the first one found is still asked for, may have appeared since.
      if (state.lists.get(project)?.lookedAt !== null) return;
      // What left before that was a doorbell's, and is no first look.
      if (following === null || following.baselineOver !== null || sentAt < following.since) return;
      for (const { assetId, isElsewhere } of assets) if (!isElsewhere) following.listedBefore.add(assetId);
    },
    /** The person stops watching it. */
    leaves(state: MonitorView, { id, account, reference, known }: Watch): void {
      const project = projectOf({ account, reference });
      // One that the person has left comes back where they take that back.
      const mayReturn = [...state.removals.values()].some(({ follows }) =>
        follows.some((follow) => follow.id === project),
      );
      if (!state.follows.has(project) && !mayReturn) return;
      const asset = service.assetOf(account, reference.assetId);
      // One that began again is news, where that was not heard of yet.
      const isUnheard = asset !== null && !service.hasEnded(asset) && hasEnded(known);
      left.set(id, { at: now(), imports: asset === null ? 0 : importsOf(asset) - (isUnheard ? 1 : 0) });
    },
    /** The person wants it watched. */
    returns: (id: WatchId): void => void left.delete(id),
    afterStep(state: MonitorView, changes: EffectOf<'changed'>): void {
      for (const follow of state.follows.values()) {
        const following = followings.get(nameOf(follow));
        if (follow.baselineAt !== null && following) following.baselineOver ??= now();
      }
      for (const id of left.size === 0 ? [] : changes.watches) {
        const [watch, before] = [state.watches.get(id), left.get(id)];
        if (watch !== undefined && before !== undefined) checkAway(watch, before);
      }
      for (const key of changes.notices) {
        const notice = state.notices.get(key);
        if (notice?.about !== 'import' || told.has(key)) continue;
        told.add(key);
        const end = endOf(notice);
        if (end !== null && !isLearned(end)) checkFound(state, end);
      }
    },
    /** Of what a first look finds and takes for ended, as its entry says, only the newest are asked for. */
    isPastNewest(state: MonitorView, asset: Asset): boolean {
      const following = followingOf(state, projectOfAsset(asset));
      const over = following?.baselineOver ?? null;
      if (over === null || asset.appearedAt > over) return false;
      const isNewer = (each: Asset) =>
        projectOfAsset(each) === projectOfAsset(asset) && each.assetId > asset.assetId;
      return [...service.assets.values()].filter(isNewer).length >= newestAsked;
    },
    /** What a process has not written, it has not done. */
    started({ follows, watches }: Pick<Stored, 'follows' | 'watches'>): void {
      const written = writtenAt();
      for (const [id, { at }] of left) if (at >= written) left.delete(id);
      for (const { id } of watches) left.delete(id);
      calls.push(now());
      for (const follow of follows) {
        const following = followings.get(nameOf(follow));
        if (!following || follow.baselineAt !== null) continue;
        following.baselineOver = null;
        following.listedBefore.clear();
      }
    },
    checkEnding(state: MonitorView): void {
      for (const follow of state.follows.values()) {
        const following = followings.get(nameOf(follow));
        if (!following || follow.projectId === noProject) continue;
        if (following.baselineOver === null) court.breach(1, `the first look at ${follow.id} never ended`);
        else
          for (const asset of service.assets.values())
            if (projectOfAsset(asset) === follow.id && !asset.deleted) checkKnown(state, asset, following);
      }
    },
  };
}

const newestAsked = 200;

const confusing: readonly Lie[] = ['old metadata', 'an asset stands there twice'];

const calling: ReadonlySet<Happening['kind']> = new Set([
  ...(['followed', 'undone', 'look-now', 'check-now', 'account-ready'] as const),
  ...(['resumed', 'online', 'unpaused', 'added'] as const),
]);
