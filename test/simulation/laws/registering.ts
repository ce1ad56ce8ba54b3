import {
  inDoubtKeyOf,
  isAboutFiles,
  notRegisteredKeyOf,
  type Notice,
  type NoticeKey,
} from '../../../main/model/notice.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import { isUnderway, type Wish, type WishId } from '../../../main/model/wish.ts';
import type { Told } from '../honest-answer.ts';
import type { Asset, End, Service } from '../service.ts';
import type { Court } from './court.ts';

export type RegisteringLaw = ReturnType<typeof createRegisteringLaw>;

export interface RegisteringPorts {
  readonly court: Court;
  readonly service: Service;
  /** Whether the disk has the notice now, or had it. */
  readonly isNoticeWritten: (key: NoticeKey) => boolean;
  /** Whether the end was told, or need not be. */
  readonly isTold: (end: End) => boolean;
  /** It was asked to wait before more is registered. */
  readonly mayRest: (account: string) => boolean;
}

/**
 * Law 11, from the side of the service: no wish is seen as two registrations, none is made that nobody wished, and a wish that is on the
 * disk comes to an end that is true. And law 1 of it: who has to decide, or was refused, is told, in the save that says so.
 */
export function createRegisteringLaw({ court, service, isNoticeWritten, isTold, mayRest }: RegisteringPorts) {
  /** As they were last written. */
  const onDisk = new Map<WishId, Wish>();
  /** Which asset a wish became, by its reply, by the app's search, or by what the person found. */
  const claims = new Map<WishId, number>();
  /** The person drops what they have found, without a word of which asset it is: the app may take that for a later wish of the same file. */
  const foundByPerson = new Set<WishId>();
  const told = new Set<NoticeKey>();
  /** Wished in the place of one that was refused: the file is still wanted only once. */
  const repeats = new Set<WishId>();
  /** What the service made for each wish. */
  const made = new Map<WishId, Asset[]>();
  /** How many imports of it had ended before it was last registered. */
  const endsBefore = new Map<Asset, number>();
  /** The newest answer about it told of one of those, from a server that had not heard yet that it was registered again. */
  const misled = new Set<Asset>();
  /** How many of them the person knew of, or could have, as they last had it sent again all the same. */
  const sentAgain = new Map<WishId, number>();
  /** What the person wants to hear no more of, and how it stood by then. */
  const dropped = new Map<WishId, Wish['state']['kind']>();
  /** What the step that is about to be taken is to drop; what is on its way stays. */
  let dropping: readonly Wish[] = [];

  const ofSameFile = ({ account, key, bucket }: Pick<Asset, 'account' | 'key' | 'bucket'>) =>
    [...onDisk.values()].filter((one) => one.account === account && one.key === key && one.bucket === bucket);
  const madeFor = ({ id }: Pick<Wish, 'id'>): readonly Asset[] => made.get(id) ?? [];
  const isClaimed = ({ assetId }: Asset) => [...claims.values()].includes(assetId);
  /** Made for what the person had sent again although it was there, or gave up while nobody knew whether it would be. */
  const isGivenUp = (asset: Asset) =>
    [...made].some(([id, all]) => all.includes(asset) && (sentAgain.has(id) || dropped.has(id)));
  /**
   * Where the list hid what the person had found, a later wish of the same object whose reply was lost is taken for it: nothing that the
   * service tells distinguishes the two.
   */
  const isMistaken = ({ account, key }: Asset) =>
    [...foundByPerson].some((id) => {
      const found = service.assetOf(onDisk.get(id)!.account, claims.get(id)!);
      return found?.account === account && found.key === key && isOfAnother(onDisk.get(id)!, found);
    });
  const isOfAnother = ({ id }: Wish, { assetId }: Asset) =>
    [...claims].some(([wish, taken]) => taken === assetId && wish !== id);
  /** The person has settled it without a word of which asset it is. */
  const isLeft = (asset: Asset) =>
    isGivenUp(asset) || [...foundByPerson].some((id) => claims.get(id) === asset.assetId);

  function claim(wish: Wish, assetId: number): void {
    const asset = service.assetOf(wish.account, assetId);
    const isSameFile = asset?.bucket === wish.bucket || (asset !== null && isLeft(asset));
    if (asset?.key !== wish.key || !isSameFile)
      court.breach(11, `${wish.id} counts as ${assetId}, which is another file`);
    for (const [other, taken] of claims)
      if (taken === assetId && other !== wish.id && !foundByPerson.has(other))
        court.breach(11, `${wish.id} and ${other} count as ${assetId}`);
    claims.set(wish.id, assetId);
  }

  function checkTold(wish: Wish): void {
    const { kind } = wish.state;
    if (kind === 'in-doubt' && !isNoticeWritten(inDoubtKeyOf(wish)))
      court.breach(1, `${wish.id} stands on the disk as in doubt, and nothing there asks the person`);
    const together = [...onDisk.values()].filter(({ wishedAt }) => wishedAt === wish.wishedAt);
    if (kind === 'refused' && !together.some(isUnderway) && !isNoticeWritten(notRegisteredKeyOf(wish)))
      court.breach(1, `${wish.id} stands on the disk as refused, and nothing there tells of it`);
  }

  return {
    wrote(changes: ReadonlyMap<WishId, Wish | null>): void {
      const wishes = [...changes.values()].filter((wish) => wish !== null);
      for (const wish of wishes) onDisk.set(wish.id, wish);
      for (const wish of wishes) checkTold(wish);
    },
    /** What was dropped and stands on the disk all the same was not dropped. */
    started(wishes: readonly Wish[]): void {
      for (const { id } of wishes) dropped.delete(id);
    },
    /** What was recorded must be true then. */
    recorded(state: MonitorView, notice: Readonly<Notice>): void {
      if (!isAboutFiles(notice) || told.has(notice.key)) return;
      told.add(notice.key);
      const wishes = [...state.wishes.values()];
      if (notice.about === 'in-doubt') {
        if (!wishes.some((wish) => wish.state.kind === 'in-doubt' && inDoubtKeyOf(wish) === notice.key))
          court.breach(1, `${notice.key} asks the person of nothing`);
        return;
      }
      const together = wishes.filter((wish) => notRegisteredKeyOf(wish) === notice.key);
      const refused = together.filter(({ state: is }) => is.kind === 'refused').length;
      if (refused === 0 || refused !== notice.refused || together.some(isUnderway))
        court.breach(1, `${notice.key} tells of ${notice.refused} refused, of ${refused}`);
    },
    took(asset: Asset): void {
      endsBefore.set(asset, asset.ends.length);
      const mayBeOf = ofSameFile(asset);
      // The wish is on the disk as sent before its request leaves. By now its account may have gone, and it be in doubt.
      const isSent = ({ id, state }: Wish) => state.kind === 'sent' && !dropped.has(id);
      const isAsked = ({ id, state }: Wish) =>
        ['sent', 'in-doubt'].includes(state.kind) && (dropped.get(id) ?? 'in-doubt') === 'in-doubt';
      const wish = mayBeOf.find(isSent) ?? mayBeOf.find(isAsked);
      if (wish === undefined)
        return court.breach(11, `${asset.key} was registered, and no wish on the disk says that it may be`);
      const all = [...madeFor(wish), asset];
      made.set(wish.id, all);
      const allowed = 1 + (sentAgain.get(wish.id) ?? 0);
      if (all.length > allowed) court.breach(11, `${wish.id} was registered ${all.length} times`);
      const wanted = mayBeOf
        .filter(({ id }) => !repeats.has(id))
        .reduce((sum, { id }) => sum + 1 + (sentAgain.get(id) ?? 0), 0);
      const count = service.madeOf(asset).length;
      if (count > wanted) court.breach(11, `${asset.key} was registered ${count} times for ${wanted} wishes`);
    },
    /** An answer about it reached the process, or the word that it was taken. */
    heard(asset: Asset, { end, isStale }: Told): void {
      const isOfBefore = end !== null && asset.ends.indexOf(end) < (endsBefore.get(asset) ?? 0);
      if (isStale && isOfBefore) misled.add(asset);
      else misled.delete(asset);
    },
    afterStep(wish: Wish): void {
      if (wish.state.kind === 'registered') claim(wish, wish.state.assetId);
      if (wish.state.kind === 'refused' && madeFor(wish).length > (sentAgain.get(wish.id) ?? 0))
        court.breach(11, `${wish.id} counts as refused, and was registered`);
    },
    /**
     * An asset of this object that is no other wish's; what the person sees in the console. It may be this wish's own by a reply that a
     * process took and died before it wrote it.
     */
    ownOf: (wish: Wish): Asset | null =>
      service.madeOf(wish).find((asset) => !asset.deleted && !isOfAnother(wish, asset)) ?? null,
    /** The person has it sent again, whatever is there. */
    sendsAgain(wish: Wish): void {
      if (madeFor(wish).length > 0) sentAgain.set(wish.id, madeFor(wish).length);
    },
    drops: (wishes: readonly Wish[]): void => void (dropping = wishes),
    noteDropped(present: MonitorView['wishes']): void {
      for (const { id, state } of dropping) if (!present.has(id)) dropped.set(id, state.kind);
      dropping = [];
    },
    repeats: (id: WishId) => void repeats.add(id),
    found(wish: Wish, { assetId }: Asset): void {
      claim(wish, assetId);
      foundByPerson.add(wish.id);
    },
    checkEnding(state: MonitorView): void {
      for (const wish of onDisk.values()) {
        const now = state.wishes.get(wish.id);
        if (now === undefined && !claims.has(wish.id) && !dropped.has(wish.id))
          court.breach(11, `${wish.id} was forgotten`);
        if (now !== undefined && (isUnderway(now) || now.state.kind === 'in-doubt') && !mayRest(wish.account))
          court.breach(11, `${wish.id} is still ${now.state.kind} after all was mended`);
      }
      for (const [id, assetId] of claims) {
        const asset = madeFor({ id }).find((one) => one.assetId === assetId);
        // Nothing asks for what is imported again by somebody else after that, or for what has ended by the newest answer.
        const own = asset && !misled.has(asset) ? asset.ends[endsBefore.get(asset)!] : undefined;
        const end = foundByPerson.has(id) ? undefined : own;
        if (end !== undefined && !isTold(end))
          court.breach(1, `${id} was registered, and ${end.id} was not told`);
      }
      for (const asset of service.assets.values())
        if (asset.key !== null && !isClaimed(asset) && !isMistaken(asset) && !isGivenUp(asset))
          court.breach(11, `${asset.key} was registered as ${asset.assetId}, and no wish counts as that`);
    },
  };
}
