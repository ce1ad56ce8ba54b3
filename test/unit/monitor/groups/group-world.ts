import type { NewGroup } from '../../../../main/model/group.ts';
import type { Effect, EffectOf } from '../../../../main/monitor/kernel/effects.ts';
import type { Happening } from '../../../../main/monitor/kernel/events.ts';
import { clockAt } from '../../../../main/monitor/kernel/time.ts';
import { advance } from '../../../../main/monitor/monitor.ts';
import { createState, type State } from '../../../../main/monitor/state.ts';
import { answerOf, idOf, newWatchOf, someSettings, startAt } from '../stage.ts';
import { createStoredRows } from '../stored-rows.ts';
import { checkBooks } from './books.ts';

/** When the process dies: before its next save is written, or after it and before it is heard of. */
export type Death = 'before-save' | 'after-save' | 'between-steps';

export interface Shown {
  readonly key: string;
  readonly digest: boolean;
}

/** A service, a disk and a process that dies, in virtual time. What is asked is answered at once. */
export function createGroupWorld(choice: Omit<NewGroup, 'id' | 'name'>) {
  const service = new Map<number, string>();
  const disk = createStoredRows();
  const shown: Shown[] = [];
  let now = startAt;
  let trap: Death | null = null;
  let state = start();

  function start(): State {
    return createState({ at: now, seed: 1, settings: someSettings, pausedUntil: null, ...disk.content() });
  }

  function send(event: Happening): void {
    const queue: Happening[] = [event];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const effects = advance(state, { ...next, at: now });
      checkBooks(state);
      for (const effect of effects) {
        const result = run(effect);
        if (result === 'died') return restart();
        if (result !== null) queue.push(result);
      }
    }
  }

  function run(effect: Effect): Happening | 'died' | null {
    switch (effect.kind) {
      case 'ask': {
        if (effect.ask.for !== 'status') return null;
        const { assetId } = effect.ask.reference;
        const value = answerOf(assetId, service.get(assetId) ?? 'IN_PROGRESS', now);
        const reply = { kind: 'answer', for: 'status', value } as const;
        return { kind: 'replied', request: effect.request, reply };
      }
      case 'save':
        return save(effect);
      case 'show':
        shown.push(...effect.notices.map(({ key }) => ({ key, digest: effect.digest })));
        return { kind: 'told', banner: effect.banner, outcome: { kind: 'shown', by: 'electron' } };
      default:
        return null;
    }
  }

  function save({ changes, revision }: EffectOf<'save'>): Happening | 'died' {
    if (taken('before-save')) return 'died';
    disk.write(changes);
    return taken('after-save') ? 'died' : { kind: 'saved', revision };
  }

  function taken(death: Death): boolean {
    if (trap !== death) return false;
    trap = null;
    return true;
  }

  function restart(): void {
    trap = null;
    state = start();
    send({ kind: 'account-ready', account: 'a1', keptAt: 0 });
  }

  send({ kind: 'account-ready', account: 'a1', keptAt: 0 });
  return {
    disk: disk.rows,
    shown,
    state: () => state,
    set: (assetId: number, status: string) => void service.set(assetId, status),
    settle() {
      for (const [assetId, status] of service)
        if (status === 'IN_PROGRESS') service.set(assetId, 'COMPLETED');
    },
    add(assetId: number) {
      if (!service.has(assetId)) service.set(assetId, 'IN_PROGRESS');
      const watches = [newWatchOf(assetId, `${assetId}.mp4`)];
      send({ kind: 'added', watches, group: { id: 'g1', name: 'Batch A', ...choice } });
    },
    look: (assetId: number) => send({ kind: 'check-now', watches: [idOf(assetId)] }),
    remove: (assetId: number) => send({ kind: 'removed', watches: [idOf(assetId)] }),
    clearInbox: () => send({ kind: 'inbox-cleared' }),
    die(death: Death) {
      if (death === 'between-steps') restart();
      else trap = death;
    },
    pass(ms: number) {
      const wakeAt = () => clockAt(state, state.wakeAt.value);
      const end = now + ms;
      for (let at = wakeAt(); at !== null && at <= end; at = wakeAt()) {
        now = Math.max(now, at);
        send({ kind: 'tick' });
      }
      now = end;
    },
  };
}
