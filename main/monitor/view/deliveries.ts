import type { WatchId } from '../../model/asset.ts';
import type { Delivery, DeliveryCard, Hook } from '../../model/hook.ts';
import type { MonitorView } from '../state.ts';

/** The newest of a watch that the window shows: an import that begins again and again must not make its history longer each time. */
const mostShown = 10;

/** What was handed on of the ends of a watch, and what came of it, oldest first. `deliveryText` puts each into words. */
export function deliveriesOf({ shelves, deliveries }: MonitorView, watch: WatchId): readonly DeliveryCard[] {
  const all = [...shelves.of(`about ${watch}`)].slice(-mostShown);
  return all.flatMap((id) => cardOf(deliveries.get(id)) ?? []);
}

/** The newest delivery of a hook of which something came. */
export function lastDeliveryOf({ lines, deliveries }: MonitorView, hook: Hook): DeliveryCard | null {
  const last = lines.get(hook.id)?.last ?? null;
  return last === null ? null : cardOf(deliveries.get(last));
}

function cardOf(delivery: Delivery | undefined): DeliveryCard | null {
  if (delivery === undefined) return null;
  const { id, event, to, at, tries, fate, last } = delivery;
  return { id, event, to, at, tries, fate, last };
}
