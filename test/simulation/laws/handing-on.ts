import type { Delivery, DeliveryId, Hook } from '../../../main/model/hook.ts';
import type { Notice, NoticeKey } from '../../../main/model/notice.ts';
import type { Stored } from '../../../main/model/stored.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import type { Court } from './court.ts';
import { hasEnded } from './knowing.ts';

export interface HandingOnPorts {
  readonly court: Court;
  readonly hooks: readonly Hook[];
  /** Whether it ever was on disk: its notice may not, if the person cleared the inbox before that. */
  readonly isWritten: (delivery: DeliveryId) => boolean;
}

export type HandingOnLaw = ReturnType<typeof createHandingOnLaw>;

/** Law 10: every end that has a hook is handed on at least once, once it is on disk, and a repeat is known by its name. */
export function createHandingOnLaw({ court, hooks, isWritten }: HandingOnPorts) {
  const contents = new Map<DeliveryId, string>();
  /** The names under which an end came to a hook. */
  const names = new Map<string, Set<DeliveryId>>();
  const onTheWay = new Map<string, number>();
  /** By account: the newest end that this process learned, until all was over after it. */
  const lastEnds = new Map<string, NoticeKey>();
  /** Notices of ends that are no news. */
  const old = new Set<NoticeKey>();
  const saidOver = new Set<DeliveryId>();
  /** Accounts of which a process may recall an end that it learned before a restart. */
  const mayRecall = new Set<string>();

  const keyOf = ({ what, id, hook }: Delivery) => (what.about === 'import' ? `${hook} ${what.notice}` : id);

  return {
    sent(hook: Hook, life: number): void {
      if (onTheWay.get(hook.id) === life) court.breach(10, `${hook.id} was given two at once`);
      onTheWay.set(hook.id, life);
    },
    /** That nothing of an account is in progress any more is owed once after an end, in the step in which that comes to be so. */
    afterStep(state: MonitorView, notices: readonly NoticeKey[]): void {
      for (const { id, scope, events } of hooks) {
        if (scope.kind !== 'account' || !events.includes('all-done')) continue;
        const { account } = scope;
        for (const key of notices)
          if (state.notices.get(key)?.about === 'import' && key.startsWith(`${account}:`) && !old.has(key)) {
            old.add(key);
            lastEnds.set(account, key);
          }
        const isOver = ![...state.watches.values()].some(
          (watch) => watch.account === account && isInProgress(state, watch),
        );
        const said = [...state.deliveries.values()].filter(
          (each) => each.hook === id && each.event === 'all-done' && !saidOver.has(each.id),
        );
        for (const each of said) saidOver.add(each.id);
        const last = lastEnds.get(account);
        if (said.length > 0 && !isOver) court.breach(10, `${id} is told too early that all is over`);
        if (said.length > 1 || (said.length === 1 && last === undefined && !mayRecall.has(account)))
          court.breach(10, `${id} is told that all is over, and nothing has ended since the last time`);
        if (isOver && last !== undefined && !saidOver.has(`${id}:${last}:all`))
          court.breach(10, `${id} is not told that all is over after ${last}`);
        if (!isOver) continue;
        lastEnds.delete(account);
        mayRecall.delete(account);
      }
    },
    started({ deliveries, notices }: Pick<Stored, 'deliveries' | 'notices'>): void {
      lastEnds.clear();
      old.clear();
      saidOver.clear();
      for (const { key } of notices) old.add(key);
      for (const { id, event } of deliveries) if (event === 'all-done') saidOver.add(id);
      for (const { scope } of hooks) if (scope.kind === 'account') mayRecall.add(scope.account);
    },
    over: (hook: Hook): void => void onTheWay.delete(hook.id),
    received(delivery: Delivery): void {
      const { id, event, what, at } = delivery;
      const content = JSON.stringify({ event, what, at });
      const before = contents.get(id);
      if (before !== undefined && before !== content) court.breach(10, `${id} came with two contents`);
      contents.set(id, content);
      const key = keyOf(delivery);
      names.set(key, (names.get(key) ?? new Set()).add(id));
      if (names.get(key)!.size > 1) court.breach(10, `${key} came under two names`);
      if (!isWritten(id)) court.breach(10, `${id} was handed on before it was on disk`);
    },
    /** `notice` has long been on disk. */
    checkReceived(notice: Notice): void {
      for (const { id, scope } of hooks) {
        if (notice.about === 'group-done' && scope.kind === 'group' && scope.group === notice.group)
          if (!contents.has(`${id}:${notice.key}`)) court.breach(10, `${notice.key} never came to ${id}`);
        if (notice.about === 'import' && scope.kind === 'account')
          if (notice.watch.startsWith(`${scope.account}:`) && !names.has(`${id} ${notice.key}`))
            court.breach(10, `${notice.key} never came to ${id}`);
      }
    },
  };
}

/** What was never heard of and is not found keeps nobody waiting. A status that nobody knows is no end. */
function isInProgress({ polls }: MonitorView, { id, known }: Watch): boolean {
  return known === null ? polls.get(id)!.missing === null : !hasEnded(known);
}
