import { watchIdOf, type Answer, type WatchId } from '../../../main/model/asset.ts';
import type { Watch } from '../../../main/model/watch.ts';
import { workspace, type Asset, type End, type Service } from '../service.ts';
import type { Court } from './court.ts';
import { hasEnded } from './knowing.ts';
import type { TellingLaws } from './telling.ts';

export type Register = ReturnType<typeof createRegister>;

/** What the app was able to learn, and so what it owes the person. */
export function createRegister(service: Service, court: Court) {
  /** By watch and time: what its answers told. */
  const answers = new Map<string, End | null>();
  const newest = new Map<WatchId, End | null>();
  /** How often it was told anew by answers that contradict each other. */
  const flaps = new Map<string, number>();
  const owed = new Map<string, { readonly end: End; readonly watch: string; readonly wasOpen: boolean }>();
  const excused = new Set<string>();
  const found = new Set<string>();
  /** In which projects the person had watched what they stopped watching. */
  const leftIn = new Map<string, Set<number>>();
  const forgotten = new Set<string>();
  const repeatable = new Set<string>();
  /** Seen in progress once more, as it was taken out. */
  const restored = new Set<string>();
  const askable = new Map<string, number>();

  /** It was moved, and nothing says where to. */
  function isOutOfSight({ account, reference: { projectId, assetId } }: Watch): boolean {
    const asset = service.assetOf(account, assetId);
    return asset !== null && asset.projectId !== projectId && !asset.tellsPlace;
  }

  /** The person stopped watching it where it stood before, and another project that is followed may list it as new. */
  function isElsewhere(asset: Asset): boolean {
    const projects = leftIn.get(watchIdOf(asset.account, { ...asset, workspace }));
    return projects !== undefined && (projects.size > 1 || !projects.has(asset.projectId));
  }

  const mayBeForgotten = ({ id, asset }: End) => forgotten.has(id) || isElsewhere(asset);

  return {
    /** An answer reached the process that tells of this end, or of none. */
    heard(watch: WatchId, { receivedAt }: Answer, end: End | null): void {
      answers.set(answerKeyOf(watch, receivedAt), end);
      newest.set(watch, end);
    },
    /** The end of which the newest answer told. */
    newestEndOf: (watch: WatchId): End | null => newest.get(watch) ?? null,
    /** It was told how an asset had stood before. By all that the app can know each of its ends may come again, once for each time. */
    flapped(asset: Asset): void {
      for (const { id } of asset.ends) flaps.set(id, (flaps.get(id) ?? 0) + 1);
    },
    /** `haveListsLied`: one may have shown as in progress what the person added again after its end. */
    learned(watch: Watch, end: End, wasOpen: boolean, haveListsLied: boolean): void {
      if (haveListsLied && owed.has(end.id)) repeatable.add(end.id);
      owed.set(end.id, { end, watch: watch.id, wasOpen });
    },
    /**
     * What was learned and was not on disk when the process died must be learned again, but where nothing asks for it: the
     * watch itself is not on disk, or stands there as never heard of, so that its next look is the first; or it stands there as ended by
     * an earlier end, and the last looks were the person's wish; or where it was before the person added it at its new place.
     */
    started(watches: readonly Watch[], telling: TellingLaws): void {
      const onDisk = new Map(watches.map((watch) => [watch.id, watch]));
      for (const { end, watch, wasOpen } of owed.values()) {
        if (telling.keysOf(end).size > 0) continue;
        const row = onDisk.get(watch);
        if (row !== undefined && isOutOfSight(row)) excused.add(end.id);
        const known = row?.known;
        if (known !== undefined && known !== null && !hasEnded(known)) continue;
        const isOfEnd = !!known && answers.get(answerKeyOf(watch, known.receivedAt)) === end;
        if (wasOpen && isOfEnd && !excused.has(end.id))
          court.breach(1, `${watch} stands on the disk as ended, and nothing there tells of it`);
        owed.delete(end.id);
      }
    },
    /** The app was told of it after it had seen the import in progress. */
    isLearned: (end: End) => owed.has(end.id),
    found: (end: End): void => void found.add(end.id),
    isFound: (end: End) => found.has(end.id),
    /** The person stopped watching it at one time. */
    unwanted(watch: string, projectId: number): void {
      leftIn.set(watch, (leftIn.get(watch) ?? new Set()).add(projectId));
    },
    isUnwanted: (watch: string) => leftIn.has(watch),
    /**
     * Whoever leaves a project has the app forget what was seen there. What the person had stopped watching may be found once more, where
     * the list shows it only after the first look: as what had ended before, without a banner.
     */
    followedAnew(account: string, isWatched: (watch: string) => boolean): void {
      for (const asset of service.assets.values()) {
        const id = watchIdOf(account, { ...asset, workspace });
        if (asset.account !== account || !leftIn.has(id) || isWatched(id)) continue;
        for (const end of asset.ends) {
          forgotten.add(end.id);
          restored.delete(end.id);
        }
      }
    },
    /** The person takes it back that they stopped watching it. */
    putBack(watch: WatchId): void {
      for (const asset of service.assets.values())
        if (watchIdOf(asset.account, { ...asset, workspace }) === watch)
          for (const end of asset.ends) restored.add(end.id);
    },
    isForgotten: (end: End) => mayBeForgotten(end) && !restored.has(end.id),
    mostNotices: (end: End) =>
      (mayBeForgotten(end) || repeatable.has(end.id) ? 2 : 1) + (flaps.get(end.id) ?? 0),
    isExcused: (end: End) => excused.has(end.id),
    isOwed: (end: End) => owed.has(end.id) && !excused.has(end.id),
    /** A look at an ended import is the person's wish; from then on it is asked for again. */
    looked(watchId: string, at: number): void {
      askable.set(watchId, at);
    },
    askableFrom: (watch: Watch) => askable.get(watch.id) ?? 0,
    /** The person has read and cleared its notice before the disk had it. */
    cleared: (end: End): void => void excused.add(end.id),
    isCleared: (end: End) => excused.has(end.id),
    /** Before an asset is imported again: an end that is not on disk yet can no longer be learned. */
    overwritten(asset: Asset, telling: TellingLaws): void {
      const last = asset.ends.at(-1);
      if (last !== undefined && telling.keysOf(last).size === 0) excused.add(last.id);
    },
  };
}

const answerKeyOf = (watch: WatchId, receivedAt: number) => `${watch} ${receivedAt}`;
