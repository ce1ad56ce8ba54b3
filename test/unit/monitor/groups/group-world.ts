import { advance } from '../../../../main/monitor/advance.ts';
import type { Effect } from '../../../../main/monitor/effect.ts';
import type { MonitorEvent } from '../../../../main/monitor/event.ts';
import { savedGroup, type NewGroup, type SavedGroup } from '../../../../main/monitor/groups/group.ts';
import { createState, savedWatch, type SavedWatch } from '../../../../main/monitor/initial-state.ts';
import type { Notice } from '../../../../main/monitor/notice.ts';
import type { State } from '../../../../main/monitor/state.ts';
import { answerOf, referenceOf, startAt } from '../stage.ts';
import { checkBooks } from './books.ts';

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** When the process dies: before its next save is written, or after it and before it is heard of. */
export type Death = 'before-save' | 'after-save' | 'between-steps';

export interface Shown {
  readonly key: string;
  readonly digest: boolean;
}

/** A service, a disk and a process that dies, in virtual time. What is asked is answered at once. */
export function createGroupWorld(choice: Omit<NewGroup, 'id' | 'name'>) {
  const service = new Map<number, string>();
  const disk = {
    watches: new Map<string, SavedWatch>(),
    notices: new Map<string, Notice>(),
    groups: new Map<string, SavedGroup>(),
  };
  const shown: Shown[] = [];
  let now = startAt;
  let trap: Death | null = null;
  let state = start();

  function start(): State {
    return stateOf(disk, now);
  }

  function send(event: WithoutTime<MonitorEvent>): void {
    const queue: WithoutTime<MonitorEvent>[] = [event];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const effects = advance(state, { ...next, at: now } as MonitorEvent);
      checkBooks(state);
      for (const effect of effects) {
        const result = run(effect);
        if (result === 'died') return restart();
        if (result !== null) queue.push(result);
      }
    }
  }

  function run(effect: Effect): WithoutTime<MonitorEvent> | 'died' | null {
    switch (effect.kind) {
      case 'ask': {
        const { assetId } = effect.reference;
        const answer = answerOf(assetId, service.get(assetId) ?? 'IN_PROGRESS', now);
        return { kind: 'answered', watch: effect.watch, request: effect.request, answer };
      }
      case 'save':
        return save(effect);
      case 'show':
        shown.push(...effect.notices.map(({ key }) => ({ key, digest: effect.digest })));
        return { kind: 'shown', banner: effect.banner, by: 'electron' };
      default:
        return null;
    }
  }

  function save(effect: Extract<Effect, { kind: 'save' }>): WithoutTime<MonitorEvent> | 'died' {
    if (taken('before-save')) return 'died';
    write(disk.watches, effect.watches, state.watches, savedWatch);
    write(disk.notices, effect.notices, state.notices, (notice) => notice);
    write(disk.groups, effect.groups, state.groups, savedGroup);
    return taken('after-save') ? 'died' : { kind: 'saved', revision: effect.revision };
  }

  function taken(death: Death): boolean {
    if (trap !== death) return false;
    trap = null;
    return true;
  }

  function restart(): void {
    trap = null;
    state = start();
    send({ kind: 'account-ready', account: 'a1' });
  }

  send({ kind: 'account-ready', account: 'a1' });
  return {
    disk,
    shown,
    state: () => state,
    set: (assetId: number, status: string) => void service.set(assetId, status),
    settle() {
      for (const [assetId, status] of service)
        if (status === 'IN_PROGRESS') service.set(assetId, 'COMPLETED');
    },
    add(assetId: number) {
      const watch = {
        account: 'a1',
        reference: referenceOf(assetId),
        label: null,
        fileName: `${assetId}.mp4`,
      };
      if (!service.has(assetId)) service.set(assetId, 'IN_PROGRESS');
      send({ kind: 'added', watches: [watch], group: { id: 'g1', name: 'Batch A', ...choice } });
    },
    look: (assetId: number) => send({ kind: 'check-now', watches: [`a1:w/${assetId}`] }),
    remove: (assetId: number) => send({ kind: 'removed', watches: [`a1:w/${assetId}`] }),
    clearInbox: () => send({ kind: 'inbox-cleared' }),
    die(death: Death) {
      if (death === 'between-steps') restart();
      else trap = death;
    },
    pass(ms: number) {
      const end = now + ms;
      while (state.wakeAt !== null && state.wakeAt <= end) {
        now = Math.max(now, state.wakeAt);
        send({ kind: 'tick' });
      }
      now = end;
    },
  };
}

interface Disk {
  readonly watches: Map<string, SavedWatch>;
  readonly notices: Map<string, Notice>;
  readonly groups: Map<string, SavedGroup>;
}

function stateOf(disk: Disk, at: number): State {
  return createState({
    at,
    seed: 1,
    settings: { floorMs: 5_000, notices: { completed: true, failed: true } },
    watches: structuredClone([...disk.watches.values()]),
    notices: structuredClone([...disk.notices.values()]),
    groups: structuredClone([...disk.groups.values()]),
    pausedUntil: null,
  });
}

function write<Value, Saved>(
  disk: Map<string, Saved>,
  keys: readonly string[],
  present: ReadonlyMap<string, Value>,
  saved: (value: Value) => Saved,
): void {
  for (const key of keys) {
    const value = present.get(key);
    if (value === undefined) disk.delete(key);
    else disk.set(key, structuredClone(saved(value)));
  }
}
