import { watchIdOf } from '../../main/model/asset.ts';
import type { Wish } from '../../main/model/wish.ts';
import type { Ask, Reply } from '../../main/monitor/kernel/events.ts';
import type { MonitorView } from '../../main/monitor/state.ts';
import type { Flight } from './laws/account-record.ts';
import { firstProject, firstRegistered, workspace } from './service.ts';
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
    if (watch === undefined) laws.knowing.heardOfStranger(id, answer);
    if (watch === undefined || assetId >= firstRegistered) return;
    world.met('a file registered again as the asset that it was');
    laws.knowing.heard(watch, answer);
  }

  /** The asset that a file became whose reply was lost, by the key in its details. */
  function heardOrigin(wanted: Ask, reply: Reply): void {
    if (reply.kind !== 'answer' || reply.for !== 'origin' || wanted.for !== 'origin') return;
    const isLost = ({ account, key, state }: Wish) =>
      account === wanted.account && key === reply.value.key && state.kind === 'sent';
    const wish = [...(state()?.wishes.values() ?? [])].find(isLost);
    const id = watchIdOf(wanted.account, wanted.reference);
    if (wish !== undefined && !state()?.watches.has(id)) heardTaken(wanted.account, wanted.reference);
  }

  function heardStatus(wanted: Ask, reply: Reply, purpose: Flight['for']): void {
    if (reply.kind !== 'answer' || reply.for !== 'status' || wanted.for !== 'status') return;
    const id = watchIdOf(wanted.account, wanted.reference);
    const watch = state()?.watches.get(id);
    if (watch === undefined) laws.knowing.heardOfStranger(id, reply.value);
    else if (purpose === 'status') laws.knowing.heard(watch, reply.value);
  }

  return function heard(wanted: Ask, flight: Flight, reply: Reply, hasJumped: boolean): void {
    world.heard(flight, reply, laws.asking.heard(flight, reply));
    laws.sending.heard(flight, reply);
    heardStatus(wanted, reply, flight.for);
    heardOrigin(wanted, reply);
    if (reply.kind === 'answer' && reply.for === 'registration') heardTaken(flight.account, reply.value);
    if (reply.kind !== 'answer' || reply.for !== 'page') return;
    laws.following.listed(state()!, flight.project, reply.value);
    laws.showing.heard(flight.project, reply.value, hasJumped);
  };
}
