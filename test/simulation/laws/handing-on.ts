import { isDeepStrictEqual } from 'node:util';
import { ruleOf } from '../../../main/model/import-status.ts';
import type { Delivery, DeliveryId, Hook, HookEvent, HookId } from '../../../main/model/hook.ts';
import type { Notice, NoticeKey } from '../../../main/model/notice.ts';
import type { Stored } from '../../../main/model/stored.ts';
import type { Watch } from '../../../main/model/watch.ts';
import type { MonitorView } from '../../../main/monitor/state.ts';
import type { Court } from './court.ts';
import { hasEnded } from './knowing.ts';

export interface HandingOnPorts {
  readonly court: Court;
  /** Those of the beginning. */
  readonly hooks: readonly Hook[];
  /** The person makes further ones. */
  readonly makesHooks: boolean;
  /** Whether it ever was on disk: its notice may not, if the person cleared the inbox before that. */
  readonly isWritten: (delivery: DeliveryId) => boolean;
  readonly isNoticeWritten: (notice: NoticeKey) => boolean;
}

export type HandingOnLaw = ReturnType<typeof createHandingOnLaw>;

/** Law 10: every end that has a hook is handed on at least once, once it is on disk, and a repeat is known by its name. */
export function createHandingOnLaw({
  court,
  hooks: first,
  makesHooks,
  isWritten,
  isNoticeWritten,
}: HandingOnPorts) {
  /** As the person has them. */
  const hooks = new Map(first.map((hook) => [hook.id, hook]));
  /** All that the person ever made of one: the disk may know an earlier one only. */
  const versions = new Map<HookId, readonly Hook[]>(first.map((hook) => [hook.id, [hook]]));
  const contents = new Map<DeliveryId, string>();
  /** The names under which an end came to a hook. */
  const names = new Map<string, Set<DeliveryId>>();
  /** By hook, until the app has heard what came of it. */
  const onTheWay = new Map<HookId, { readonly life: number; readonly delivery: DeliveryId }>();
  /** What the hooks that were there are to hear of, by the same keys. */
  const owed = new Map<string, { readonly hook: HookId; readonly notice: NoticeKey }>();
  /** What they may hear of, though not any more to be owed it. */
  const heard = new Set<string>();
  /** By account: the newest end that this process learned, until all was over after it. */
  const lastEnds = new Map<string, NoticeKey>();
  /** Notices of ends that are no news. */
  const old = new Set<NoticeKey>();
  const saidOver = new Set<DeliveryId>();
  /** Accounts of which a process may recall an end that it learned before a restart. */
  const mayRecall = new Set<string>();

  const keyOf = ({ what, id, hook }: Delivery) => (what.about === 'import' ? `${hook} ${what.notice}` : id);

  /** An end was learned: whoever is there hears of it, and no hook that is made later. */
  function learned(state: MonitorView, notice: Notice): void {
    if (notice.about === 'import') lastEnds.set(accountOf(notice.watch), notice.key);
    for (const hook of hooks.values()) {
      if (!hears(hook, notice, state)) continue;
      const key = notice.about === 'import' ? `${hook.id} ${notice.key}` : `${hook.id}:${notice.key}`;
      owed.set(key, { hook: hook.id, notice: notice.key });
      heard.add(key);
    }
  }

  /** That nothing of an account is in progress any more is owed once after an end, in the step in which that comes to be so. */
  function checkOver(state: MonitorView, account: string): void {
    const isOver = ![...state.watches.values()].some(
      (watch) => watch.account === account && isInProgress(state, watch),
    );
    const last = lastEnds.get(account);
    for (const { id, scope, events } of hooks.values()) {
      if (scope.kind !== 'account' || scope.account !== account) continue;
      const said = [...state.deliveries.values()].filter(
        ({ id: name, hook, event, what }) =>
          hook === id &&
          event === 'all-done' &&
          what.about === 'all' &&
          what.account === account &&
          !saidOver.has(name),
      );
      for (const each of said) saidOver.add(each.id);
      if (said.length > 0 && !events.includes('all-done'))
        court.breach(10, `${id} is told that all is over, and does not want to hear of it`);
      if (said.length > 0 && !isOver) court.breach(10, `${id} is told too early that all is over`);
      if (said.length > 1 || (said.length === 1 && last === undefined && !mayRecall.has(account)))
        court.breach(10, `${id} is told that all is over, and nothing has ended since the last time`);
      const isOwed = isOver && last !== undefined && events.includes('all-done');
      if (isOwed && !saidOver.has(`${id}:${last}:all`))
        court.breach(10, `${id} is not told that all is over after ${last}`);
    }
    if (!isOver) return;
    lastEnds.delete(account);
    mayRecall.delete(account);
  }

  /** A group's hook hears that all of it is over whether or not the person wants to be told of that. */
  function noteRounds(state: MonitorView): void {
    for (const { id, hook, event, what } of state.deliveries.values()) {
      const scope = hooks.get(hook)?.scope;
      if (event !== 'all-done' || what.account !== null || scope?.kind !== 'group' || heard.has(id)) continue;
      const members = [...state.watches.values()].filter(({ group }) => group?.id === scope.group);
      if (!members.some((watch) => isInProgress(state, watch))) heard.add(id);
    }
  }

  return {
    hooks: (): readonly Hook[] => [...hooks.values()],
    /** The person made it, or changed it. */
    kept(hook: Hook): void {
      hooks.set(hook.id, hook);
      versions.set(hook.id, [...(versions.get(hook.id) ?? []), hook]);
    },
    /** What failed is tried at once with what it is now, whatever it rested for. */
    checkTried({ deliveries, machine }: MonitorView, { id, target }: Hook, life: number): void {
      const failed = [...deliveries.values()].some(
        ({ hook, fate, tries }) => hook === id && fate.kind === 'waiting' && tries > 0,
      );
      const isReachable = target.kind === 'program' || machine.value.offlineSince === null;
      if (failed && isReachable && onTheWay.get(id)?.life !== life)
        court.breach(10, `${id} was changed, and what waits for it is not tried`);
    },
    removed(id: HookId): void {
      hooks.delete(id);
      for (const [key, { hook }] of owed) if (hook === id) owed.delete(key);
    },
    sent(delivery: DeliveryId, hook: Hook, life: number): void {
      if (onTheWay.get(hook.id)?.life === life) court.breach(10, `${hook.id} was given two at once`);
      onTheWay.set(hook.id, { life, delivery });
      if (!isDeepStrictEqual(hook, hooks.get(hook.id)))
        court.breach(10, `${hook.id} was given one as it is no longer`);
    },
    afterStep(state: MonitorView, notices: readonly NoticeKey[]): void {
      if (hooks.size === 0 && !makesHooks) return;
      for (const key of notices) {
        const notice = state.notices.get(key);
        if (notice === undefined || old.has(key)) continue;
        old.add(key);
        learned(state, notice);
      }
      noteRounds(state);
      for (const name of state.shelves.of('waiting'))
        if (!hooks.has(state.deliveries.get(name)!.hook)) court.breach(8, `${name} waits for nobody`);
      const accounts = [...hooks.values()].flatMap(({ scope }) =>
        scope.kind === 'account' ? scope.account : [],
      );
      for (const account of new Set([...accounts, ...lastEnds.keys()])) checkOver(state, account);
    },
    started({ deliveries, notices, hooks: found }: Stored): void {
      // Nothing may depend on what the person clears. One that was not written is learned again, or an earlier one counts.
      for (const [account, key] of lastEnds) if (!isNoticeWritten(key)) lastEnds.delete(account);
      saidOver.clear();
      for (const key of old) if (!isNoticeWritten(key)) old.delete(key);
      for (const { key } of notices) old.add(key);
      for (const [key, { notice }] of owed) if (!isNoticeWritten(notice)) owed.delete(key);
      for (const { id, event } of deliveries) if (event === 'all-done') saidOver.add(id);
      hooks.clear();
      for (const hook of found) {
        if (!versions.get(hook.id)?.some((version) => isDeepStrictEqual(version, hook)))
          court.breach(10, `${hook.id} is on the disk as nobody made it`);
        hooks.set(hook.id, hook);
        if (hook.scope.kind === 'account') mayRecall.add(hook.scope.account);
      }
    },
    over(delivery: DeliveryId): void {
      for (const [hook, sent] of onTheWay) if (sent.delivery === delivery) onTheWay.delete(hook);
    },
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
      const isOfAccount = what.about === 'all' && what.account !== null;
      if (!isOfAccount && !heard.has(key)) court.breach(10, `${id} came to whom it is no concern of`);
    },
    /** `notice` has long been on disk. */
    checkReceived({ key }: Notice): void {
      for (const [name, { hook, notice }] of owed)
        if (notice === key && !names.has(name)) court.breach(10, `${key} never came to ${hook}`);
    },
    /** What the person has made of them is what is there. */
    checkEnding(state: MonitorView, found: readonly Hook[]): void {
      const isSame = (one: readonly Hook[]) =>
        one.length === hooks.size && one.every((hook) => isDeepStrictEqual(hook, hooks.get(hook.id)));
      if (!isSame([...state.hooks.values()]) || !isSame(found))
        court.breach(10, 'the hooks are not those that the person made');
    },
  };
}

const accountOf = (watch: string) => watch.slice(0, watch.indexOf(':'));

function hears({ scope, events }: Hook, notice: Notice, state: MonitorView): boolean {
  if (notice.about === 'group-done')
    return scope.kind === 'group' && scope.group === notice.group && events.includes('all-done');
  if (notice.about !== 'import') return false;
  const event: HookEvent = ruleOf(notice.status).bucket === 'completed' ? 'completed' : 'failed';
  if (!events.includes(event)) return false;
  return scope.kind === 'account'
    ? scope.account === accountOf(notice.watch)
    : scope.group === state.watches.get(notice.watch)?.group?.id;
}

/** What was never heard of and is not found keeps nobody waiting. A status that nobody knows is no end. */
function isInProgress({ polls }: MonitorView, { id, known }: Watch): boolean {
  return known === null ? polls.get(id)!.missing === null : !hasEnded(known);
}
