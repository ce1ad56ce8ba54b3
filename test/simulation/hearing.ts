import { watchIdOf, type WatchId } from '../../main/model/asset.ts';
import type { Wish } from '../../main/model/wish.ts';
import { projectOfWish } from '../../main/monitor/registering/wishes.ts';
import type { Ask, Reply } from '../../main/monitor/kernel/events.ts';
import type { MonitorView } from '../../main/monitor/state.ts';
import type { Flight } from './laws/account-record.ts';
import { incarnationOf } from './laws/knowing.ts';
import { nothingTold, type Told } from './honest-answer.ts';
import { firstProject, firstRegistered, workspace, type Asset } from './service.ts';
import type { World } from './world.ts';

/** What the laws hear of what came over the wire, before the step that takes it. */
export function createHearing(world: World, state: () => MonitorView | null) {
  const { laptop, laws } = world;

  /** The asset that the service made of a file, or that it took again, is in progress by that word. */
  function heardTaken(account: string, { assetId }: { readonly assetId: number }): void {
    const id = watchIdOf(account, { workspace, projectId: firstProject, assetId });
    laws.asking.wasHeardOf(id);
    const watch = state()?.watches.get(id);
    const receivedAt = laptop.now();
    const answer = { assetId, status: 'IN_PROGRESS', text: null, metaData: null, receivedAt };
    world.register.heard(id, answer, null);
    laws.registering.heard(world.service.assetOf(account, assetId)!, nothingTold);
    if (watch === undefined) laws.knowing.heardOfStranger(id, answer, null);
    if (watch === undefined || assetId >= world.service.manner.idsFrom + firstRegistered) return;
    // The end before it was lost with the process: as far as that knows, it is in progress already.
    const isReplaced = [...state()!.wishes.values()].some(({ replaces }) => replaces === id);
    if (laws.knowing.statusOf(incarnationOf(watch)) === 'IN_PROGRESS' && !isReplaced) return;
    world.met('a file registered again as the asset that it was');
    laws.knowing.heard(watch, answer, null);
  }

  /** The asset that a file became whose reply was lost, by the key in its details. */
  function heardOrigin(wanted: Ask, reply: Reply): void {
    if (reply.kind !== 'answer' || reply.for !== 'origin' || wanted.for !== 'origin') return;
    const isLost = ({ account, key, state }: Wish) =>
      account === wanted.account && key === reply.value.key && state.kind === 'sent';
    const wish = [...(state()?.wishes.values() ?? [])].find(isLost);
    const id = watchIdOf(wanted.account, wanted.reference);
    if (wish === undefined || state()?.watches.has(id)) return;
    laws.promptness.foundOut(projectOfWish(wish), id);
    heardTaken(wanted.account, wanted.reference);
  }

  function heardStatus(wanted: Ask, reply: Reply, purpose: Flight['for'], told: Told): void {
    if (reply.kind !== 'answer' || reply.for !== 'status' || wanted.for !== 'status') return;
    const id = watchIdOf(wanted.account, wanted.reference);
    const watch = state()?.watches.get(id);
    const asset = world.service.assetOf(wanted.account, wanted.reference.assetId)!;
    const { end, isStale } = told;
    if (isStale) heardOld(asset, id);
    laws.registering.heard(asset, told);
    world.register.heard(id, reply.value, end);
    if (watch === undefined) laws.knowing.heardOfStranger(id, reply.value, end);
    else if (purpose === 'status') laws.knowing.heard(watch, reply.value, end);
    laws.promptness.heard(wanted.account, id);
  }

  /** A replica that is behind told how it had stood. */
  function heardOld(asset: Asset, id: WatchId): void {
    world.met('an answer of a replica that is behind');
    world.register.flapped(asset);
    // It contradicts what is known, which is asked for once more.
    laws.asking.wants(id);
    laws.promptness.misled(id);
    for (const end of asset.ends) laws.grouping.mayComeAgain(end.id);
  }

  /** `told`: by that reply. */
  return function heard(wanted: Ask, flight: Flight, reply: Reply, told: Told, hasJumped: boolean): void {
    world.heard(flight, reply, told, laws.asking.heard(flight, reply));
    laws.sending.heard(flight, reply);
    heardStatus(wanted, reply, flight.for, told);
    heardOrigin(wanted, reply);
    if (reply.kind === 'answer' && reply.for === 'registration') heardTaken(flight.account, reply.value);
    if (reply.kind !== 'answer' || reply.for !== 'page') return;
    laws.following.listed(state()!, flight, reply.value);
    laws.showing.heard(flight.project, reply.value, hasJumped);
  };
}
