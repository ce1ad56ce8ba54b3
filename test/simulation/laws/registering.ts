import type { MonitorView } from '../../../main/monitor/state.ts';
import { isUnderway, type Wish, type WishId } from '../../../main/model/wish.ts';
import type { Asset, Service } from '../service.ts';
import type { Court } from './court.ts';

export type RegisteringLaw = ReturnType<typeof createRegisteringLaw>;

/**
 * Law 11, from the side of the service: no wish is seen as two registrations, none is made that nobody wished, and a wish that is on the
 * disk comes to an end that is true.
 */
export function createRegisteringLaw(court: Court, service: Service) {
  /** As they were last written. */
  const onDisk = new Map<WishId, Wish>();
  /** Which asset a wish became, by its reply, by the app's search, or by what the person found. */
  const claims = new Map<WishId, number>();

  const ofSameObject = (one: Pick<Wish, 'account' | 'key'>) =>
    [...onDisk.values()].filter(({ account, key }) => account === one.account && key === one.key);
  const isClaimed = ({ assetId }: Asset) => [...claims.values()].includes(assetId);
  const isOfAnother = ({ id }: Wish, { assetId }: Asset) =>
    [...claims].some(([wish, taken]) => taken === assetId && wish !== id);

  function claim(wish: Wish, assetId: number): void {
    const asset = service.assetOf(wish.account, assetId);
    if (asset?.key !== wish.key) court.breach(11, `${wish.id} counts as ${assetId}, which is another file`);
    for (const [other, taken] of claims)
      if (taken === assetId && other !== wish.id)
        court.breach(11, `${wish.id} and ${other} count as ${assetId}`);
    claims.set(wish.id, assetId);
  }

  return {
    wrote(wishes: readonly Wish[]): void {
      for (const wish of wishes) onDisk.set(wish.id, wish);
    },
    took(asset: Asset): void {
      const mayBeOf = ofSameObject({ account: asset.account, key: asset.key! });
      // The wish is on the disk as sent before its request leaves.
      if (!mayBeOf.some(({ state }) => state.kind === 'sent'))
        court.breach(11, `${asset.key} was registered, and no wish on the disk says that it may be`);
      const made = service.madeOf(asset.account, asset.key!).length;
      if (made > mayBeOf.length)
        court.breach(11, `${asset.key} was registered ${made} times for ${mayBeOf.length} wishes`);
    },
    afterStep(wish: Wish): void {
      if (wish.state.kind === 'registered') claim(wish, wish.state.assetId);
      if (wish.state.kind !== 'refused') return;
      const others = ofSameObject(wish).filter(({ id }) => id !== wish.id);
      if (service.madeOf(wish.account, wish.key).length > others.length)
        court.breach(11, `${wish.id} counts as refused, and was registered`);
    },
    /**
     * An asset of this object that is no other wish's; what the person sees in the console. It may be this wish's own by a reply that a
     * process took and died before it wrote it.
     */
    ownOf: (wish: Wish): Asset | null =>
      service.madeOf(wish.account, wish.key).find((asset) => !isOfAnother(wish, asset)) ?? null,
    found: (wish: Wish, { assetId }: Asset): void => claim(wish, assetId),
    checkEnding(state: MonitorView): void {
      for (const wish of onDisk.values()) {
        const now = state.wishes.get(wish.id);
        if (now === undefined && !claims.has(wish.id)) court.breach(11, `${wish.id} was forgotten`);
        if (now !== undefined && (isUnderway(now) || now.state.kind === 'in-doubt'))
          court.breach(11, `${wish.id} is still ${now.state.kind} after all was mended`);
      }
      for (const asset of service.assets.values())
        if (asset.key !== null && !isClaimed(asset))
          court.breach(11, `${asset.key} was registered as ${asset.assetId}, and no wish counts as that`);
    },
  };
}
