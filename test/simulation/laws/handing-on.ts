import type { Delivery, DeliveryId, Hook } from '../../../main/model/hook.ts';
import type { Notice } from '../../../main/model/notice.ts';
import type { Court } from './court.ts';

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

  const keyOf = ({ what, id, hook }: Delivery) => (what.about === 'import' ? `${hook} ${what.notice}` : id);

  return {
    sent(hook: Hook, life: number): void {
      if (onTheWay.get(hook.id) === life) court.breach(10, `${hook.id} was given two at once`);
      onTheWay.set(hook.id, life);
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
