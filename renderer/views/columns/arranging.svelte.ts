import { sorts, type Arrangement, type Bridge, type Order, type Sort } from '../../../main/contract.ts';
import type { Session } from '../../lib/session.svelte.ts';

export interface Arranging {
  readonly now: Arrangement;
  /** By what the list can be sorted now. */
  readonly sorts: readonly Sort[];
  /** In force: what the person has chosen, else the order that the list has of itself. */
  readonly order: Order;
  /** `isKept`: it is no step on the way to where the person will leave it. */
  readonly change: (part: Partial<Arrangement>, isKept?: boolean) => void;
  /** A group is to be seen: what the person has chosen gives way until they choose again. */
  readonly sortByGroup: () => void;
}

/** How the person arranges the list. It is seen at once, and kept by main: the window's own storage ends with the run. */
export function createArranging(session: Session, { request }: Bridge): Arranging {
  let now = $state.raw(session.snapshot.arrangement);
  let overruled = $state.raw<Order | null>(null);
  const hasGroups = $derived(session.groups.size > 0);
  const offered = $derived(sorts.filter((each) => each !== 'group' || hasGroups));
  const order = $derived.by((): Order => {
    const { order: chosen } = now;
    if (chosen !== null && chosen !== overruled && offered.includes(chosen.by)) return chosen;
    return { by: hasGroups ? 'group' : 'newest', isReversed: false };
  });
  return {
    get now() {
      return now;
    },
    get sorts() {
      return offered;
    },
    get order() {
      return order;
    },
    change(part, isKept = true) {
      now = { ...now, ...part };
      if (isKept) void session.telling.ask(request.arrange(now));
    },
    sortByGroup() {
      overruled = now.order;
    },
  };
}
