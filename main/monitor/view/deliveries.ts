import type { WatchId } from '../../model/asset.ts';
import type { Delivery, DeliveryCard, DeliveryFate, Hook } from '../../model/hook.ts';
import { nextInLine } from '../hooks/delivering.ts';
import { clockAt } from '../kernel/time.ts';
import type { MonitorView } from '../state.ts';

/** The newest of a watch that the window shows: an import that begins again and again must not make its history longer each time. */
const mostShown = 10;

/** What was handed on of the ends of a watch, and what came of it, oldest first. `deliveryText` puts each into words. */
export function deliveriesOf(state: MonitorView, watch: WatchId): readonly DeliveryCard[] {
  const all = [...state.shelves.of(`about ${watch}`)].slice(-mostShown);
  return all.flatMap((id) => cardOf(state, state.deliveries.get(id)) ?? []);
}

/** The newest delivery of a hook of which something came. */
export function lastDeliveryOf(state: MonitorView, hook: Hook): DeliveryCard | null {
  const last = state.lines.get(hook.id)?.last ?? null;
  return last === null ? null : cardOf(state, state.deliveries.get(last));
}

function cardOf(state: MonitorView, delivery: Delivery | undefined): DeliveryCard | null {
  if (delivery === undefined) return null;
  const { id, event, to, at, tries, last } = delivery;
  return { id, event, to, at, tries, fate: fateOf(state, delivery), last };
}

/** When its own rest ends says nothing of its next try while its hook tries others before it. */
function fateOf(state: MonitorView, { id, hook, fate }: Delivery): DeliveryFate {
  const line = state.lines.get(hook);
  if (fate.kind !== 'waiting' || fate.nextAt === null || line === undefined) return fate;
  const next = nextInLine(state, line);
  return { kind: 'waiting', nextAt: next?.delivery.id === id ? clockAt(state, next.at) : null };
}
