import type { Delivery, DeliveryId, Hook, HookId, LastEnd } from '../../model/hook.ts';
import type { AccountId, WatchId } from '../../model/asset.ts';
import type { GroupsState } from '../groups/groups.ts';
import type { MachineState } from '../machine/machine.ts';
import { indexNames } from '../kernel/lookup.ts';
import type { Store } from '../kernel/store.ts';

/** What a hook is doing. One delivery at a time: ten thousand ends in one minute must not start ten thousand programs. */
export interface Line {
  readonly hook: HookId;
  readonly running: DeliveryId | null;
  /** In a row, of whatever deliveries; it says how long the hook rests, and nothing of any one of them. */
  readonly failures: number;
  /** After a failure the whole hook rests until this time, steady ms. */
  readonly restsUntil: number;
  /** The newest delivery of which something came. */
  readonly last: DeliveryId | null;
}

export type HooksState = GroupsState & MachineState & Readonly<ReturnType<typeof createHooks>>;

export function createHooks(store: Store) {
  const deliveries = store.collection<DeliveryId, Delivery>(({ id }) => id);
  return {
    hooks: store.collection<HookId, Hook>(({ id }) => id),
    /** Oldest first; bounded. */
    deliveries,
    shelves: deliveries.keep(indexDeliveries()),
    lastEnds: store.collection<AccountId, LastEnd>(({ account }) => account),
    lines: store.collection<HookId, Line>(({ hook }) => hook),
    /** Until when a delivery that failed rests by itself, steady ms: that another one succeeds says nothing of it. */
    rests: store.collection<DeliveryId, { readonly delivery: DeliveryId; readonly until: number }>(
      ({ delivery }) => delivery,
    ),
    /** Deliveries that are not on disk yet, and after which save they are. */
    unsaved: store.collection<DeliveryId, { readonly delivery: DeliveryId; readonly afterSave: number }>(
      ({ delivery }) => delivery,
    ),
  };
}

export const freshLine = (hook: HookId): Line => ({
  hook,
  running: null,
  failures: 0,
  restsUntil: 0,
  last: null,
});

/**
 * Of a hook those that wait for their first try, and those that failed and are tried again, in the order in which they came; all that
 * wait; those that are over; those that tell of a watch.
 */
type Shelf = `new ${HookId}` | `failed ${HookId}` | 'waiting' | 'over' | `about ${WatchId}`;

const indexDeliveries = () =>
  indexNames<DeliveryId, Delivery, Shelf>(({ hook, what, tries, fate }) => {
    const ofHook: Shelf = tries === 0 ? `new ${hook}` : `failed ${hook}`;
    const shelves: Shelf[] = fate.kind === 'waiting' ? ['waiting', ofHook] : ['over'];
    if (what.about === 'import') shelves.push(`about ${what.watch}`);
    return shelves;
  });

/** As many ends as the inbox keeps: ten thousand imports may end in one minute. */
export const deliveriesLimit = 20_000;

/** Those that are over go first. Of those that wait each hook may have as many: the oldest, which would be dropped, is to go next. */
export function forgetOldestDeliveries({ hooks, deliveries, shelves, unsaved, rests }: HooksState): void {
  const limits = { over: deliveriesLimit, waiting: deliveriesLimit * Math.max(1, hooks.size) } as const;
  for (const shelf of ['over', 'waiting'] as const)
    for (const id of shelves.of(shelf)) {
      if (deliveries.size <= limits[shelf]) break;
      deliveries.remove(id);
      unsaved.remove(id);
      rests.remove(id);
    }
}
