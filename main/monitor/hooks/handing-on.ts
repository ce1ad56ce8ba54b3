import type { AccountId, WatchId } from '../../model/asset.ts';
import type { Group, GroupId } from '../../model/group.ts';
import { whereTo, type HandedOn, type Hook, type HookEvent } from '../../model/hook.ts';
import { ruleOf } from '../../model/import-status.ts';
import type { ImportNotice } from '../../model/notice.ts';
import { groupOf } from '../groups/groups.ts';
import { groupNoticeKey } from '../groups/settling.ts';
import { bucketOf, countsIn, inAccount, inRound, watchesIn, type Counts } from '../imports/tally.ts';
import type { Step } from '../kernel/step.ts';
import { forgetOldestDeliveries, type HooksState } from './hooks.ts';

/**
 * At the end of a step: whatever the ledger and the groups learned in it is to be handed on to the hooks that hear of it, in the same
 * save, so that no crash comes in between. To be called before `saveChanges`. What the person wants a banner for does not matter here.
 * `over`: the groups whose round is over since this step.
 */
export function handOn(state: HooksState, over: readonly GroupId[], step: Step): void {
  for (const { from, to } of state.notices.changes().values()) {
    if (from !== null || to?.about !== 'import') continue;
    const account = importOver(state, to, step);
    if (account !== null) state.lastEnds.put({ account, notice: to.key });
  }
  if (state.lastEnds.size > 0) for (const account of mayBeOver(state)) allOverOf(state, account, step);
  for (const group of over) roundOver(state, state.groups.get(group)!, step);
  forgetOldestDeliveries(state);
}

function importOver(state: HooksState, notice: ImportNotice, step: Step): AccountId | null {
  const watch = state.watches.get(notice.watch);
  if (watch === undefined) return null;
  const group = groupOf(state, watch);
  const event = ruleOf(notice.status).bucket === 'completed' ? 'completed' : 'failed';
  const { watch: id, reference, name, status, text, key } = notice;
  const { account } = watch;
  const groupName = group?.name ?? null;
  wish(state, event, key, [account, group?.id ?? null], step, {
    ...{ about: 'import', notice: key, watch: id, account, reference, name, status, text, groupName },
  });
  return account;
}

/** The accounts of which all may be over since this step: something has ended, has left the list, or is found to be nowhere. */
function mayBeOver({ lastEnds, watches, polls }: HooksState): ReadonlySet<AccountId> {
  // What has ended need not have been in progress before: it may be found ended, or have ended otherwise than before.
  const accounts = new Set<AccountId>(lastEnds.changes().keys());
  for (const { from } of watches.changes().values())
    if (from !== null && bucketOf(from) === 'importing') accounts.add(from.account);
  for (const { from, to } of polls.changes().values())
    if (to !== null && to.missing !== null && from?.missing === null) accounts.add(to.account);
  return accounts;
}

/** Named by the end that was the last, so that it has the same name where a crash lets it be learned again. */
function allOverOf(state: HooksState, account: AccountId, step: Step): void {
  const last = state.lastEnds.get(account);
  if (last === undefined) return;
  for (const id of watchesIn(state, inAccount(account), 'importing')) if (!isNowhere(state, id)) return;
  const counts = endsOf(countsIn(state, inAccount(account)));
  wish(state, 'all-done', `${last.notice}:all`, [account, null], step, {
    ...{ about: 'all', account, groupName: null, ...counts },
  });
  state.lastEnds.remove(account);
}

/**
 * Nothing was ever heard of it, and the service does not find it: a wrong id, most likely. It is retired only after a long time, and
 * without a notice, so that waiting for it would mean never to say that all is over.
 */
function isNowhere({ watches, polls }: HooksState, id: WatchId): boolean {
  return watches.get(id)!.known === null && polls.get(id)!.missing !== null;
}

function roundOver(state: HooksState, group: Group, step: Step): void {
  const counts = endsOf(countsIn(state, inRound(group.id, group.round.number)));
  wish(state, 'all-done', groupNoticeKey(group, 'done'), [null, group.id], step, {
    ...{ about: 'all', account: null, groupName: group.name, ...counts },
  });
}

const endsOf = ({ completed, failed, gone }: Counts) => ({ completed, failed: failed + gone });

type Whose = readonly [account: AccountId | null, group: string | null];

function wish(
  state: HooksState,
  event: HookEvent,
  key: string,
  whose: Whose,
  { clock }: Step,
  what: HandedOn,
): void {
  for (const hook of state.hooks.values()) {
    if (!hears(hook, event, whose)) continue;
    const id = `${hook.id}:${key}`;
    if (state.deliveries.has(id)) continue;
    const fate = { kind: 'waiting', nextAt: null } as const;
    const to = whereTo(hook);
    state.deliveries.put({ id, hook: hook.id, to, event, what, at: clock, tries: 0, fate, last: null });
    state.unsaved.put({ delivery: id, afterSave: state.revision.value + 1 });
  }
}

export function hears({ scope, events }: Hook, event: HookEvent, [account, group]: Whose): boolean {
  if (!events.includes(event)) return false;
  return scope.kind === 'account' ? scope.account === account : scope.group === group;
}
